import {
  allPaths,
  pathIn,
  pathsOfTree,
  treeOf,
  wantedBy,
  type SiteList,
} from '../../domain/offline/site-list.ts';
import { buildStore, hashOf, type BuildStore } from './build-store.ts';
import type { OfflineSite, Scope } from './scope.ts';

/** Files that are asked for at the same time. */
const atOnce = 4;
/** The name under which the moment of saving is noted. */
const when = 'saved';
/** The name under which the moment is noted when the host was last seen to have this build. */
const compared = 'compared';
/** The name under which a list of files is noted. */
const listName = 'list';

/** Saves parts of a build. What is saved already is not asked for again. */
export interface Saving {
  /** The list of this build, from the device or from the host. Rejects where the host gives another one. */
  readonly list: () => Promise<SiteList>;
  /** Saves what every reader needs. Rejects where any of it is missing, is of another build, or finds no room. */
  readonly saveCore: () => Promise<void>;
  /** Saves what a page leads on to: its plan with all answers, its causes and fixes. False where not all of it could be saved. */
  readonly savePage: (address: string) => Promise<boolean>;
  readonly saveAll: () => Promise<boolean>;
  /** Saves again what was saved of an earlier build, asking only for what has changed. */
  readonly saveAgain: (before: ReadonlySet<string>) => Promise<boolean>;
  /** Whether all that `savePage` saves is there. */
  readonly isSaved: (address: string) => Promise<boolean>;
  /** The moment (ISO) when all that every reader needs was saved, by the clock of the host. */
  readonly savedAt: () => Promise<string | undefined>;
  /** When the host was last seen to have this build, in milliseconds by the clock of the device. */
  readonly comparedAt: () => Promise<number | undefined>;
  /** Notes that it has it now. Rejects where storage is refused or full. */
  readonly noteCompared: () => Promise<void>;
}

/** `earlier` are stores of other builds, from which files are taken that have not changed. */
export function savingOf(
  scope: Scope,
  site: OfflineSite,
  earlier: () => Promise<readonly BuildStore[]>,
): Saving {
  const store = buildStore(scope, site, site.build);
  const list = listOf(scope, site, store);
  const save = async (paths: Iterable<string>, stopEarly: boolean): Promise<boolean> =>
    keepAll(scope, site, { files: await list(), store, others: await earlier() }, paths, stopEarly);
  const pagesFor = (address: string, fetching: boolean) =>
    pagesAround(site, address, {
      list,
      text: async (path) => {
        if (fetching) await save([path], true);
        return (await store.match(path))?.text();
      },
      frugal: scope.navigator.connection?.saveData === true,
    });
  return {
    list,
    saveCore: async () => {
      if (!(await save((await list()).core, true))) throw new Error('The site has changed, or is not whole.');
      if ((await store.noted(when)) === undefined) await store.note(when, new Date().toISOString());
    },
    savePage: async (address) => save(await pagesFor(address, true), false),
    saveAll: async () => save(allPaths(await list()), true),
    saveAgain: async (before) => {
      const { files } = await list();
      const again = [...before].filter((path) => Object.hasOwn(files, path));
      return save(again, false);
    },
    isSaved: async (address) => {
      const saved = await store.saved();
      return [...(await list()).core, ...(await pagesFor(address, false))].every((path) => saved.has(path));
    },
    savedAt: () => store.noted(when),
    comparedAt: async () => Number((await store.noted(compared)) ?? Number.NaN) || undefined,
    noteCompared: () => store.note(compared, String(Date.now())),
  };
}

/** The list of a build, which is its own proof: the build is named after its hash. */
function listOf(scope: Scope, { base, build }: OfflineSite, store: BuildStore): () => Promise<SiteList> {
  let known: SiteList | undefined;
  return async () => {
    if (known) return known;
    const noted = await store.noted(listName);
    if (noted !== undefined) return (known = JSON.parse(noted) as SiteList);
    const response = await scope.fetch(`${base}offline/${build}.json`, { cache: 'no-cache' });
    const text = await response.text();
    const bytes = new Response(text);
    if (!response.ok || fileName(await hashOf(bytes)) !== build)
      throw new Error('This is no list of the build.');
    const at = Date.parse(response.headers.get('date') ?? '');
    await store.note(listName, text);
    await store.note(compared, String(Date.now()));
    // The clock of the host, which is right more often than that of a phone.
    if (!Number.isNaN(at)) await store.note(when, new Date(at).toISOString());
    return (known = JSON.parse(text) as SiteList);
  };
}

/** A hash as a part of a file name. */
export function fileName(hash: string): string {
  return hash.replaceAll('+', '-').replaceAll('/', '_');
}

interface From {
  readonly files: SiteList;
  readonly store: BuildStore;
  readonly others: readonly BuildStore[];
}

/** Saves files, some at a time; false where not all of them could be had. `stopEarly`: then none of the rest is tried. */
async function keepAll(
  scope: Scope,
  site: OfflineSite,
  from: From,
  paths: Iterable<string>,
  stopEarly: boolean,
): Promise<boolean> {
  const saved = await from.store.saved();
  const left = [...new Set(paths)].filter((path) => !saved.has(path));
  let whole = true;
  const work = async (): Promise<void> => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      if (await keepOne(scope, site, from, path)) continue;
      whole = false;
      if (stopEarly) left.length = 0;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return whole;
}

/** Takes a file from an earlier build where it is the same, else from the host. False where neither has it; rejects where there is no room. */
async function keepOne(
  scope: Scope,
  { base }: OfflineSite,
  { files, store, others }: From,
  path: string,
): Promise<boolean> {
  for (const other of others) {
    const same = await other.match(path);
    if (same && (await store.keep(files, path, same))) return true;
  }
  let response: Response;
  try {
    response = await scope.fetch(base.slice(0, -1) + path, { cache: 'no-cache' });
  } catch {
    return false;
  }
  return store.keep(files, path, response);
}

interface Around {
  readonly list: () => Promise<SiteList>;
  /** The HTML of a page; undefined where it is not at hand. */
  readonly text: (path: string) => Promise<string | undefined>;
  /** Whether the reader has asked the browser to save data: then without the pages after answers. */
  readonly frugal: boolean;
}

/** The page itself, the articles that it leads to, the drawings that it shows, the plan that the reader came from, and what the plans that are named on the way lead to. */
async function pagesAround(
  { base }: OfflineSite,
  address: string,
  { list, text, frugal }: Around,
): Promise<readonly string[]> {
  const files = await list();
  const { pathname, searchParams } = new URL(address);
  const path = pathIn(base, pathname) ?? '/';
  const from = (searchParams.get('from') ?? '').split('/')[0] ?? '';
  const trees = [treeOf(path), `/symptoms/${from}/`].filter((tree) => Object.hasOwn(files.files, tree));
  const found = new Set<string>([path, ...trees].filter((one) => Object.hasOwn(files.files, one)));
  const follow = async (page: string): Promise<void> => {
    const html = await text(page);
    if (html !== undefined) for (const wanted of wantedBy(files, base, html)) found.add(wanted);
  };
  for (const page of [...found]) await follow(page);
  if (frugal) return [...found];
  for (const tree of trees) for (const page of pathsOfTree(files, tree)) found.add(page);
  if (/^\/(?:fixes|causes)\//.test(path))
    for (const page of [...found]) if (/^\/symptoms\/[^/]+\/$/.test(page)) await follow(page);
  return [...found];
}
