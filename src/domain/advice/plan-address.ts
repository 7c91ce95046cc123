import { isKebabCase } from '../knowledge/paths.ts';

/** The page of a fix as one card of a plan leads to it; a move on somebody else's device leads to the words for handing it on. */
export function fixAddress(move: string, from: string): string {
  const [fix = '', on] = move.split('--');
  return `/fixes/${fix}/?from=${from}${on === undefined ? '' : `&for=${on}#for-${on}`}`;
}

/** Stands for the symptom in what belongs to the first questions; no symptom can have this id. */
export const startId = '~start';

/** Where the pages of a symptom, or of the first questions, begin. */
export function planHomeOf(symptom: string): string {
  return symptom === startId ? '/start/' : `/symptoms/${symptom}/`;
}

/** A page's plan in the reader's address: `symptom` or `symptom/question/answer…`; anything else is none. */
export function parseFrom(from: string): { readonly symptom: string; readonly way: string } | undefined {
  const [symptom = '', ...way] = from.split('/');
  const named = symptom === startId || isKebabCase(symptom);
  if (from.length > 400 || way.length % 2 > 0 || !named || !way.every(isKebabCase)) return undefined;
  return { symptom, way: way.join('/') };
}
