import type { PackedTask } from '../reader/plan-left.ts';
import type { SearchOutcome } from '../search/results.ts';
import type { ArticleFacts } from '../twins/article-facts.ts';
import type { GraphFile } from '../twins/graph-file.ts';

/** Reads a file of a built site by its address from the root (`/graph.json`, `/fixes/x/`); undefined where there is none. Rejects where nobody can say. */
export type SiteFiles = (address: string) => Promise<string | undefined>;

/** What the tools know of a built site; read when it is asked for. */
export interface ToolSite {
  readonly graph: GraphFile;
  /** The facts of an article by its id, and of one that it was renamed from. */
  readonly facts: (id: string) => Promise<ArticleFacts | undefined>;
  /** What the search of the site answers; undefined where it has none. */
  readonly search: (text: string) => Promise<SearchOutcome | undefined>;
  /** What the page at an address carries to work its plan out anew after what was tried. */
  readonly left: (url: string) => Promise<PackedTask | undefined>;
}

/** How a site is read: from a folder, over the web, or by one of its own pages. */
export interface SiteReader {
  readonly read: SiteFiles;
  readonly search: ToolSite['search'];
  /** What the list of what was tried carries (`data-page` of `tried-before`) in the HTML of a page. */
  readonly carriedBy: (html: string) => string | undefined;
}

/** The site of a graph file. */
export function toolSiteOf(graph: GraphFile, { read, search, carriedBy }: SiteReader): ToolSite {
  const folders = new Map<string, string>(
    (['symptoms', 'causes', 'fixes'] as const).flatMap((folder) =>
      graph[folder].map(({ id }) => [id, folder] as const),
    ),
  );
  return {
    graph,
    search,
    facts: async (id) => {
      const now = folders.has(id) ? id : await presentId(read, id);
      const folder = now === undefined ? undefined : folders.get(now);
      if (folder === undefined) return undefined;
      const text = await read(`/${folder}/${now}.json`);
      return text === undefined ? undefined : (JSON.parse(text) as ArticleFacts);
    },
    left: async (url) => {
      const page = await read(url.startsWith(graph.url) ? `/${url.slice(graph.url.length)}` : url);
      const carried = page?.includes('<tried-before') ? carriedBy(page) : undefined;
      return carried === undefined ? undefined : (JSON.parse(carried) as { readonly task: PackedTask }).task;
    },
  };
}

/** The id of the article to which an earlier id leads: its short address is a page that leads on, or what it leads to. */
async function presentId(read: SiteFiles, id: string): Promise<string | undefined> {
  const page = /^[a-z0-9-]+$/.test(id) ? await read(`/go/${id}/`) : undefined;
  const [, address = ''] = /<link rel="?canonical"? href="?([^"\s>]+)/.exec(page ?? '') ?? [];
  return address.split('#')[0]?.split('/').filter(Boolean).at(-1);
}
