import { wordsSoughtKey } from '../storage-keys.ts';

/** Remembers, for the page that is about to open, which of its words the query means. */
export function leaveSought(path: string, words: readonly string[]): void {
  try {
    sessionStorage.setItem(wordsSoughtKey, JSON.stringify([path, ...words]));
  } catch {
    // Without storage nothing is highlighted: nothing else depends on it.
  }
}

/** The words to highlight on this page, once; undefined when no query led to it. */
export function takeSought(path: string): ReadonlySet<string> | undefined {
  try {
    const [at, ...words] = JSON.parse(sessionStorage.getItem(wordsSoughtKey) ?? '[]') as readonly string[];
    sessionStorage.removeItem(wordsSoughtKey);
    return at === path ? new Set(words) : undefined;
  } catch {
    return undefined;
  }
}
