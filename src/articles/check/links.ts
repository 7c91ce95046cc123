import { folderOf, kinds } from '../../domain/knowledge/article.ts';
import { closest } from '../../domain/problems/closest.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import type { Place, Problem } from '../../domain/problems/problem.ts';
import { saidPathOf, saidTextsOf } from '../../domain/permalinks/said-texts.ts';
import { aliasesOf, formerIdsOf } from '../permalinks/aliases.ts';
import type { ArticleFile, Content } from '../content.ts';
import { decodePart } from '../../domain/values/decode.ts';
import { didYouMean, few, sentences, listOf } from '../../domain/problems/say.ts';

/** Every address a link may lead to: path → its anchors; `undefined` where any anchor is taken (the text did not compile). */
export type Destinations = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** Anchors that the layouts of each kind of page give to their own sections. */
export const layoutAnchors = {
  symptom: [
    'main',
    'picture',
    'questions',
    'question-title',
    'workarounds',
    'plan',
    'then',
    'stop',
    'less-likely',
    'last-resort',
    'hand-over',
    'causes',
    'similar',
    'why',
    'map',
    'sources',
    'support',
  ],
  cause: ['main', 'symptoms', 'fixes', 'workarounds', 'sources', 'support'],
  fix: ['main', 'outcome', 'hand-over', 'plans', 'solves', 'sources', 'support'],
} as const;

/** Those of them that stand on every page of the kind, whatever its content: links to them are kept as well. */
export const permanentSections = {
  symptom: ['plan', 'then', 'stop', 'less-likely', 'last-resort', 'causes', 'why', 'support'],
  cause: ['symptoms', 'fixes', 'support'],
  fix: ['outcome', 'plans', 'solves', 'support'],
} as const satisfies {
  readonly [K in keyof typeof layoutAnchors]: readonly (typeof layoutAnchors)[K][number][];
};

/** Pages that every site has, whatever its content. */
export const fixedPages: readonly string[] = [
  '/',
  '/symptoms/',
  '/causes/',
  '/fixes/',
  '/glossary/',
  '/map/',
  '/search/',
  '/says/',
];

/** The addresses that a site of this content has. */
export function destinationsOf(content: Content): Destinations {
  const destinations = new Map<string, ReadonlySet<string> | undefined>(
    fixedPages.map((path) => [path, new Set(['main'])]),
  );
  destinations.set(
    '/glossary/',
    content.unread.files.has('glossary.yaml')
      ? undefined
      : new Set(['main', ...content.glossary.value.map(({ id }) => id)]),
  );
  for (const kind of kinds)
    for (const id of content.unread[kind]) destinations.set(`/${folderOf[kind]}/${id}/`, undefined);
  for (const file of content.articles) {
    const anchors =
      file.body &&
      new Set([
        ...file.body.anchors.map(({ id }) => id),
        ...layoutAnchors[file.kind],
        ...aliasesOf(file).map(({ anchor }) => anchor),
      ]);
    destinations.set(pathOf(file), anchors);
    destinations.set(`/go/${file.id}/`, anchors);
    for (const { id } of formerIdsOf(file)) destinations.set(`/${folderOf[file.kind]}/${id}/`, anchors);
  }
  for (const { slug } of saidTextsOf(content.articles.flatMap(({ article }) => (article ? [article] : []))))
    destinations.set(saidPathOf(slug), new Set(['main']));
  return destinations;
}

/** Internal links and anchors that lead nowhere, and links that could run something. */
export function checkLinks(file: ArticleFile, destinations: Destinations): readonly Problem[] {
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
  if (/^(?:https?:\/\/|mailto:|tel:|sms:)/i.test(url)) return [];
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//'))
    return [
      {
        kind: 'forbidden-markup',
        place,
        message: `The link \`${url}\` is of a kind that pages do not hold.`,
        hint: 'Link to an address that begins with `https://`, `mailto:`, `tel:` or a slash.',
      },
    ];
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

function nearestPage(page: string, from: string, destinations: Destinations): string | undefined {
  const base = `https://site${from}`;
  const absolute = (URL.canParse(page, base) ? new URL(page, base).pathname : page)
    .replace(/\.(?:mdx?|html)$/, '')
    .replace(/\/?$/, '/');
  if (destinations.has(absolute)) return absolute;
  const id = absolute.split('/').at(-2) ?? '';
  return (
    Object.values(folderOf)
      .map((folder) => `/${folder}/${id}/`)
      .find((path) => destinations.has(path)) ?? closest(absolute, destinations.keys())
  );
}

/** A few pages of the folder that the author had in mind. */
function examples(page: string, destinations: Destinations): string {
  const all = [...destinations.keys()].filter((path) => !path.startsWith('/go/'));
  const deep = all.filter((path) => path.split('/').length > 3);
  const near = deep.filter((path) => path.split('/')[1] === page.split('/')[1]);
  return listOf((near.length > 0 ? near : deep.length > 0 ? deep : all).sort().slice(0, 4));
}
