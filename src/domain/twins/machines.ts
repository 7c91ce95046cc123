import type { Site } from '../knowledge/site.ts';

/** Which files for programs a site has beside its pages. */
export interface Machines {
  /** A twin in Markdown for every page. */
  readonly markdown: boolean;
  /** A file of facts for every article. */
  readonly json: boolean;
  /** A picture of every article, by which other sites show a link to it. */
  readonly cards: boolean;
}

/** What hosts such as Cloudflare take, less what a site grows by before somebody looks again. */
const mostFiles = 19_000;
/** Files for each article: its page, its short address, and its share of plans, feeds, screen texts and the search index. */
const filesOfArticle = 4.2;

/**
 * Which files for programs a site gets: what its owner asked for; where nothing was said, as many as a host of static files takes, twins before facts, since
 * all facts stand in one file as well. `pages` counts the pages beside those of articles.
 */
export function machinesOf(
  asked: Site['machines'],
  { articles, pages }: { readonly articles: number; readonly pages: number },
): Machines {
  const cards = asked?.cards === true;
  const own = articles * (filesOfArticle + (cards ? 1 : 0)) + pages;
  const twins = articles + pages;
  const markdown = asked?.markdown ?? own + twins + (asked?.json === true ? articles : 0) <= mostFiles;
  return { markdown, json: asked?.json ?? own + articles + (markdown ? twins : 0) <= mostFiles, cards };
}
