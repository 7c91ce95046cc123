import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Articles of a large knowledge base, at least. */
const many = 1_000;

/**
 * Gives back, for a large knowledge base, the memory that is no longer needed; the moment for it is when much has just been let go. Without
 * it, V8 takes its measure from what reading has used, and looks through the heap again only when that has grown to several times
 * what is left. Once is a quarter of the work, and gives back most of it.
 */
export function clearHeap(articles: number, how: 'once' | 'thoroughly' = 'thoroughly'): void {
  if (articles < many) return;
  setFlagsFromString('--expose-gc');
  const clear = runInNewContext('gc') as NodeJS.GCFunction;
  setFlagsFromString('--no-expose-gc');
  // Thoroughly, pages of memory that are half empty are put together, too.
  clear({
    type: 'major',
    execution: 'sync',
    flavor: how === 'thoroughly' ? 'last-resort' : 'regular',
  });
}

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
