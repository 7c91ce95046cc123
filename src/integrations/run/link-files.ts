import { copyFileSync, existsSync, linkSync, mkdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

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

/** Takes a file away, and the folders that it leaves empty. */
export function removeFile(folder: string, name: string): void {
  if (existsSync(join(folder, name))) unlinkSync(join(folder, name));
  for (let inside = dirname(name); inside !== '.'; inside = dirname(inside))
    try {
      rmdirSync(join(folder, inside));
    } catch {
      // It holds other files: to look at its list before each of them would take long in a large one.
      return;
    }
}
