import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { cacheOf, contentDirOf, type ContentDir } from '../../articles/content-dir.ts';
import { slugOf } from '../../domain/values/slug.ts';

/** The folder, as an absolute path, of the built site that a command works on: the one that is `named`, meant from where the command was typed, or `KB_DIST`, else the usual one. */
export function siteFolder(root: string, named: string | undefined): string {
  if (named !== undefined) return resolve(named);
  return process.env['KB_DIST']
    ? resolve(root, process.env['KB_DIST'])
    : usualFolder(root, contentDirOf(root));
}

/**
 * Where a knowledge base is built to when nobody says where: `dist` of the project for its own, `dist-toaster` for one in a folder
 * `toaster`. Each has a folder of its own; of two with one name the second gets a few signs more. Who was first stands in `.cache/sites`.
 */
export function usualFolder(root: string, { path }: ContentDir): string {
  const real = realOf(path);
  if (real === realOf(join(root, 'content'))) return join(root, 'dist');
  const folder = basename(real) === 'content' ? dirname(real) : real;
  const name = slugOf(basename(folder), { length: 60, bytes: 180 });
  const digest = createHash('sha256').update(real).digest('hex').slice(0, 6);
  if (name === '' || ownerOf(join(cacheOf(root), 'sites', name), real) !== real)
    return join(root, ['dist', name, digest].filter(Boolean).join('-'));
  return join(root, `dist-${name}`);
}

/** The knowledge base that a name belongs to: whichever came first and is still there. */
function ownerOf(claim: string, real: string): string {
  try {
    mkdirSync(dirname(claim), { recursive: true });
    writeFileSync(claim, real, { flag: 'wx' });
    return real;
  } catch {
    const owner = readFileSync(claim, 'utf8');
    if (owner === real || existsSync(owner)) return owner;
    writeFileSync(claim, real);
    return real;
  }
}

function realOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}
