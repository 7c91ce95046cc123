// Plans the pages of symptoms beside a build, in a thread of its own, and hands over the plans that it has made.
import { parentPort, workerData } from 'node:worker_threads';
import { notePlans } from './plan-cache.ts';
import { planUnclaimed, type PlanWork } from './plans-beside.ts';

const work = workerData as PlanWork;
const made = notePlans(work.known);
planUnclaimed(work, [...work.symptoms.keys()]);
parentPort?.postMessage(made);
