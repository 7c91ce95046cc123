import { ok } from 'node:assert/strict';
import { test } from 'node:test';
import { taskOf } from '../advice/planning-task.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { rememberPlans } from '../plan/memory.ts';
import { outcomeOf } from '../plan/outcome.ts';
import { planOf, type Plan } from '../plan/plan.ts';
import { randomFrom } from '../plan/random.ts';
import { readersOf } from '../simulation/reports.ts';
import { eightSymptoms, worldOf } from './fixtures/graph.ts';
import { learnFrom } from './learn.ts';
import { gatherReports, type Report } from './report.ts';

const base = eightSymptoms();
const symptoms = [...base.symptoms.keys()];

/** The readers of all worlds see the same pages. */
const plansShown = new Map<string, Plan>();

/** Twelve worlds as they come, not chosen, each with what 1,000 readers of the site report there: 25 % skip a fix, 12 % give up after one. */
const worlds = Array.from({ length: 12 }, (_, nth) => {
  const seed = 301 + nth;
  const world = worldOf(base, seed);
  const truths = new Map(symptoms.map((id) => [id, taskOf(world, entryOf(world.symptoms, id))]));
  return {
    truths,
    best: new Map([...truths].map(([id, truth]) => [id, planOf(truth, 'quick').expectedMinutes])),
    reports: reportsIn(world, 5000 + seed, 1000),
  };
});

function reportsIn(world: KnowledgeBase, seed: number, count: number): readonly Report[] {
  const random = randomFrom(seed);
  const read = readersOf(base, world, { skips: 0.25, givesUp: 0.12 }, random);
  const reports: Report[] = [];
  rememberPlans(plansShown);
  while (reports.length < count) {
    const report = read(symptoms[Math.floor(random() * symptoms.length)] ?? '');
    if (report) reports.push({ ...report, truth: 1, times: 1 });
  }
  rememberPlans(undefined);
  return reports;
}

/** How much longer the plans take that are made of these reports than the best ones, as a mean over symptoms and worlds. */
function regretOf(reportsOf: (all: readonly Report[]) => readonly Report[]): number {
  const losses = worlds.flatMap(({ truths, best, reports }) => {
    const learned = learnFrom(base, { reports: gatherReports(reportsOf(reports)), seen: [] });
    return symptoms.map((id) => {
      const truth = entryOf(truths, id);
      const { order } = planOf(taskOf(learned, entryOf(learned.symptoms, id)), 'quick');
      // A way round for the one base may be a fix of the plan for the other.
      const known = order.filter((move) => truth.fixes.some((fix) => fix.id === move));
      return outcomeOf(truth, known).expectedMinutes / entryOf(best, id) - 1;
    });
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** The plans that the words alone make. */
const ofWords = regretOf(() => []);

test('plans get better with reports: some 4 % over the best by the words, a twentieth less after 30 reports, and at most 2.2 % after 1,000', () => {
  const [after30 = 1, after1000 = 1] = [30, 1000].map((count) => regretOf((all) => all.slice(0, count)));
  ok(after30 <= Math.min(0.04, 0.96 * ofWords), `${after30}`);
  ok(after1000 <= Math.min(0.022, 0.45 * ofWords), `${after1000}`);
});

test('2,000 bought reports for the worst fix of each plan cost readers less than half of what they would without bounds', () => {
  const bought = symptoms.map((symptom): Report => {
    const { fixes } = taskOf(base, entryOf(base.symptoms, symptom));
    return { symptom, answers: [], tried: [fixes.at(-1)?.id ?? ''], worked: true, truth: 1, times: 250 };
  });
  const hurt = regretOf((all) => [...all.slice(0, 300), ...bought]);
  ok(hurt > ofWords && hurt <= 0.1, `${hurt}`);
});
