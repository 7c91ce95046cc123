// Plans the pages of symptoms beside a build, in a thread of its own, and hands over the plans that it has made.
import { parentPort, workerData } from 'node:worker_threads';
import { quickTreesOf } from '../../domain/advice/symptom-pages.ts';
import { notePlans } from './plan-cache.ts';
import { planUnclaimed, type PlanWork } from './plans-beside.ts';

const work = workerData as PlanWork;
const { base, symptoms, trees } = work;
for (const [at, found] of trees.entries())
  for (const [key, tree] of found) quickTreesOf(base, symptoms[at]!).set(key, tree);
const made = notePlans(work.known);
planUnclaimed(work, [...symptoms.keys()]);
parentPort?.postMessage(made);
