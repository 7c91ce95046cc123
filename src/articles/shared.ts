import type { SiteContent } from '../domain/site-content.ts';
import type { ContentDir } from './content-dir.ts';
import type { Content } from './content.ts';
import { publishedOf } from './drafts/drafts.ts';
import { contentReader } from './read/reader.ts';
import { siteContentOf } from './site-content.ts';

/** The content of a folder, as all of this process share it. */
export interface SharedContent {
  /** The content as it stands now; the same object for as long as no file changes. */
  readonly read: () => Content;
  /** What the pages show of it: published articles with proven plans, or all of them, drafts too, with quick ones. */
  readonly site: (stage: 'published' | 'drafts') => SiteContent;
  /** The content that `site` was last made of, without a look at the files. */
  readonly shown: () => Content;
}

const place = Symbol.for('mendbook.content');

/**
 * The check, the pages and the search of one build read the content once and plan once, although the pages are bundled and
 * carry a copy of every module: who asks first, the configuration, answers for all. In dev, a change in the code that reads
 * or plans therefore shows after a restart.
 */
export function sharedContent(dir: ContentDir): SharedContent {
  const all = ((globalThis as { [place]?: Map<string, SharedContent> })[place] ??= new Map());
  const shared = all.get(dir.path) ?? contentOf(dir);
  all.set(dir.path, shared);
  return shared;
}

function contentOf(dir: ContentDir): SharedContent {
  const read = contentReader(dir);
  let last: { readonly from: Content; readonly stage: string; readonly site: SiteContent } | undefined;
  return {
    read,
    site: (stage) => {
      const from = read();
      if (last?.from !== from || last.stage !== stage)
        last = {
          from,
          stage,
          site: stage === 'drafts' ? siteContentOf(from, 'quick') : siteContentOf(publishedOf(from), 'shown'),
        };
      return last.site;
    },
    shown: () => last?.from ?? read(),
  };
}
