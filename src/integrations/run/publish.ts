import {
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { noteIn, noteName, type Note } from '../../server/built-site.ts';
import { namesBelow } from '../../files/names-below.ts';
import { linkFiles, removeFiles } from './link-files.ts';
import { faultOf } from './fault.ts';
import { packedEnding, strangersFaultOf, strangersIn } from './output.ts';
import { hasCode } from '../../files/error-code.ts';

/** How often a swap is tried again when another build swaps the same folder at the same time. */
const tries = 20;

/**
 * Moves a built site to its output folder. In one move where the folder can be renamed and holds nothing but an earlier site;
 * else, in a mount or among files of others, name by name, and only what a build wrote is replaced. Throws, with a sentence
 * and before anything is touched, where a file of others is in the way.
 */
export function publish(site: string, target: string, note: Pick<Note, 'base'>): void {
  const files = makeReady(site, target, note);
  mkdirSync(dirname(target), { recursive: true });
  if (strangersIn(target, files).length > 0 || !swapWhole(site, target)) refill(site, target, files);
}

/**
 * Brings an output folder that holds links to most of the files of a site up to date: what is new is put in its place file by file, each in
 * one move, and then what is no longer there is taken away. False, with nothing touched, where too much is new. `names` are the files of the
 * site. Throws as `publish` does.
 */
export function publishChanges(
  site: string,
  target: string,
  note: Pick<Note, 'base'>,
  names = namesBelow(site),
): boolean {
  const before = noteIn(target)?.files;
  if (!before) return false;
  makeReady(site, target, note);
  const files = [...new Set([...names, ...own])].sort();
  const fresh = files.filter((file) => inodeOf(join(site, file)) !== inodeOf(join(target, file)));
  if (fresh.length > files.length / 2) return false;
  const place = join(target, `.mendbook-${process.pid}`);
  try {
    const replaced = fresh.filter((file) => !linkNew(site, target, file));
    linkFiles(site, place, replaced);
    for (const file of replaced) renameSync(join(place, file), join(target, file));
    const kept = new Set(files);
    const isGone = (file: string): boolean =>
      before.includes(file.split('/')[0]!.replace(packedEnding, '')) && !kept.has(file);
    removeFiles(target, namesBelow(target).filter(isGone));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return true;
}

/** Puts a file where none is, in one move; false where that cannot be done. */
function linkNew(site: string, target: string, file: string): boolean {
  const path = join(target, file);
  try {
    mkdirSync(dirname(path), { recursive: true });
    linkSync(join(site, file), path);
    return true;
  } catch {
    return false;
  }
}

function inodeOf(path: string): number | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.ino;
}

/** Files that publishing adds to a site. */
const own = ['.nojekyll', noteName];

/** Notes in the site what of the output folder is its own, and gives these names. Throws where a file of others is in the way. */
function makeReady(site: string, target: string, { base }: Pick<Note, 'base'>): readonly string[] {
  const files = [...new Set([...own, ...readdirSync(site)])].sort();
  for (const [name, text] of [
    ['.nojekyll', 'GitHub Pages serves these files as they are.\n'],
    [noteName, `${JSON.stringify({ base, files } satisfies Note)}\n`],
  ] as const) {
    rmSync(join(site, name), { force: true });
    writeFileSync(join(site, name), text);
  }
  const fault = strangersFaultOf(target, files);
  if (fault) throw faultOf(fault);
  return files;
}

/** Replaces the whole folder; false where the system does not let it be renamed. */
function swapWhole(site: string, target: string): boolean {
  const beside = join(dirname(target), `.${basename(target)}-${process.pid}`);
  const old = `${beside}-old`;
  try {
    moveTo(beside, site);
    for (let turn = 0; ; turn++) {
      if (existsSync(target)) renameAway(target, old);
      try {
        renameSync(beside, target);
        return true;
      } catch (error) {
        if (turn === tries || !hasCode(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) throw error;
        rmSync(old, { recursive: true, force: true });
      }
    }
  } catch (error) {
    if (!hasCode(error, 'EBUSY', 'EACCES', 'EPERM', 'EXDEV', 'EROFS')) {
      // A full disk, say: what has been copied so far would only be in the way.
      if (existsSync(old) && !existsSync(target)) renameSync(old, target);
      rmSync(beside, { recursive: true, force: true });
      throw error;
    }
    if (existsSync(beside)) moveTo(site, beside);
    if (existsSync(old) && !existsSync(target)) renameSync(old, target);
    return false;
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

/** Another build may have taken the folder away just now; then there is nothing to do. */
function renameAway(target: string, old: string): void {
  try {
    renameSync(target, old);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

/** Replaces, name by name, what an earlier build wrote into a folder, and takes away what is no longer there. */
function refill(site: string, target: string, files: readonly string[]): void {
  const before = noteIn(target)?.files ?? [];
  const place = join(target, `.mendbook-${process.pid}`);
  const fresh = join(place, 'fresh');
  const old = join(place, 'old');
  mkdirSync(old, { recursive: true });
  try {
    // What takes long comes first, out of the readers' sight.
    cpSync(site, fresh, { recursive: true });
    rmSync(site, { recursive: true });
    const own = new Set([...files, ...before]);
    const packed = readdirSync(target).filter((name) => own.has(name.replace(packedEnding, '')));
    for (const name of new Set([...own, ...packed])) {
      if (existsSync(join(target, name))) renameSync(join(target, name), join(old, name));
      if (files.includes(name)) renameSync(join(fresh, name), join(target, name));
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Moves a folder; copies it where the two places are on different disks. */
function moveTo(to: string, from: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!hasCode(error, 'EXDEV')) throw error;
    cpSync(from, to, { recursive: true });
  }
}
