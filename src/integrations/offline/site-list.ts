import { redirectsIn } from '../../hosting/redirects.ts';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { isForPrograms } from '../../domain/offline/for-programs.ts';
import { hashLength, mostSaved, pathIn, type SiteList } from '../../domain/offline/site-list.ts';
import type { ServedFile } from '../../server/served-files.ts';

/** Pages that every reader needs beside the one that they are on. */
const corePages = [
  '/',
  '/404.html',
  '/search/',
  '/symptoms/',
  '/causes/',
  '/fixes/',
  '/glossary/',
  '/start/',
];
/** Bytes up to which all parts of the search index belong to what every reader needs; beyond, only its beginning does. */
const mostIndex = 4_000_000;
/** Bytes up to which all drawings that several pages show belong to it too; beyond, each comes with the pages that show it. */
const mostDrawings = 100_000;
/** The signs of the kinds, which every result of the search has. */
const kindIcon = /^\/pictures\/kind-[^/]+\.svg$/;
/** The running text of a large knowledge base: a file for each article, and the search answers without. */
const runningText = /^\/search-index\/[^/]+\/full\//;
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

function isCore(files: readonly ServedFile[]): (path: string) => boolean {
  const isIndex = (path: string): boolean => path.startsWith('/search-index/') && !runningText.test(path);
  const isDrawing = (path: string): boolean => path.startsWith('/pictures/');
  const sizeOf = (of: (path: string) => boolean): number =>
    files.reduce((sum, { path, size }) => sum + (of(path) ? size : 0), 0);
  const [index, drawings] = [sizeOf(isIndex), sizeOf(isDrawing)];
  return (path) =>
    corePages.includes(path) ||
    path.startsWith('/_astro/') ||
    path === '/search-index/search.json' ||
    (isIndex(path) && index <= mostIndex) ||
    (isDrawing(path) && (drawings <= mostDrawings || kindIcon.test(path))) ||
    /^\/[^/]+\.(?:svg|png|json|webmanifest)$/.test(path);
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
