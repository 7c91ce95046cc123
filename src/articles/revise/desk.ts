import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ContentDir } from '../content-dir.ts';
import type { Content, TextFile } from '../content.ts';
import { readContent } from '../read/content.ts';

/** A content folder that is being revised. Nothing of it is written before all of it has been checked. */
export interface Desk {
  readonly dir: ContentDir;
  /** As it was before. */
  readonly content: Content;
  /** New texts by path below the folder; undefined for a file that goes. */
  readonly texts: Map<string, string | undefined>;
}

/** Sentences that say why something cannot be done. */
export interface Refusal {
  readonly errors: readonly string[];
}

/** An empty desk above a content folder. */
export function openDesk(dir: ContentDir): Desk {
  return { dir, content: readContent(dir), texts: new Map() };
}

/** The text of a file as it stands on the desk; undefined where there is none. */
export function textAt({ dir, texts }: Desk, path: string): string | undefined {
  if (texts.has(path)) return texts.get(path);
  const whole = join(dir.path, path);
  return existsSync(whole) ? readFileSync(whole, 'utf8') : undefined;
}

/** Changes a file on the desk, if it is there; a text that stays the same is not put down. */
export function change(desk: Desk, path: string, by: (text: string) => string): void {
  const before = textAt(desk, path);
  if (before === undefined) return;
  const after = by(before);
  if (after !== before) desk.texts.set(path, after);
}

/** The path of an article below the content folder. */
export function pathBelow({ dir }: Desk, file: TextFile): string {
  return relative(dir.path, file.path).split(sep).join('/');
}
