import { search } from '../../domain/search/results.ts';
import type { Engine } from '../../domain/search/engine.ts';
import { toolSiteOf, type SiteFiles, type ToolSite } from '../../domain/tools/tool-site.ts';
import type { GraphFile } from '../../domain/twins/graph-file.ts';
import { elementsIn } from '../../html/elements.ts';
import { openIndexOf } from '../read-index.ts';

/** Opens a built site; a sentence where it cannot be one, cannot be read, or publishes nothing for programs. */
export async function openSite(
  read: SiteFiles,
  place: string,
): Promise<ToolSite | { readonly error: string }> {
  let graph: GraphFile | undefined;
  try {
    graph = await jsonAt<GraphFile>(read, '/graph.json');
  } catch (error) {
    return {
      error: `\`graph.json\` of \`${place}\` could not be read: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  if (graph === undefined)
    return {
      error: `There is no \`graph.json\` in \`${place}\`. Name the folder or the address of a built site.`,
    };
  const [first] = [...graph.symptoms, ...graph.causes, ...graph.fixes];
  if (first && first.facts === undefined)
    return {
      error: `The site in \`${place}\` has no files of facts. Build it with \`machines: { json: true }\` in its \`site.yaml\`; a large one leaves them out where nothing is said.`,
    };
  let engine: Promise<Engine | undefined> | undefined;
  return toolSiteOf(graph, {
    read,
    search: async (text) => {
      engine ??= openIndexOf(read);
      // What could not be read once may be there the next time.
      engine.catch(() => (engine = undefined));
      const opened = await engine;
      return opened && search(opened, { text });
    },
    carriedBy: (html) =>
      elementsIn(html).find(({ name }) => name === 'tried-before')?.attributes['data-page'],
  });
}

async function jsonAt<T>(read: SiteFiles, address: string): Promise<T | undefined> {
  const found = await read(address);
  return found === undefined ? undefined : (JSON.parse(found) as T);
}
