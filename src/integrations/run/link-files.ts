import { copyFileSync, existsSync, linkSync, mkdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasCode } from '../../files/error-code.ts';

/** Puts files of a folder into another one as well: the same files where the disk has links, else copies. Names are paths in the folder. */
export function linkFiles(from: string, to: string, names: Iterable<string>): void {
  const folders = new Set<string>();
  for (const name of names) {
    const path = join(to, name);
    const folder = dirname(path);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    try {
      linkSync(join(from, name), path);
    } catch {
      copyFileSync(join(from, name), path);
    }
  }
}

/** Takes files away, as far as they are there, and the folders that they leave empty. Names are paths in the folder. */
export function removeFiles(folder: string, names: Iterable<string>): void {
  const left = new Set<string>();
  for (const name of names) {
    try {
      unlinkSync(join(folder, name));
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
    }
    left.add(dirname(name));
  }
  // Whether a folder is empty is known when all that is in it has been looked at.
  for (const name of [...left].sort((a, b) => b.length - a.length))
    for (let inside = name; inside !== '.'; inside = dirname(inside))
      try {
        rmdirSync(join(folder, inside));
      } catch {
        // It holds other files, or is gone already: to look at its list before would take long in a large one.
        if (existsSync(join(folder, inside))) break;
      }
}
