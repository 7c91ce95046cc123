import { folderOf } from '../domain/article.ts';
import { closest } from '../domain/closest.ts';
import { pathOf } from '../domain/paths.ts';
import type { Problem } from '../domain/problem.ts';
import { saidPathOf, saidTextsOf } from '../domain/said-texts.ts';
import { aliasesOf, formerIdsOf } from './aliases.ts';
import type { ArticleFile, Content } from './read-content.ts';

/** Every address a link may lead to: path → its anchors; `undefined` where any anchor is taken (the text did not compile). */
export type Destinations = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** Anchors that the layouts of each kind of page give to their own sections. */
export const layoutAnchors = {
  symptom: ['main', 'plan', 'workarounds', 'less-likely', 'last-resort', 'causes', 'similar', 'why', 'support', 'map', 'questions', 'sources'],
  cause: ['main', 'fixes', 'symptoms', 'sources', 'support'],
  fix: ['main', 'solves', 'plans', 'outcome', 'sources', 'support'],
} as const;

/** Pages that every site has, whatever its content. */
export const fixedPages: readonly string[] = ['/', '/symptoms/', '/causes/', '/fixes/', '/glossary/', '/map/', '/search/', '/says/'];

/** The addresses that a site of this content has. */
export function destinationsOf(content: Content): Destinations {
  const destinations = new Map<string, ReadonlySet<string> | undefined>(fixedPages.map((path) => [path, new Set(['main'])]));
  destinations.set('/glossary/', new Set(['main', ...content.glossary.value.map(({ id }) => id)]));
  for (const file of content.articles) {
    const anchors = file.body && new Set([...file.body.anchors.map(({ id }) => id), ...layoutAnchors[file.kind], ...aliasesOf(file).map(({ anchor }) => anchor)]);
    destinations.set(pathOf(file), anchors);
    destinations.set(`/go/${file.id}/`, anchors);
    for (const { id } of formerIdsOf(file)) destinations.set(`/${folderOf[file.kind]}/${id}/`, anchors);
  }
  for (const { slug } of saidTextsOf(content.articles.flatMap(({ article }) => (article ? [article] : [])))) destinations.set(saidPathOf(slug), new Set(['main']));
  return destinations;
}

/** Internal links and anchors that lead nowhere, and links that could run something. */
export function checkLinks(file: ArticleFile, destinations: Destinations): readonly Problem[] {
  return (file.body?.links ?? []).flatMap(({ url, line, column }): Problem[] => {
    const place = file.placeAt(line, column);
    if (/^(?:https?:\/\/|mailto:|tel:|sms:)/i.test(url)) return [];
    if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) return [{ kind: 'forbidden-markup', place, message: `The link \`${url}\` is of a kind that pages do not hold.`, hint: 'Link to an address that begins with https://, mailto:, tel: or a slash.' }];
    const [path = '', anchor] = url.split('#');
    const page = path.split('?')[0] || pathOf(file);
    if (!destinations.has(page)) {
      const meant = nearestPage(page, file, destinations);
      return [{ kind: 'broken-link', place, message: `The link \`${url}\` leads nowhere.`, hint: meant ? `Did you mean \`${meant}${anchor ? `#${anchor}` : ''}\`?` : `Link from the site's root, like \`/fixes/…/\`. Pages: ${few([...destinations.keys()])}.` }];
    }
    const anchors = destinations.get(page);
    if (!anchor || !anchors || anchors.has(decodeAnchor(anchor))) return [];
    const meant = closest(anchor, anchors);
    return [{ kind: 'broken-anchor', place, message: `\`${page}\` has no anchor \`#${anchor}\`.`, hint: `${meant ? `Did you mean \`#${meant}\`? ` : ''}It has: ${few([...anchors])}.` }];
  });
}

function nearestPage(page: string, file: ArticleFile, destinations: Destinations): string | undefined {
  const absolute = new URL(page, `https://x${pathOf(file)}`).pathname.replace(/\.mdx?$/, '').replace(/\/?$/, '/');
  return destinations.has(absolute) ? absolute : closest(absolute, destinations.keys());
}

function decodeAnchor(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

function few(names: readonly string[]): string {
  const shown = [...names].sort().slice(0, 12).map((name) => `\`${name}\``);
  return shown.join(', ') + (names.length > 12 ? ', …' : '');
}
