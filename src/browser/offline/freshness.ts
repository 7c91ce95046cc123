import { hashOf } from './build-store.ts';
import type { Saving } from './saving.ts';
import type { Asked, Scope } from './scope.ts';

/** How long what is saved is shown without a look at the host, in milliseconds; below, how long a reader waits for that look. */
export const staysFresh = 86_400_000;
const patience = 2000;

/** Keeps readers who come back after a long time from what was saved then, where the host has something newer. */
export interface Freshness {
  /** The page as the host has it, where it is another one than the saved, which nobody has compared for a day; undefined where the saved one may be shown. */
  readonly newerPage: (asked: Asked, path: string) => Promise<Response | undefined>;
  /** Asks the host, and remembers whether it answers. Rejects where it does not. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Whether there is no network, or the host was not found when it was last asked. */
  readonly isAway: () => boolean;
}

/** What is known of the host lasts as long as this life of the worker, so that a bad connection is waited for once. */
export function freshnessOf(scope: Scope, saving: Saving): Freshness {
  let host: 'unknown' | 'slow' | 'away' = 'unknown';
  const fetch = async (request: Request): Promise<Response> => {
    try {
      const response = await scope.fetch(request);
      if (host === 'away') host = 'unknown';
      return response;
    } catch (error) {
      host = 'away';
      throw error;
    }
  };
  /** The page of the host, where it is another one; what comes too late for the reader is still noted. */
  const look = async (request: Request, path: string): Promise<Response | undefined> => {
    try {
      const response = await fetch(request);
      if (!response.ok || response.redirected) return undefined;
      if ((await hashOf(response.clone())) !== (await saving.list()).files[path]) return response;
      await saving.noteCompared();
    } catch {
      // No network, or no room for the note.
    }
    return undefined;
  };
  return {
    fetch,
    isAway: () => !scope.navigator.onLine || host === 'away',
    newerPage: async (asked, path) => {
      if (!scope.navigator.onLine || host !== 'unknown') return undefined;
      if (Math.abs(Date.now() - ((await saving.comparedAt()) ?? 0)) < staysFresh) return undefined;
      const looked = look(asked.request, path);
      asked.waitUntil(looked);
      const late = new Promise<'late'>((done) => void scope.setTimeout(() => done('late'), patience));
      const first = await Promise.race([looked, late]);
      if (first !== 'late') return first;
      if (host === 'unknown') host = 'slow';
      return undefined;
    },
  };
}
