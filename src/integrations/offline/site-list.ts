import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { isForPrograms } from '../../domain/offline/for-programs.ts';
import { hashLength, mostSaved, pathIn, type SiteList } from '../../domain/offline/site-list.ts';
import { redirectsIn } from '../../hosting/redirects.ts';
import type { ServedFile } from '../../server/served-files.ts';
import { isCore } from './core-files.ts';

/** What a system asks for once, when a reader puts the site on their home screen. */
const homeScreenIcon = '/apple-touch-icon.png';
/** No site gets smaller than this part of itself when it is packed, so that a large one need not be. */
const packedAtLeast = 1 / 10;

/** The list of a built site for its worker. `redirects` is its `_redirects` file; sites with the same files have the same list. */
export function siteListOf(files: readonly ServedFile[], base: string, redirects: string): SiteList {
  const shown = files.filter(({ path }) => !isForPrograms(path.slice(1)) && path !== homeScreenIcon);
  return {
    all: isSmall(shown),
    core: shown.map(({ path }) => path).filter(isCore(shown)),
    files: Object.fromEntries(
      shown.map(({ path, hash }) => [path, Buffer.from(hash, 'hex').toString('base64').slice(0, hashLength)]),
    ),
    moved: Object.fromEntries(
      redirectsIn(redirects).map(({ from, to }) => [pathIn(base, from), pathIn(base, to)]),
    ),
  };
}

/** Whether a site is small enough, packed, to be saved as a whole. Packs only where that is not plain to see. */
function isSmall(files: readonly ServedFile[]): boolean {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size <= mostSaved) return true;
  if (size * packedAtLeast > mostSaved) return false;
  let packed = 0;
  for (const { read } of files) {
    packed += gzipSync(read(), { level: 1 }).length;
    if (packed > mostSaved) return false;
  }
  return true;
}

/** The name of a build: the beginning of the hash of its list, as a part of a file name. */
export function buildNameOf(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, hashLength);
}
