import type { AnswerView } from './answer-view.ts';
import type { Answerer, Question } from './answerer.ts';
import { beginSearch, type BegunSearch } from '../begin-search.ts';

/** What the worker is told: with the first turn the index, where it could be loaded, then the questions. */
export interface Told {
  readonly turn: number;
  readonly index?: ArrayBuffer | undefined;
  readonly question?: Question;
}

/** What the worker says: that it runs (turn 0), then the answer to each question; none when the index cannot be had. */
export interface Said {
  readonly turn: number;
  readonly view?: AnswerView;
}

/** Answers beside the page, which draws and takes keys meanwhile; where no worker runs, in the page. */
export function answererApart(begun: BegunSearch): Answerer {
  let opened: Promise<Answerer> | undefined;
  const open = ({ worker, index }: BegunSearch): Promise<Answerer> => {
    const answerer = worker
      .then((runs) => inWorker(runs, index))
      .catch(async () => (await import('./answerer.ts')).answererOf(index));
    opened = answerer;
    // What failed once may work when the connection is back.
    answerer.catch(() => (opened = undefined));
    return answerer;
  };
  // Begins before anything is asked; who asks hears of it.
  void open(begun);
  // A worker is asked for anew: that an import failed, many browsers keep for as long as the page is open.
  return async (question) => (await (opened ?? open(beginSearch())))(question);
}

async function inWorker(worker: Worker, loaded: Promise<Response>): Promise<Answerer> {
  const waiting = new Map<number, (said: Said) => void>();
  worker.onmessage = ({ data }: MessageEvent<Said>) => {
    waiting.get(data.turn)?.(data);
    waiting.delete(data.turn);
  };
  worker.onerror = () => waiting.forEach((answered, turn) => answered({ turn }));
  const index = await loaded
    .then((response) => (response.ok ? response.arrayBuffer() : undefined))
    .catch(() => undefined);
  worker.postMessage({ turn: 0, index } satisfies Told, index ? [index] : []);
  let turn = 0;
  return async (question) => {
    const own = ++turn;
    const { view } = await new Promise<Said>((answered) => {
      waiting.set(own, answered);
      worker.postMessage({ turn: own, question } satisfies Told);
    });
    if (!view) throw new Error('The search cannot be had.');
    return view;
  };
}
