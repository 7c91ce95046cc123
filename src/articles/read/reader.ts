import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../content.ts';
import type { ContentDir } from '../content-dir.ts';
import { readContent } from './content.ts';

/** A content folder that is read when it is asked for, and again only after a file in it has changed. */
export function contentReader(dir: ContentDir): () => Content {
  let last: { readonly state: string; readonly content: Content } | undefined;
  return () => {
    const state = stateOf(dir.path);
    if (last?.state !== state) last = { state, content: readContent(dir) };
    return last.content;
  };
}

/** Names, sizes and times of all files below a folder; empty where there is none. */
function stateOf(folder: string): string {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return '';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const stats = statSync(join(folder, name), { throwIfNoEntry: false });
      return `${name} ${stats?.size} ${stats?.mtimeMs}`;
    })
    .join('\n');
}
