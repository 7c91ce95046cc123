import type { Fix } from '../knowledge/article.ts';
import { symptomsOfFix, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { pathOf } from '../knowledge/paths.ts';
import { compareText } from '../values/compare.ts';
import { xmlText } from '../values/markup.ts';
import type { PageDays } from './page-days.ts';

/** What feeds say, in the language of the site. */
export interface FeedWords {
  readonly title: (site: string) => string;
  readonly ofSymptom: (symptom: string) => string;
  readonly added: (places: string) => string;
}

export interface FeedOptions {
  /** Address of the site's home, with a slash at its end. */
  readonly home: string;
  /** Path of a page → its days; a fix without days is published with the next entry of the ledger. */
  readonly days: ReadonlyMap<string, PageDays>;
  readonly words: FeedWords;
}

/** Fixes that a feed names, the newest first. */
const most = 100;

/** The path of the feed of all fixes, and of those for one symptom. */
export const feedPath = '/feed.xml';
export function symptomFeedPathOf(symptom: string): string {
  return `${pathOf({ kind: 'symptom', id: symptom })}feed.xml`;
}

/** Path → Atom feed (RFC 4287): new and changed fixes, of the whole site and for each symptom. */
export function feedsOf(base: KnowledgeBase, options: FeedOptions): ReadonlyMap<string, string> {
  const { words } = options;
  const fixes = [...base.fixes.values()];
  const symptoms = [...base.symptoms.values()];
  const served = new Map(symptoms.map(({ id }): [string, Fix[]] => [id, []]));
  for (const fix of fixes) for (const { id } of symptomsOfFix(base, fix)) served.get(id)?.push(fix);
  const related = symptoms.map(({ id, title }) => ({
    path: symptomFeedPathOf(id),
    title: words.ofSymptom(title),
  }));
  return new Map([
    [
      feedPath,
      feed(base, options, { path: feedPath, of: '/', title: words.title(base.site.title), fixes, related }),
    ],
    ...symptoms.map((symptom) => {
      const path = symptomFeedPathOf(symptom.id);
      const title = words.ofSymptom(symptom.title);
      const about = { path, of: pathOf(symptom), title, fixes: served.get(symptom.id) ?? [], related: [] };
      return [path, feed(base, options, about)] as const;
    }),
  ]);
}

interface About {
  readonly path: string;
  /** The page that the feed is about. */
  readonly of: string;
  readonly title: string;
  readonly fixes: readonly Fix[];
  readonly related: readonly { readonly path: string; readonly title: string }[];
}

function feed(
  { site }: KnowledgeBase,
  options: FeedOptions,
  { path, of, title, fixes, related }: About,
): string {
  const { home, days, words } = options;
  const address = (to: string): string => xmlText(home.slice(0, -1) + to);
  const entries = fixes
    .flatMap((fix) => {
      const found = days.get(pathOf(fix));
      return found ? [{ fix, ...found }] : [];
    })
    .sort((a, b) => compareText(b.changed, a.changed) || compareText(a.fix.id, b.fix.id))
    .slice(0, most);
  const entryOf = ({ fix, published, changed, added }: (typeof entries)[number]): string => {
    const news = added.length === 0 ? '' : ` ${words.added(added.join(' · '))}`;
    return `<entry><id>${address(pathOf(fix))}</id><title>${xmlText(fix.title)}</title><link rel="alternate" type="text/html" href="${address(pathOf(fix))}"/><published>${moment(published)}</published><updated>${moment(changed)}</updated><summary>${xmlText(fix.summary + news)}</summary></entry>
`;
  };
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(site.language)}"><id>${address(path)}</id><title>${xmlText(title)}</title><updated>${moment(entries[0]?.changed ?? '1970-01-01')}</updated><author><name>${xmlText(site.title)}</name></author><icon>${address('/favicon.svg')}</icon>${site.license ? `<rights>${xmlText(site.license)}</rights>` : ''}
<link rel="self" type="application/atom+xml" href="${address(path)}"/>
<link rel="alternate" type="text/html" href="${address(of)}"/>
${related.map((other) => `<link rel="related" type="application/atom+xml" href="${address(other.path)}" title="${xmlText(other.title)}"/>\n`).join('')}${entries.map(entryOf).join('')}</feed>
`;
}

/** A day as Atom wants it. The ledger knows no hours. */
function moment(day: string): string {
  return `${day}T00:00:00Z`;
}
