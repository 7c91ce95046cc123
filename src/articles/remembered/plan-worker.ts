// Plans the pages of symptoms beside a build, in a thread of its own, and hands over the plans that it has made.
import { parentPort, workerData } from 'node:worker_threads';
import { symptomViewsOf } from '../../domain/advice/symptom-pages.ts';
import { notePlans } from './plan-cache.ts';
import type { PlanWork } from './plans-beside.ts';

const { base, known } = workerData as PlanWork;
const made = notePlans(known);
for (const symptom of base.symptoms.values()) symptomViewsOf(base, symptom);
parentPort?.postMessage(made);
