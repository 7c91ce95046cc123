import { openEngine, type Engine } from '../../domain/search/engine.ts';
import type { SearchFile } from '../../domain/search/index.ts';
import { openParts } from '../../domain/search/parts.ts';
import type { PackedTask } from '../../domain/reader/plan-left.ts';
import type { ArticleFacts } from '../../domain/twins/article-facts.ts';
import type { GraphFile } from '../../domain/twins/graph-file.ts';
import { elementsIn } from '../../html/elements.ts';
import { parseRedirects } from '../../server/redirect-rules.ts';
import type { SiteFiles } from './site-files.ts';

/** What the tools know of a built site; read when it is asked for. */
export interface ToolSite {
  readonly graph: GraphFile;
  /** The facts of an article by its id, and of one that it was renamed from. */
  readonly facts: (id: string) => Promise<ArticleFacts | undefined>;
  readonly engine: () => Promise<Engine | undefined>;
  /** What the page at an address carries to work its plan out anew after what was tried. */
  readonly left: (url: string) => Promise<PackedTask | undefined>;
}

/** Opens a built site; a sentence where it cannot be one, or publishes nothing for programs. */
export async function openSite(
  read: SiteFiles,
  place: string,
): Promise<ToolSite | { readonly error: string }> {
  const text = await read('/graph.json');
  if (text === undefined)
    return {
      error: `There is no \`graph.json\` in \`${place}\`. Name the folder or the address of a built site.`,
    };
  const graph = JSON.parse(text) as GraphFile;
  const [first] = [...graph.symptoms, ...graph.causes, ...graph.fixes];
  if (first && first.facts === undefined)
    return {
      error: `The site in \`${place}\` has no files of facts. Build it with \`machines: { json: true }\` in its \`site.yaml\`; a large one leaves them out where nothing is said.`,
    };
  const folders = new Map<string, string>(
    (['symptoms', 'causes', 'fixes'] as const).flatMap((folder) =>
      graph[folder].map(({ id }) => [id, folder] as const),
    ),
  );
  const json = async <T>(address: string): Promise<T | undefined> => {
    const found = await read(address);
    return found === undefined ? undefined : (JSON.parse(found) as T);
  };
  return {
    graph,
    facts: async (id) => {
      const now = folders.has(id) ? id : await presentId(read, id);
      const folder = folders.get(now);
      return folder === undefined ? undefined : json<ArticleFacts>(`/${folder}/${now}.json`);
    },
    engine: async () => {
      const file = await json<SearchFile>('/search-index/search.json');
      if (!file) return undefined;
      const { parts } = file;
      if (!parts) return openEngine(file);
      const load = async <T>(name: string): Promise<T> =>
        (await json<T>(`/search-index/${parts.folder}/${name}`)) as T;
      return openParts({ ...file, parts }, load);
    },
    left: async (url) => {
      const page = await read(addressIn(graph.url, url));
      return page === undefined ? undefined : packedTaskIn(page);
    },
  };
}

/** The id of the article that an earlier id leads to, else the id itself. */
async function presentId(read: SiteFiles, id: string): Promise<string> {
  const file = /^[a-z0-9-]+$/.test(id) ? await read('/_redirects') : undefined;
  const redirects = file === undefined ? undefined : parseRedirects(file);
  const found = ['go', 'fixes', 'symptoms', 'causes'].flatMap(
    (folder) => redirects?.(`/${folder}/${id}/`)?.to ?? [],
  );
  return found[0]?.split('#')[0]?.split('/').filter(Boolean).at(-1) ?? id;
}

/** The address from the root of the site. */
function addressIn(root: string, url: string): string {
  return url.startsWith(root) ? `/${url.slice(root.length)}` : url;
}

/** What the list of what was tried carries, on the page that begins with it. */
function packedTaskIn(html: string): PackedTask | undefined {
  if (!html.includes('<tried-before')) return undefined;
  const list = elementsIn(html).find(({ name }) => name === 'tried-before');
  const page = list?.attributes['data-page'];
  return page === undefined ? undefined : (JSON.parse(page) as { readonly task: PackedTask }).task;
}
