import { marksKey } from '../device-keys.ts';
const key = marksKey;

/** Remembers, for the page that is about to open, which query led there and which of the page's words it means. */
export function leaveMarks(path: string, query: string, words: readonly string[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify([path, query.slice(0, 60), ...words]));
  } catch {
    // Without storage the words are not marked: nothing else depends on it.
  }
}

/** The query that led to this page and the words to mark, once; undefined when none did. */
export function takeMarks(
  path: string,
): { readonly query: string; readonly words: ReadonlySet<string> } | undefined {
  try {
    const [at, query = '', ...words] = JSON.parse(sessionStorage.getItem(key) ?? '[]') as readonly string[];
    sessionStorage.removeItem(key);
    return at === path ? { query, words: new Set(words) } : undefined;
  } catch {
    return undefined;
  }
}
