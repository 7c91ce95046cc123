import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { planPagesOf, quickTreesOf } from '../../domain/advice/symptom-pages.ts';
import type { Symptom } from '../../domain/knowledge/article.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import type { PlanCache, Plans } from './plan-cache.ts';

/** What two threads share: the symptoms whose pages are to be planned, with the trees that the check has found for each, a byte for each that one of them has taken, and the plans that are `known`. */
export interface PlanWork {
  readonly base: KnowledgeBase;
  readonly symptoms: readonly Symptom[];
  readonly trees: readonly ReturnType<typeof quickTreesOf>[];
  readonly claimed: Uint8Array;
  readonly known: Plans;
}

/** As many symptoms must ask questions for a thread of their own to pay. */
const fewest = 3;

/**
 * Plans the pages of a knowledge base in a thread of its own, while a build has other things to do, where no build before has left its
 * plans and there is a core for it. Returns what does the rest together with that thread, and is done when all are in the cache; nobody
 * has to call it. A fault only leaves plans to be made when they are asked for, and so does a thread that fails.
 */
export function plansBeside(
  base: KnowledgeBase,
  cache: Pick<PlanCache, 'isEmpty' | 'used' | 'take'>,
  cores = availableParallelism(),
): () => Promise<void> {
  const symptoms = [...base.symptoms.values()].sort((a, b) => b.questions.length - a.questions.length);
  const asking = symptoms.filter(({ questions }) => questions.length > 0);
  if (!cache.isEmpty || cores < 2 || asking.length < fewest) return () => Promise.resolve();
  const claimed = new Uint8Array(new SharedArrayBuffer(symptoms.length));
  const trees = symptoms.map((symptom) => quickTreesOf(base, symptom));
  const work: PlanWork = { base, symptoms, trees, claimed, known: cache.used };
  const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { workerData: work });
  worker.on('message', (made: Plans) => cache.take(made));
  const ended = new Promise<void>((done) => worker.on('error', () => done()).on('exit', () => done()));
  worker.unref();
  return () => {
    worker.ref();
    try {
      // The other thread began with what asks most and takes longest.
      planUnclaimed(work, [...symptoms.keys()].reverse());
    } catch {
      // Whoever asks for that page meets the fault again, and says which page it is.
    }
    return ended;
  };
}

/** Plans the pages of those of the symptoms, by their places in the work, that no thread has taken yet. */
export function planUnclaimed({ base, symptoms, claimed }: PlanWork, places: readonly number[]): void {
  for (const at of places)
    if (Atomics.compareExchange(claimed, at, 0, 1) === 0) planPagesOf(base, symptoms[at]!);
}
