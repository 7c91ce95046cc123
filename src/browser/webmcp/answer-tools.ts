import { callTool, type CallResult } from '../../domain/tools/answer.ts';
import { toolSiteOf, type ToolSite } from '../../domain/tools/tool-site.ts';
import type { GraphFile } from '../../domain/twins/graph-file.ts';
import type { Asker } from '../search/open-index.ts';

/** What stands before every address of the site. */
const root = import.meta.env.ROOT;
let site: Promise<ToolSite> | undefined;
let asker: Asker | undefined;

/** Answers a call of a tool, out of the files that the site publishes of itself. */
export function answer(name: string, given: unknown): Promise<CallResult> {
  return callTool(opened, name, given);
}

function opened(): Promise<ToolSite> {
  site ??= open();
  // What failed once may work when the connection is back.
  site.catch(() => (site = undefined));
  return site;
}

async function open(): Promise<ToolSite> {
  const text = await read('/graph.json');
  if (text === undefined) throw new Error('There is no `graph.json`.');
  return toolSiteOf(JSON.parse(text) as GraphFile, {
    read,
    search: async (text) => {
      asker ??= (await import('../search/open-index.ts')).askerOf();
      return (await asker.ask({ text })).outcome;
    },
    carriedBy: (html) =>
      new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLElement>('tried-before')?.dataset[
        'page'
      ],
  });
}

async function read(address: string): Promise<string | undefined> {
  const response = await fetch(root + address);
  if (response.ok) return response.text();
  if (response.status === 404 || response.status === 410) return undefined;
  throw new Error(`${response.url} answered ${response.status}.`);
}
