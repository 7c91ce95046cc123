import { readFileSync } from 'node:fs';
import type { Content } from '../content.ts';
import type { ContentDir } from '../content-dir.ts';
import { digestOf } from '../digest.ts';
import { readContent } from './content.ts';
import type { Bodies, ReadFile, Recall } from './files.ts';
import { filesBelow, statOf } from './files-below.ts';

/** Milliseconds within which the clock of a file system may not tell two edits apart. */
const tick = 50;

/** A content folder that is read when it is asked for, and again only after a file in it has changed; then the files that stayed as they were are not read again. */
export function contentReader(dir: ContentDir, bodies: Bodies = 'now'): () => Content {
  let last: { readonly state: State; readonly content: Content } | undefined;
  let before = new Map<string, ReadBefore>();
  return () => {
    const state = stateOf(dir.path, last?.state);
    if (last && isSame(last.state, state)) return last.content;
    const now = new Map<string, ReadBefore>();
    const recall: Recall = (path, beside, read) => {
      const made = `${state.get(path)?.made} ${beside}`;
      const known = before.get(path);
      const taken = known?.made === made ? known : { ...read(), made };
      // Of a file that came while all were read, the next look knows more.
      if (state.has(path)) now.set(path, taken);
      return taken;
    };
    const content = readContent(dir, { bodies, recall });
    before = now;
    last = { state, content };
    return content;
  };
}

/** What a file gave when it was read before, by what it was made of. */
interface ReadBefore extends ReadFile {
  readonly made: string;
}

/** What the system says of a file; `made` stands for its text, and is sure once nobody can have written it again in the same moment. */
interface Stamp {
  readonly size: number;
  readonly changed: number;
  readonly written: number;
  readonly inode: number;
  readonly made: string;
  readonly sure: boolean;
}

type State = ReadonlyMap<string, Stamp>;

/** Names, sizes and times of all files below a folder; empty where there is none. */
function stateOf(folder: string, before: State | undefined): State {
  return new Map(filesBelow(folder).map((path) => [path, stampOf(path, before?.get(path))]));
}

/** A copy may bring the time of its source with it, but never that of its coming. Of what is written just now, the text itself is looked at, now and when the moment is over. */
function stampOf(path: string, before: Stamp | undefined): Stamp {
  const { size = 0, mtimeMs: written = 0, ctimeMs: changed = 0, ino: inode = 0 } = statOf(path) ?? {};
  const isSame =
    before?.size === size &&
    before.written === written &&
    before.changed === changed &&
    before.inode === inode;
  if (isSame && before.sure) return before;
  const sure = Math.abs(Date.now() - changed) > tick;
  const stat = [size, written, changed, inode].join(' ');
  const made = sure && !isSame ? stat : `${stat} ${textDigestOf(path)}`;
  return { size, written, changed, inode, made, sure };
}

function textDigestOf(path: string): string {
  try {
    return digestOf(readFileSync(path, 'base64'));
  } catch {
    return '';
  }
}

function isSame(before: State, now: State): boolean {
  if (before.size !== now.size) return false;
  for (const [path, stamp] of now) {
    const was = before.get(path);
    if (was !== stamp && was?.made !== stamp.made) return false;
  }
  return true;
}
