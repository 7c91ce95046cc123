import type { Content } from '../content.ts';
import type { ContentDir } from '../content-dir.ts';
import { readContent } from './content.ts';
import { filesBelow, statOf } from './files-below.ts';

/** A content folder that is read when it is asked for, and again only after a file in it has changed. */
export function contentReader(dir: ContentDir): () => Content {
  let last: { readonly state: string; readonly content: Content } | undefined;
  return () => {
    const state = stateOf(dir.path);
    if (last?.state !== state) last = { state, content: readContent(dir) };
    return last.content;
  };
}

/** Names, sizes and times of all files below a folder; empty where there is none. A copy may bring the time of its source with it, but never that of its coming. */
function stateOf(folder: string): string {
  return filesBelow(folder)
    .map((path) => {
      const { size, mtimeMs, ctimeMs, ino } = statOf(path) ?? {};
      return [path, size, mtimeMs, ctimeMs, ino].join(' ');
    })
    .join('\n');
}
