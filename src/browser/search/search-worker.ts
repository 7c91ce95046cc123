import { answererOf, type Answerer } from './answerer.ts';
import type { Told, Said } from './answerer-apart.ts';

// Answers beside the page, so that it draws and takes keys while the index is read and searched.

/** What a worker needs of its browser; the types of TypeScript for workers cannot stand beside those for pages. */
interface Scope {
  onmessage: (event: MessageEvent<Told>) => void;
  postMessage(said: Said): void;
}
const scope = globalThis as unknown as Scope;
let answerer: Answerer | undefined;

scope.onmessage = ({ data: { turn, index, question } }) => {
  answerer ??= answererOf(index && Promise.resolve(new Response(index)));
  if (!question) return;
  answerer(question).then(
    (view) => scope.postMessage({ turn, view }),
    () => scope.postMessage({ turn }),
  );
};
scope.postMessage({ turn: 0 });
