import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file beside its place and moves it there: nobody reads half of it, and a link that lies there is replaced, not
 * followed. Throws the system's error.
 */
export function writeWhole(path: string, data: string | Uint8Array): void {
  const beside = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(beside, data);
  renameSync(beside, path);
}
