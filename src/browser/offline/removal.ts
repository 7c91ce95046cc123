import { storePrefix } from './build-store.ts';
import type { OfflineSite } from './scope.ts';

// Takes the place of an installed worker where a site is no longer saved: removes all that was saved, and itself.

/** What the build writes before this script. */
declare const MENDBOOK: Pick<OfflineSite, 'base'>;

interface WorkerScope {
  readonly caches: CacheStorage;
  readonly registration: { unregister(): Promise<boolean> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: 'install' | 'activate',
    handle: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
}

const scope = globalThis as unknown as WorkerScope;

async function remove(): Promise<void> {
  await scope.registration.unregister();
  for (const name of await scope.caches.keys())
    if (name.startsWith(storePrefix(MENDBOOK.base))) await scope.caches.delete(name);
}

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(remove()));
