import { deviceSign, isKebabCase } from '../knowledge/paths.ts';

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
  if (from.length > 400 || way.length % 2 > 0 || ![symptom, ...way].every(isKebabCase)) return undefined;
  return { symptom, way: way.join('/') };
}

/** The nearest way that is known: with fewer answers, and for each of these without the device. The empty one is always known. */
export function knownWay(way: string, isKnown: (way: string) => boolean): string {
  const parts = way === '' ? [] : way.split('/');
  const device = parts[0] === deviceSign ? parts.slice(0, 2) : [];
  const answers = parts.slice(device.length);
  for (let length = answers.length; length >= 0; length -= 2) {
    const steps = answers.slice(0, length);
    const found = [[...device, ...steps].join('/'), steps.join('/')].find(isKnown);
    if (found) return found;
  }
  return '';
}
