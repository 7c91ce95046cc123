import { setFlagsFromString } from 'node:v8';

/** Articles of a large knowledge base, at least. */
const many = 1_000;

/**
 * Has the heap of a large knowledge base looked through whenever it has grown by a third: much is read and stays until the end, and a build
 * of 4,800 articles takes about a tenth less memory. Without a number of articles, any heap is. Ends with what is given back: compiled code that is kept for later builds is of use only to
 * those with the same options of V8.
 */
export function growSlowly(articles = many): () => void {
  if (articles < many) return () => undefined;
  setFlagsFromString('--heap-growing-percent=30');
  return () => setFlagsFromString('--heap-growing-percent=0');
}
