import type { TextKind } from '../domain/knowledge/article.ts';
import type { SiteContent } from '../domain/site-content.ts';
import type { ContentDir } from './content-dir.ts';
import { textsOf, type Content } from './content.ts';
import { publishedOf } from './drafts/drafts.ts';
import { bodyPartsOf } from './markup.ts';
import { forgetTree } from './read/article.ts';
import type { Bodies } from './read/files.ts';
import { piecesOf } from './pieces.ts';
import { contentReader } from './read/reader.ts';
import { sharedPlace, type SharedContent } from './shared-place.ts';
import { siteContentOf } from './site-content.ts';
import { watched, type Note } from './watched.ts';

/** Symptoms whose pages after answers are made at the same time in dev. */
const mostAsked = 8;

/**
 * The check, the pages and the search of one build read the content once and plan once, although the pages are bundled and
 * carry a copy of every module: who asks first, the configuration, answers for all. In dev, a change in the code that reads
 * or plans therefore shows after a restart. With `bodies` that are parsed when asked for, what is wrong with them is not known.
 */
export function sharedContent(dir: ContentDir, bodies?: Bodies): SharedContent {
  const all = sharedPlace();
  const shared = all.get(dir.path) ?? contentOf(dir, bodies);
  all.set(dir.path, shared);
  return shared;
}

function contentOf(dir: ContentDir, bodies?: Bodies): SharedContent {
  const look = contentReader(dir, bodies);
  let held: Content | undefined;
  let seenLast: Content | undefined;
  const lately = askedLately();
  const read = (): Content => (seenLast = held ?? look());
  let last: { readonly from: Content; readonly stage: string; readonly site: SiteContent } | undefined;
  let note: Note | undefined;
  let seen: { readonly of: SiteContent; readonly watched: SiteContent } | undefined;
  const { hear, ...pieces } = piecesOf((cell) => note?.(cell));
  const siteOf = (stage: 'published' | 'drafts', from: Content): SiteContent => {
    if (last?.from !== from || last.stage !== stage)
      last = {
        from,
        stage,
        site:
          stage === 'drafts'
            ? siteContentOf(from, 'quick', lately.asked)
            : siteContentOf(publishedOf(from), 'shown'),
      };
    return last.site;
  };
  const site: SharedContent['site'] = (stage) => (hear(everything), siteOf(stage, read()));
  return {
    ...{ ...lately, ...pieces },
    read: () => (hear(everything), read()),
    site,
    shown: () => (hear(everything), last?.from ?? read()),
    built: () => {
      const of = last?.stage === 'published' ? last.site : site('published');
      if (!note) return of;
      if (seen?.of !== of) seen = { of, watched: watched(of, hear) };
      return seen.watched;
    },
    drafted: () => siteOf('drafts', seenLast ?? read()),
    body: (kind, id) => {
      hear(bodyCell(kind, id));
      return bodyPartsOf(last?.from ?? read(), kind, id);
    },
    makeBodies: () => {
      const content = read();
      for (const { kind, id, body } of textsOf(publishedOf(content))) {
        bodyPartsOf(content, kind, id);
        if (body) forgetTree(body);
      }
    },
    hold: () => void (held = look()),
    watch: (next) => void (note = next),
  };
}

/** Remembers the last few symptoms that were asked for: who walks through many does not keep the plans of all of them. */
function askedLately(): Pick<SharedContent, 'asked' | 'askFor'> {
  const asked = new Set<string>();
  return {
    asked: () => asked,
    askFor: (symptom) => {
      if (asked.has(symptom)) return false;
      const [oldest] = asked;
      if (oldest !== undefined && asked.size >= mostAsked) asked.delete(oldest);
      asked.add(symptom);
      return true;
    },
  };
}

/** The cell of who may have read anything. */
export const everything = 'everything';

/** The name by which a body is noted; no cell of the content begins like it. */
function bodyCell(kind: TextKind, id: string): string {
  return `body ${kind} ${id}`;
}

/** The article whose body a noted cell means; undefined for any other. */
export function bodyInCell(cell: string): { readonly kind: TextKind; readonly id: string } | undefined {
  const [, kind, id] = /^body (\w+) (.*)$/.exec(cell) ?? [];
  return kind && id ? { kind: kind as TextKind, id } : undefined;
}
