import { folderOf } from '../../domain/knowledge/article.ts';
import { closest } from '../../domain/problems/closest.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import type { Place, Problem } from '../../domain/problems/problem.ts';
import type { Destinations } from './destinations.ts';
import type { TextFile } from '../content.ts';
import { decodePart } from '../../domain/values/decode.ts';
import { inCodeMarks } from '../marks/html-tags.ts';
import { didYouMean, few, sentences, listOf } from '../../domain/problems/say.ts';

/** Internal links and anchors that lead nowhere, and links that could run something. */
export function checkLinks(file: TextFile, destinations: Destinations): readonly Problem[] {
  return (file.body?.links ?? []).flatMap(({ url, line, column }) =>
    checkAddress(url, pathOf(file), destinations, file.placeAt(line, column)),
  );
}

/** One address, as written on the page at `from`. */
export function checkAddress(
  url: string,
  from: string,
  destinations: Destinations,
  place: Place,
): readonly Problem[] {
  if (/^#?$/.test(url.trim())) return [withoutAddress(place, destinations)];
  if (/^(?:https?:\/\/|mailto:|tel:|sms:)/i.test(url)) return [];
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) return [strangeAddress(url, place)];
  const [path = '', anchor] = url.split('#');
  const page = path.split('?')[0] || from;
  if (!destinations.has(page)) {
    const meant = nearestPage(page, from, destinations);
    return [
      {
        kind: 'broken-link',
        place,
        message: `The link \`${url}\` leads nowhere.`,
        hint:
          didYouMean(meant && `${meant}${anchor ? `#${anchor}` : ''}`) ??
          `Link from the site's root, like ${examples(page, destinations)}.`,
      },
    ];
  }
  const anchors = destinations.get(page);
  if (!anchor || !anchors || anchors.has(decodePart(anchor))) return [];
  const meant = closest(anchor, anchors);
  return [
    {
      kind: 'broken-anchor',
      place,
      message: `\`${page}\` has no anchor \`#${anchor}\`.`,
      hint: sentences(
        didYouMean(meant && `${path}#${meant}`),
        `It has: ${few(
          [...anchors].filter((id) => id !== 'main'),
          12,
        )}.`,
      ),
    },
  ];
}

function strangeAddress(url: string, place: Place): Problem {
  return {
    kind: 'forbidden-markup',
    place,
    message: `The link \`${url}\` is of a kind that pages do not hold.`,
    // Plain Markdown takes `<host:port>` for one.
    hint: place.text?.includes(`<${url}>`)
      ? inCodeMarks(`<${url}>`)
      : 'Link to an address that begins with `https://`, `mailto:`, `tel:` or a slash.',
  };
}

function withoutAddress(place: Place, destinations: Destinations): Problem {
  return {
    kind: 'broken-link',
    place,
    message: 'The link has no address.',
    hint: `Write where it leads, like ${examples('/fixes/', destinations)}, or the words alone.`,
  };
}

/** The page that was meant, by the name of its file, by its id in another folder or by a slip; never the one on which the link stands. */
function nearestPage(page: string, from: string, destinations: Destinations): string | undefined {
  const own = destinations.get(from);
  const isOwn = (path: string): boolean =>
    path === from || (own !== undefined && destinations.get(path) === own);
  const named = [from.replace(/[^/]+\/$/, ''), from].map((folder) => pageNamed(page, folder));
  const ids = new Set(named.map((path) => path.split('/').at(-2) ?? ''));
  const there = [
    ...named,
    ...[...ids].flatMap((id) => Object.values(folderOf).map((folder) => `/${folder}/${id}/`)),
  ].find((path) => destinations.has(path));
  if (there !== undefined) return isOwn(there) ? undefined : there;
  const asked = named[0] ?? page;
  const meant = destinations.nearest(asked, isOwn);
  // The folder alone, which both have, makes no two pages alike.
  return meant !== undefined && closest(lastPart(asked), [lastPart(meant)]) !== undefined ? meant : undefined;
}

function lastPart(path: string): string {
  return path.split('/').findLast(Boolean) ?? '';
}

/** The address of a page that a link names as a file of a folder, like `../fixes/restart.md`. */
function pageNamed(page: string, folder: string): string {
  const base = `https://site${folder}`;
  return (URL.canParse(page, base) ? new URL(page, base).pathname : page)
    .replace(/\.(?:mdx?|html)$/, '')
    .replace(/\/?$/, '/');
}

/** A few pages of the folder that the author had in mind. */
function examples(page: string, destinations: Destinations): string {
  const all = [...destinations.keys()].filter((path) => !path.startsWith('/go/'));
  const deep = all.filter((path) => path.split('/').length > 3);
  const near = deep.filter((path) => path.split('/')[1] === page.split('/')[1]);
  return listOf((near.length > 0 ? near : deep.length > 0 ? deep : all).sort().slice(0, 4));
}
