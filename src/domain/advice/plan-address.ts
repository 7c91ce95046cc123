import { isKebabCase } from '../knowledge/paths.ts';

/** A page's plan in the reader's address: `symptom` or `symptom/question/answer…`; anything else is none. */
export function parseFrom(from: string): { readonly symptom: string; readonly way: string } | undefined {
  const [symptom = '', ...way] = from.split('/');
  if (from.length > 400 || way.length % 2 > 0 || ![symptom, ...way].every(isKebabCase)) return undefined;
  return { symptom, way: way.join('/') };
}
