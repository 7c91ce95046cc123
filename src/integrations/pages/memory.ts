import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everything, bodyInCell } from '../../articles/shared.ts';
import { cellOf } from '../../articles/watched.ts';
import { bodyMadeOf } from '../../articles/markup.ts';
import type { Content } from '../../articles/content.ts';
import type { SiteContent } from '../../domain/site-content.ts';
import { digestOf } from '../../articles/digest.ts';
import { writeWhole } from '../../files/write-whole.ts';

/** A file of a built site as it was left: its size and the time of its last change. Not even a second look at its text could tell more. */
export type State = readonly [size: number, changed: number];

/** What is remembered of a file that a page was written to. */
export interface Written {
  /** Stands for what its page was handed, or for all of its text. */
  readonly key: string;
  /** Everything that it read of the content. */
  readonly cells: readonly string[];
  /** The files of the bundler that it names. */
  readonly names: readonly string[];
  readonly state: State;
}

/** What a build leaves to the next one beside the site itself. */
export interface Memory {
  /** Paths in the site → what stands there. */
  readonly pages: ReadonlyMap<string, Written>;
  /** Files that come with the compiled site, whatever its content. */
  readonly statics: ReadonlyMap<string, State>;
  /** cell → digest of what it held. */
  readonly cells: ReadonlyMap<string, string>;
}

/** What was written and what was still right, as memory for the next build. */
export interface Pages extends Memory {
  /** The addresses of pages that stand for themselves, for the list of pages. */
  readonly addresses: readonly string[];
  /** How many Astro has rendered. */
  readonly rendered: number;
}

/** A memory, and what the site of it was made by and of. */
export interface Remembered {
  readonly generator: string;
  readonly site: string;
  readonly memory: Memory;
}

/** How a memory stands in its file: cells and names by their number, since pages share them. */
interface Stored extends Omit<Remembered, 'memory'> {
  readonly cells: readonly (readonly [cell: string, digest: string])[];
  readonly names: readonly string[];
  readonly pages: readonly (readonly [
    file: string,
    key: string,
    cells: readonly number[],
    names: readonly number[],
    state: State,
  ])[];
  readonly statics: readonly (readonly [file: string, state: State])[];
}

/** Reads what a build of this generator has left; undefined where there is nothing, or nothing whole. */
export function readMemory(file: string, generator: string): Remembered | undefined {
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
    const { cells, names, pages, statics, site } = stored;
    if (stored.generator !== generator) return undefined;
    const pageOf = ([path, key, read, named, state]: Stored['pages'][number]): [string, Written] => [
      path,
      { key, cells: read.map((at) => cells[at]![0]), names: named.map((at) => names[at]!), state },
    ];
    return {
      generator,
      site,
      memory: { cells: new Map(cells), statics: new Map(statics), pages: new Map(pages.map(pageOf)) },
    };
  } catch {
    return undefined;
  }
}

/** Writes it in one move, so that a build that is killed leaves a whole one or none. */
export function writeMemory(file: string, { generator, site, memory }: Remembered): void {
  const { cells, pages, statics } = memory;
  const numbers = new Map([...cells.keys()].map((cell, at) => [cell, at]));
  const names = [...new Set([...pages.values()].flatMap((page) => page.names))];
  const named = new Map(names.map((name, at) => [name, at]));
  const stored: Stored = {
    generator,
    site,
    cells: [...cells],
    names,
    pages: [...pages].map(([path, page]) => [
      path,
      page.key,
      page.cells.map((cell) => numbers.get(cell)!),
      page.names.map((name) => named.get(name)!),
      page.state,
    ]),
    statics: [...statics],
  };
  writeWhole(file, JSON.stringify(stored));
}

/** What a cell holds in the content of a build, as a digest; what somebody may have read all of is like nothing. */
export function cellDigests(content: Content, site: SiteContent): (cell: string) => string {
  const known = new Map<string, string>();
  return (cell) => {
    if (cell === everything) return digestOf(() => undefined);
    const body = bodyInCell(cell);
    const digest =
      known.get(cell) ?? digestOf(body ? bodyMadeOf(content, body.kind, body.id) : cellOf(site, cell));
    known.set(cell, digest);
    return digest;
  };
}

/** The state of a file in a folder; undefined where there is none. */
export function stateOf(folder: string, file: string): State | undefined {
  const stats = lstatSync(join(folder, file), { throwIfNoEntry: false });
  return stats?.isFile() ? [stats.size, stats.mtimeMs] : undefined;
}

/** Whether a file is still as it was left. */
export function isAsLeft(folder: string, file: string, [size, changed]: State): boolean {
  const now = stateOf(folder, file);
  return now?.[0] === size && now[1] === changed;
}
