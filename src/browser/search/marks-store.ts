import { marksKey } from '../device-keys.ts';
const key = marksKey;

/** Remembers, for the page that is about to open, which query led there. */
export function leaveMarks(path: string, query: string): void {
  try {
    sessionStorage.setItem(key, JSON.stringify([path, query.slice(0, 400)]));
  } catch {
    // Without storage the words are not marked: nothing else depends on it.
  }
}

/** The query that led to this page, once; undefined when none did. */
export function takeMarks(path: string): string | undefined {
  try {
    const [at, query] = JSON.parse(sessionStorage.getItem(key) ?? '[]') as readonly [string?, string?];
    sessionStorage.removeItem(key);
    return at === path ? query : undefined;
  } catch {
    return undefined;
  }
}
