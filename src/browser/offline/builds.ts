import { storePrefix } from './build-store.ts';
import type { OfflineSite, PageClient, Scope } from './scope.ts';

/** What is remembered between two lives of the worker: a browser ends it after seconds without work. */
interface Remembered {
  /** The build that new pages belong to. */
  readonly current?: string;
  /** Builds that were current before and may still be stored. */
  readonly past: readonly string[];
  /** Open pages that belong to another build, by the id of the client; '' for pages that came from the network, newer than what is saved. */
  readonly others: Readonly<Record<string, string>>;
}

const nothing: Remembered = { past: [], others: {} };

/** Which build each open page belongs to, so that none is given scripts or data of another. */
export interface Builds {
  /** The build of the page that asks; '' for one that is newer than all that is saved. */
  readonly of: (client: string) => Promise<string>;
  /** Notes that a page belongs to another build than the current one. */
  readonly set: (client: string, build: string) => Promise<void>;
  /** Makes the build of this worker the current one: pages that are open stay with theirs. What killed workers left half goes. */
  readonly take: (open: readonly PageClient[]) => Promise<void>;
  /** Builds that were current before, the newest first. */
  readonly past: () => Promise<readonly string[]>;
  /** Deletes the past builds that no open page needs any more. A build that is being saved just now is none of them. */
  readonly clear: (open: readonly PageClient[]) => Promise<void>;
}

/** Everything works, for this life of the worker, where the browser does not let it remember. */
export function buildsOf(scope: Scope, site: OfflineSite): Builds {
  const prefix = storePrefix(site.base);
  const name = `${prefix}state`;
  const key = `${scope.location.origin}${site.base}state`;
  let known: Remembered | undefined;
  const read = async (): Promise<Remembered> => (known ??= await remembered(scope, name, key));
  const write = async (change: (before: Remembered) => Remembered): Promise<void> => {
    known = change(await read());
    try {
      await (await scope.caches.open(name)).put(key, new Response(JSON.stringify(known)));
    } catch {
      // Storage is refused or full.
    }
  };
  return {
    of: async (client) => (await read()).others[client] ?? site.build,
    set: (client, build) => write((all) => ({ ...all, others: { ...all.others, [client]: build } })),
    take: async (open) => {
      await write(({ current, past, others }) => {
        if (current === undefined || current === site.build) return { current: site.build, past, others };
        const held = Object.fromEntries(open.map(({ id }) => [id, others[id] ?? current]));
        return {
          current: site.build,
          past: [current, ...past.filter((build) => build !== current && build !== site.build)],
          others: { ...others, ...held },
        };
      });
      const kept = new Set(['state', site.build, ...(await read()).past]);
      for (const found of await stored(scope, prefix))
        if (!kept.has(found)) await scope.caches.delete(prefix + found);
    },
    past: async () => (await read()).past,
    clear: async (open) => {
      const { past, others } = await read();
      const ids = open.map(({ id }) => id);
      const left = Object.entries(others).filter(([client]) => ids.includes(client));
      const needed = new Set(left.map(([, build]) => build));
      const gone = past.filter((build) => !needed.has(build));
      if (gone.length === 0 && left.length === Object.keys(others).length) return;
      for (const build of gone) await scope.caches.delete(prefix + build);
      await write((all) => ({
        ...all,
        past: past.filter((build) => needed.has(build)),
        others: Object.fromEntries(left),
      }));
    },
  };
}

async function remembered(scope: Scope, name: string, key: string): Promise<Remembered> {
  try {
    const text = await (await (await scope.caches.open(name)).match(key))?.text();
    return text === undefined ? nothing : { ...nothing, ...(JSON.parse(text) as Partial<Remembered>) };
  } catch {
    return nothing;
  }
}

async function stored(scope: Scope, prefix: string): Promise<readonly string[]> {
  return (await scope.caches.keys())
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
}

/** The build that new pages belonged to before this worker, as far as the device remembers. */
export async function currentBuild(scope: Scope, { base }: OfflineSite): Promise<string | undefined> {
  const { current } = await remembered(
    scope,
    `${storePrefix(base)}state`,
    `${scope.location.origin}${base}state`,
  );
  return current;
}
