import { answer, isOurs, type Sources } from './answer.ts';
import { buildStore } from './build-store.ts';
import { buildsOf, currentBuild } from './builds.ts';
import { freshnessOf } from './freshness.ts';
import { savingOf } from './saving.ts';
import type { Asked, OfflineSite, PageClient, Scope } from './scope.ts';

/** What a page is told when all that it leads on to has been saved while it was open. */
export const savedMessage = 'saved';

/** The worker of one build of a site: what it does when it is installed, takes over, and is asked for a file. */
export interface OfflineWorker {
  /** Rejects where not all that every reader needs could be saved: then the worker before stays. */
  readonly install: () => Promise<void>;
  readonly activate: () => Promise<void>;
  /** Undefined for requests that are not for it, which the browser then answers by itself. */
  readonly answer: (asked: Asked) => Promise<Response> | undefined;
}

/** Takes over at once; pages that are open go on with the files of their own build. */
export function offlineWorker(scope: Scope, site: OfflineSite): OfflineWorker {
  const builds = buildsOf(scope, site);
  const before = async (): Promise<readonly string[]> => {
    const current = await currentBuild(scope, site);
    const all = current === undefined ? await builds.past() : [current, ...(await builds.past())];
    return all.filter((build) => build !== site.build);
  };
  const saving = savingOf(scope, site, async () =>
    (await before()).map((build) => buildStore(scope, site, build)),
  );
  const sources: Sources = { scope, site, builds, saving, freshness: freshnessOf(scope, saving) };
  const open = (includeUncontrolled: boolean): Promise<readonly PageClient[]> =>
    scope.clients.matchAll({ type: 'window', includeUncontrolled });
  const ours = ({ url }: PageClient): boolean => new URL(url).pathname.startsWith(site.base);
  return {
    install: async () => {
      await saving.saveCore();
      await orNot(async () => {
        const [last] = await before();
        if (last !== undefined) await saving.saveAgain(await buildStore(scope, site, last).saved());
        for (const { url } of (await open(true)).filter(ours)) await saving.savePage(url);
      });
      await scope.skipWaiting();
    },
    activate: async () => {
      await orNot(async () => builds.take((await open(true)).filter(ours)));
      await scope.clients.claim();
      await orNot(async () => {
        for (const client of (await open(true)).filter(ours))
          if ((await builds.of(client.id)) === site.build && (await saving.isSaved(client.url)))
            client.postMessage(savedMessage);
      });
    },
    answer: (asked) => {
      if (!isOurs(scope, site, asked.request)) return undefined;
      const response = answer(sources, asked);
      if (asked.request.mode === 'navigate')
        asked.waitUntil(response.then(() => orNot(() => afterOpening(sources, asked, () => open(false)))));
      return response;
    },
  };
}

/** A reader who opens a page under the worker comes again: all of the site is saved where it is small, else what this page leads on to. */
async function afterOpening(
  { scope, site, builds, saving }: Sources,
  { request, resultingClientId }: Asked,
  open: () => Promise<readonly PageClient[]>,
): Promise<void> {
  if (!scope.navigator.onLine || (await builds.of(resultingClientId)) !== site.build) return;
  const before = await saving.isSaved(request.url);
  await saving.saveCore();
  const saved = await saving.savePage(request.url);
  if (saved && !before) (await scope.clients.get(resultingClientId))?.postMessage(savedMessage);
  if ((await saving.list()).all && scope.navigator.connection?.saveData !== true) await saving.saveAll();
  await builds.clear(await open());
}

/** Saving is an offer: where it fails, the reader still has the network. */
async function orNot(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch {
    // No room, no network, or storage is refused.
  }
}
