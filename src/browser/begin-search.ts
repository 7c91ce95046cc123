import { indexAddress } from './search/index-address.ts';
import workerAddress from './search/search-worker.ts?worker&url';

/** What every search begins with, asked for before its own scripts have come: a wait for one after the other would be seen. */
export interface BegunSearch {
  /** The answer to the request for the index. */
  readonly index: Promise<Response>;
  /** The worker that searches, as soon as it runs; rejects where none can, as on a disk. */
  readonly worker: Promise<Worker>;
}

/** Asks for the index and for the worker. */
export function beginSearch(): BegunSearch {
  const index = fetch(indexAddress);
  const worker = new Promise<Worker>((runs, fail) => {
    // A build makes one script of it, which older browsers run, too.
    const begun = new Worker(workerAddress, import.meta.env.DEV ? { type: 'module' } : undefined);
    begun.onmessage = () => runs(begun);
    begun.onerror = fail;
  });
  // Who waits for them hears of it.
  index.catch(() => 0);
  worker.catch(() => 0);
  return { index, worker };
}
