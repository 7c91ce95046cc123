import { isKebabCase } from '../knowledge/paths.ts';
import { startId } from './plan-home.ts';

/** The page of a fix as one card of a plan leads to it; a move on somebody else's device leads to the words for handing it on. */
export function fixAddress(move: string, from: string): string {
  const [fix = '', on] = move.split('--');
  return `/fixes/${fix}/?from=${from}${on === undefined ? '' : `&for=${on}#for-${on}`}`;
}

/** The page of the next move of a batch, which takes along those that were done before the same test. */
export function batchAddress(move: string, from: string, done: readonly string[]): string {
  const [page = '', place] = fixAddress(move, from).split('#');
  return `${page}&with=${done.join('.')}${place === undefined ? '' : `#${place}`}`;
}

/** A page's plan in the reader's address: `symptom`, `symptom/on/device` or either with `/question/answer…`; anything else is none. */
export function parseFrom(from: string): { readonly symptom: string; readonly way: string } | undefined {
  const [symptom = '', ...way] = from.split('/');
  if (symptom !== startId && !isKebabCase(symptom)) return undefined;
  if (from.length > 400 || way.length % 2 > 0 || !way.every(isKebabCase)) return undefined;
  return { symptom, way: way.join('/') };
}
