import { isKebabCase } from '../knowledge/paths.ts';

/** The page of a fix as one card of a plan leads to it; a move on somebody else's device leads to the words for handing it on. */
export function fixAddress(move: string, from: string): string {
  const [fix = '', on] = move.split('--');
  return `/fixes/${fix}/?from=${from}${on === undefined ? '' : `&for=${on}#for-${on}`}`;
}

/** Whether a text may be the id of a move: a fix's own id, or with whose device it is done on. */
export function isMoveId(text: string): boolean {
  const [fix = '', on, ...more] = text.split('--');
  return more.length === 0 && isKebabCase(fix) && (on === undefined || isKebabCase(on));
}

/** A page's plan in the reader's address: `symptom` or `symptom/question/answer…`; anything else is none. */
export function parseFrom(from: string): { readonly symptom: string; readonly way: string } | undefined {
  const [symptom = '', ...way] = from.split('/');
  if (from.length > 400 || way.length % 2 > 0 || ![symptom, ...way].every(isKebabCase)) return undefined;
  return { symptom, way: way.join('/') };
}
