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
/** Which files of a site are saved at the first visit, whatever its size: what every page needs, and the ways on. */
export function isCore(files: readonly ServedFile[]): (path: string) => boolean {
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
