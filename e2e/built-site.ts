import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { attributesOf, tagsIn, valueOf } from '../src/html/tags.ts';

/** An element of a page; attributes by name, without escapes. */
export interface BuiltElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A page of a built site, as its file says it. */
export interface BuiltPage {
  /** Address from the site's root, such as `/fixes/empty-crumb-tray/`. */
  readonly path: string;
  readonly kind:
    'home' | 'index' | 'symptom' | 'answered' | 'cause' | 'fix' | 'start' | 'map' | 'redirect' | 'other';
  readonly html: string;
  readonly elements: readonly BuiltElement[];
}

/** The folder that `kb e2e` serves. */
export const dist = process.env['KB_DIST'] ?? 'dist';

/** Every file of a built site, as addresses from its root, in a fixed order. */
export function filesOf(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) =>
        `/${join(entry.parentPath, entry.name).slice(dir.length).split(sep).filter(Boolean).join('/')}`,
    )
    .sort();
}

let ofTheSite: readonly BuiltPage[] | undefined;

/** Every HTML page of a built site; what Pagefind brings along is not one. Those of the site under test are read once. */
export function pagesOf(dir: string): readonly BuiltPage[] {
  if (dir === dist && ofTheSite) return ofTheSite;
  const pages = filesOf(dir)
    .filter((file) => file.endsWith('.html') && !file.startsWith('/search-index/'))
    .map((file) => pageAt(dir, file));
  if (dir === dist) ofTheSite = pages;
  return pages;
}

/**
 * The pages that a loop over templates and articles looks at: every page, but of the answered ones of a symptom, which hold
 * its cards in another order, only the one with the most answers, and of those, the first questions and the maps what holds
 * an element that no other one of them holds.
 */
export function withoutRepeats(pages: readonly BuiltPage[]): readonly BuiltPage[] {
  const depthOf = ({ path }: BuiltPage): number => path.split('/').length;
  const answered = pages.filter(({ kind }) => kind === 'answered');
  const deepest = new Map<string | undefined, BuiltPage>();
  for (const page of answered.toSorted((a, b) => depthOf(a) - depthOf(b)))
    deepest.set(page.path.split('/')[2], page);
  const kept = new Set(deepest.values());
  for (const sort of ['answered', 'start', 'map'] as const)
    for (const page of templatesOf(pages.filter(({ kind }) => kind === sort))) kept.add(page);
  return pages.filter((page) => !['answered', 'start', 'map'].includes(page.kind) || kept.has(page));
}

/** Few pages, long ones first, that hold every element of all of them, told apart by name and classes, and every script. */
export function templatesOf(pages: readonly BuiltPage[]): readonly BuiltPage[] {
  const held = new Set<string>();
  return pages
    .toSorted((a, b) => b.html.length - a.html.length)
    .filter(({ html }) => {
      const before = held.size;
      for (const tag of tagsIn(html)) held.add(`${tag.name} ${valueOf(tag, tag.inside ? 'src' : 'class')}`);
      return held.size > before;
    });
}

/** At most so many pages at a time, so that the loops over all pages share the cores and stay within their time. */
export function inParts<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

function pageAt(dir: string, file: string): BuiltPage {
  const html = readFileSync(join(dir, file), 'utf8');
  const path = file.replace(/(?<=\/)index\.html$/, '');
  let elements: readonly BuiltElement[] | undefined;
  return {
    path,
    kind: kindOf(path, html),
    html,
    // Read when somebody asks: most tests need those of a few pages.
    get elements() {
      return (elements ??= tagsIn(html).map((tag) => ({
        name: tag.name,
        attributes: Object.fromEntries(attributesOf(tag).map(({ name, value }) => [name, value])),
      })));
    },
  };
}

function kindOf(path: string, html: string): BuiltPage['kind'] {
  if (html.includes('http-equiv="refresh"')) return 'redirect';
  if (path === '/') return 'home';
  const [folder = '', ...rest] = path.split('/').filter(Boolean);
  const one = ({ symptoms: 'symptom', causes: 'cause', fixes: 'fix' } as const)[folder];
  if (folder === 'start' || folder === 'map') return folder;
  if (!one) return 'other';
  return rest.length === 0 ? 'index' : rest.length === 1 ? one : 'answered';
}
