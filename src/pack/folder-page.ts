import { elementsIn, rewrite, type HtmlElement, type Span } from '../html/elements.ts';
import { htmlAttribute } from '../domain/values/markup.ts';

/** What a page needs of the site that it is a part of. */
export interface FolderSite {
  /** The path below which the built site is served. */
  readonly base: string;
  /** The drawings of the folder `pictures` by name, as `<symbol>`. */
  readonly drawings: ReadonlyMap<string, string>;
}

/** The script that holds all others, in the folder of the site. */
export const scriptName = '_astro/all.js';

/**
 * A page of a built site for a folder on a disk: its links lead to files, its scripts are ordinary ones, the drawings that it
 * takes from another file stand in it. `path` is its file below the root of the site, such as `fixes/x/index.html`.
 */
export function pageForFolder(html: string, path: string, { base, drawings }: FolderSite): string {
  const root = '../'.repeat(path.split('/').length - 1);
  const elements = elementsIn(html);
  const scripts = elements.filter(
    ({ name, attributes }) => name === 'script' && attributes['type'] === 'module' && attributes['src'],
  );
  const used = new Set<string>();
  const changes: (Span & { by: string })[] = [];
  for (const element of elements) {
    if (isForPrograms(element))
      changes.push({ ...element.startTag, to: element.inside.to + '</a>'.length, by: '' });
    else if (isForServers(element)) changes.push({ ...element.startTag, by: '' });
    else if (scripts.includes(element))
      changes.push({
        ...element.startTag,
        to: element.inside.to + '</script>'.length,
        by: element === scripts[0] ? allScripts(root, scripts) : '',
      });
    else changes.push(...addressesOf(element, { root, base, drawings }, used));
  }
  const symbols = [...used].map((id) => drawings.get(id) ?? '').join('');
  const body = elements.find(({ name }) => name === 'body');
  if (symbols !== '' && body)
    changes.push({ from: body.startTag.to, to: body.startTag.to, by: `<svg hidden>${symbols}</svg>` });
  return rewrite(html, changes);
}

/** The address of a file of the site from the folder of a page: folders lead to their page. Addresses elsewhere stay. */
export function fileFrom(root: string, base: string, address: string): string {
  if (!address.startsWith(base) || address.startsWith('//')) return address;
  const [, file = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address.slice(base.length)) ?? [];
  return root + (file === '' || file.endsWith('/') ? `${file}index.html` : file) + rest;
}

/** What only means something to a server, or to browsers that talk to one; a policy whose `'self'` is no file. */
function isForServers({ name, attributes }: HtmlElement): boolean {
  return (
    (name === 'link' &&
      /^(?:manifest|canonical|modulepreload|preload|alternate|search|ard)$/.test(attributes['rel'] ?? '')) ||
    (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy')
  );
}

/** The link to the index for programs, which no folder has. */
function isForPrograms({ name, attributes }: HtmlElement): boolean {
  return name === 'a' && /(?:^|\/)llms\.txt$/.test(attributes['href'] ?? '');
}

function allScripts(root: string, scripts: readonly HtmlElement[]): string {
  const names = scripts.map(({ attributes }) => (attributes['src'] ?? '').replace(/^.*\//, ''));
  return `<script defer src="${root}${scriptName}" data-root="${root}" data-run="${names.join(' ')}"></script>`;
}

function addressesOf(
  { name, attributes, attributeSpans }: HtmlElement,
  { root, base, drawings }: FolderSite & { readonly root: string },
  used: Set<string>,
): readonly (Span & { readonly by: string })[] {
  return ['href', 'xlink:href', 'src', 'srcset', 'action', 'content'].flatMap((attribute) => {
    const value = attributes[attribute];
    const span = attributeSpans[attribute];
    if (value === undefined || !span) return [];
    if (attribute === 'srcset')
      return [{ ...span, by: `srcset="${htmlAttribute(sizesFrom(root, base, value))}"` }];
    const drawing = name === 'use' && value.startsWith(`${base}pictures/`) ? value.replace(/^.*#/, '') : '';
    if (drawings.has(drawing)) used.add(drawing);
    const [, before = '', refresh] =
      attribute === 'content' ? (/^(\d+;\s*url=)(.*)$/i.exec(value) ?? []) : [];
    if (attribute === 'content' && refresh === undefined) return [];
    const to = drawing === '' ? fileFrom(root, base, refresh ?? value) : `#${drawing}`;
    return to === (refresh ?? value) ? [] : [{ ...span, by: `${attribute}="${htmlAttribute(before + to)}"` }];
  });
}

/** The sizes of a picture, from the folder of a page. */
function sizesFrom(root: string, base: string, sizes: string): string {
  return sizes
    .split(',')
    .map((size) => {
      const [address = '', ...width] = size.trim().split(/\s+/);
      return [fileFrom(root, base, address), ...width].join(' ');
    })
    .join(', ');
}
