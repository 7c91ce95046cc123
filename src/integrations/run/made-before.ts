import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCacheOf } from '../../articles/content-dir.ts';
import type { Base } from '../step.ts';
import { generatorIn } from './kept-site.ts';

/**
 * A file that an earlier build has made of the same, else as `make` makes it now. `of` is all that it is made of beside the generator;
 * the last one of each `name` is kept in the cache of the knowledge base.
 */
export async function madeBefore(
  base: Pick<Base, 'project' | 'dir'>,
  name: string,
  of: string | Uint8Array,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const folder = join(buildCacheOf(base.project, base.dir), 'made');
  const digest = createHash('sha256')
    .update(`${generatorIn(base)}\0`)
    .update(of)
    .digest('base64url');
  const file = join(folder, `${name}.${digest}`);
  if (existsSync(file)) return readFileSync(file);
  const made = await make();
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) if (old.startsWith(`${name}.`)) rmSync(join(folder, old));
  writeFileSync(`${file}.${process.pid}`, made);
  renameSync(`${file}.${process.pid}`, file);
  return made;
}
