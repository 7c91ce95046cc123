import { search, type SearchOutcome, type SearchRequest } from '../../domain/search/results.ts';
import { breath, openIndex, type OpenIndex } from './open-index.ts';

/** What came of a question; `final` is false when the reader may still be in the middle of the word that found nothing. */
export interface Asked {
  readonly index: OpenIndex;
  readonly outcome: SearchOutcome;
}

/** Asks the index, which is loaded with the first question or before. Rejects when it cannot be had. */
export interface Asker {
  readonly open: () => Promise<OpenIndex>;
  readonly ask: (request: SearchRequest) => Promise<Asked>;
}

/** `early` is the answer to a request for the index that is already under way. */
export function askerOf(early?: Promise<Response>): Asker {
  let opened: Promise<OpenIndex> | undefined;
  let first = early;
  const open = (): Promise<OpenIndex> => {
    opened ??= openIndex(first);
    first = undefined;
    opened.catch(() => (opened = undefined));
    return opened;
  };
  const askOnce = async (request: SearchRequest): Promise<Asked> => {
    const index = await open();
    return { index, outcome: await search(index.engine, request, breath) };
  };
  return {
    open,
    // A part may be gone since a newer site was put in place under this page: its own index is then read once.
    ask: (request) =>
      askOnce(request).catch(() => {
        opened = undefined;
        return askOnce(request);
      }),
  };
}

/** Milliseconds without a key before a question is asked, and before half a word that finds nothing counts as a whole one. */
const pause = { typing: 80, done: 900 };

/** Calls `ask` while one types: at first for half a word, and once more when no key follows. Returns what to call with each key. */
export function whileTyping(ask: (typing: boolean) => void): () => void {
  let waiting: number[] = [];
  return () => {
    for (const timer of waiting) clearTimeout(timer);
    waiting = [
      window.setTimeout(() => ask(true), pause.typing),
      window.setTimeout(() => ask(false), pause.done),
    ];
  };
}
