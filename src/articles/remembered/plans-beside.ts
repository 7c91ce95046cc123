import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import type { PlanCache, Plans } from './plan-cache.ts';

/** What a thread plans: the pages of every symptom, with the plans that are `known`. */
export interface PlanWork {
  readonly base: KnowledgeBase;
  readonly known: Plans;
}

/** As many symptoms must ask questions for a thread of their own to pay. */
const fewest = 3;

/**
 * Plans the pages of a knowledge base in a thread of its own, while a build has other things to do, where no build before has left its
 * plans and there is a core for it. Returns how to wait until all are in the cache; nobody has to. A thread that fails only leaves its
 * plans to be made when they are asked for, and so does the fault that made it fail.
 */
export function plansBeside(
  base: KnowledgeBase,
  cache: Pick<PlanCache, 'isEmpty' | 'used' | 'take'>,
  cores = availableParallelism(),
): () => Promise<void> {
  const asking = [...base.symptoms.values()].filter(({ questions }) => questions.length > 0);
  if (!cache.isEmpty || cores < 2 || asking.length < fewest) return () => Promise.resolve();
  const work: PlanWork = { base, known: cache.used };
  const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { workerData: work });
  worker.on('message', (made: Plans) => cache.take(made));
  const ended = new Promise<void>((done) => worker.on('error', () => done()).on('exit', () => done()));
  worker.unref();
  return () => {
    worker.ref();
    return ended;
  };
}
