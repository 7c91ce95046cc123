import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { jointCausesOf, jointTaskOf } from '../advice/joint-plan.ts';
import { parseFrom } from '../advice/plan-address.ts';
import { startId } from '../advice/plan-home.ts';
import { planFileOf } from '../advice/plan-file.ts';
import { priorOf, taskOf } from '../advice/planning-task.ts';
import { entriesOf } from '../advice/symptom-plan.ts';
import type { Cause, Fix, Symptom } from '../knowledge/article.ts';
import { exampleBase } from '../knowledge/example-base.ts';
import { buildKnowledgeBase, entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { likelihoodWords } from '../knowledge/likelihood.ts';
import type { Start, StartQuestion } from '../knowledge/start.ts';
import { planOf } from '../plan/plan.ts';
import { randomFrom } from '../plan/random.ts';
import { entryPagesOf, entryPathOf } from './entry-pages.ts';
import { entryTreeOf, firstTreeOf, mixAfter, startMixOf, sureFrom } from './entry-tree.ts';
import { meanFigures, pairFiguresOf, similarPairsOf } from './pair-figures.ts';

const seeds = Array.from({ length: 25 }, (_, index) => index + 1);
const shared = { summary: 'A summary.', aliases: [], says: [], codes: [], sources: [], was: [], anchors: [] };

/** A random knowledge base with these symptoms, each with causes of its own and shared ones; nothing is lost by any fix. */
function randomBase(seed: number, symptoms: readonly string[], start?: Start): KnowledgeBase {
  const random = randomFrom(seed);
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const { site } = exampleBase();
  const names = Array.from({ length: symptoms.length * 2 }, (_, index) => `c${index}`);
  const causes = names.map((id, index): Cause => ({
    kind: 'cause',
    id,
    title: id,
    ...shared,
    explains: symptoms
      .filter((_, at) => at === index % symptoms.length || random() < 0.2)
      .map((symptom) => ({ symptom, likelihood: oneOf(likelihoodWords) })),
  }));
  const template = entryOf(exampleBase().fixes, 'empty-tray');
  const fixes = names.map((name, index): Fix => ({
    ...template,
    id: `f${index}`,
    title: `f${index}`,
    minutes: oneOf([2, 3, 5, 10]),
    solves: names
      .filter((cause) => cause === name || random() < 0.2)
      .map((cause) => ({ cause, works: cause === name ? 'almost-always' : oneOf(likelihoodWords) })),
  }));
  const seen = symptoms.map((id): Symptom => ({
    kind: 'symptom',
    id,
    title: id,
    ...shared,
    applies: {},
    questions: [],
    similar: symptoms.filter((other) => other !== id).map((symptom) => ({ symptom, difference: 'Other.' })),
    order: 'computed',
    fixes: [],
  }));
  return buildKnowledgeBase(site, [...causes, ...fixes, ...seen], [], start);
}

/** Expected minutes of an order for a reader of one symptom, straight from the words: a fix that does nothing here costs its minutes. */
function minutesFor(base: KnowledgeBase, symptom: string, order: readonly string[]): number {
  const causes = priorOf(base, entryOf(base.symptoms, symptom));
  const left = new Map(causes.map(({ id, probability }) => [id, probability]));
  let total = 0;
  const broken = (): number => 0.1 + [...left.values()].reduce((sum, mass) => sum + mass, 0);
  const known = taskOf(base, entryOf(base.symptoms, symptom));
  for (const id of order) {
    total += entryOf(base.fixes, id).minutes * broken();
    const works = known.fixes.find((fix) => fix.id === id)?.works ?? new Map<string, number>();
    for (const [cause, chance] of works) left.set(cause, (left.get(cause) ?? 0) * (1 - chance));
  }
  return total + broken() * known.support;
}

function ordersOf(ids: readonly string[]): readonly (readonly string[])[] {
  return [
    [],
    ...ids.flatMap((id) => ordersOf(ids.filter((other) => other !== id)).map((rest) => [id, ...rest])),
  ];
}

test('no order of fixes takes a reader of either of two symptoms less than their joint plan', () => {
  for (const seed of seeds) {
    const base = randomBase(seed, ['one', 'other']);
    const mean = (order: readonly string[]): number =>
      (minutesFor(base, 'one', order) + 3 * minutesFor(base, 'other', order)) / 4;
    const mix = new Map([
      ['one', 0.25],
      ['other', 0.75],
    ]);
    const task = jointTaskOf(base, mix);
    const least = Math.min(...ordersOf(task.fixes.map(({ id }) => id)).map(mean));
    const plan = planOf(task);
    near(plan.expectedMinutes, least, seed);
    near(mean(plan.order), least, seed);
  }
});

test('a joint plan of one symptom alone is that symptom’s own', () => {
  const base = exampleBase();
  const own = taskOf(base, entryOf(base.symptoms, 'pops-up'));
  const mix = new Map([
    ['pops-up', 1],
    ['stays-cold', 0],
  ]);
  near(planOf(jointTaskOf(base, mix)).expectedMinutes, planOf(own).expectedMinutes, 0);
  near(
    jointCausesOf(base, new Map([['pops-up', 1]])).reduce((sum, { probability }) => sum + probability, 0),
    0.9,
    0,
  );
});

test('not knowing costs: at random more than the better page, that more than a joint plan, that more than certainty', () => {
  for (const seed of seeds) {
    const base = randomBase(seed, ['one', 'other']);
    const [pair, ...more] = similarPairsOf(base);
    deepEqual([pair, more], [['one', 'other'], []]);
    const { random, better, joint, certain } = pairFiguresOf(base, pair!);
    ok(random >= better - 1e-9 && better >= joint - 1e-9 && joint >= certain - 1e-9, `seed ${seed}`);
  }
  const figures = meanFigures([
    { random: 4, better: 3, joint: 2, certain: 1 },
    { random: 2, better: 2, joint: 2, certain: 2 },
  ]);
  deepEqual(figures, { random: 3, better: 2.5, joint: 2, certain: 1.5 });
});

test('the pairs of similar symptoms come in the order of their ids, whatever order the symptoms have', () =>
  deepEqual(similarPairsOf(randomBase(1, ['m', 'a', 'z'])), [
    ['a', 'm'],
    ['a', 'z'],
    ['m', 'z'],
  ]));

const places = ['a', 'b', 'c', 'd'];
const questions: readonly StartQuestion[] = [
  question('half', 0.25, { first: ['a', 'b'], second: ['c', 'd'] }),
  question('odd', 0.5, { yes: ['a', 'c'], no: ['b', 'd'] }),
  question('last', 1, { yes: ['d'], no: ['a', 'b', 'c'] }),
];
const start: Start = { title: 'Find it', common: { a: 'often', d: 'rarely' }, questions };

function question(
  id: string,
  minutes: number,
  answers: Readonly<Record<string, readonly string[]>>,
): StartQuestion {
  return {
    id,
    title: `${id}?`,
    minutes,
    answers: Object.entries(answers).map(([answer, symptoms]) => ({
      id: answer,
      label: answer,
      likely: Object.fromEntries(symptoms.map((symptom) => [symptom, 'almost-always' as const])),
    })),
  };
}

/** D(mix, d) straight from its definition, with no memory of what was found before. */
function leastOf(
  base: KnowledgeBase,
  mix: ReadonlyMap<string, number>,
  open: readonly StartQuestion[],
  depth: number,
  reach: number,
): number {
  const likely = [...mix].filter(([, share]) => share >= 0.01);
  const sum = likely.reduce((total, [, share]) => total + share, 0);
  const now = planOf(
    jointTaskOf(base, new Map(likely.map(([id, share]) => [id, share / sum]))),
  ).expectedMinutes;
  if (depth === 0 || reach < 0.02 || [...mix.values()].some((share) => share >= sureFrom)) return now;
  const asking = open.map((one) =>
    one.answers.reduce((total, { id }) => {
      const after = mixAfter(mix, one, id);
      const rest = open.filter((other) => other !== one);
      return total + after.probability * leastOf(base, after.mix, rest, depth - 1, reach * after.probability);
    }, one.minutes),
  );
  const best = Math.min(...asking);
  return best < now - 1 ? best : now;
}

test('the first questions are those with the fewest expected minutes over all that may be asked', () => {
  let asked = 0;
  for (const seed of seeds) {
    const base = randomBase(seed, places, start);
    const tree = entryTreeOf(base, start, 'prove');
    near(tree.expectedMinutes, leastOf(base, startMixOf(base, start), questions, 3, 1), seed);
    ok(tree.expectedMinutes <= tree.minutes);
    if (tree.next) asked += 1;
  }
  ok(asked > 5, `Only ${asked} of the knowledge bases ask anything.`);
});

test('the tree of a knowledge base is found once, and anew for other first questions', () => {
  const base = randomBase(1, places, start);
  const tree = firstTreeOf(base, start);
  deepEqual(tree, entryTreeOf(base, start));
  ok(firstTreeOf(base, start) === tree);
  equal(firstTreeOf(base, { ...start, questions: [] }).next, undefined);
});

test('answers add up: the mixes after them, weighted, are the mix before', () => {
  const base = randomBase(1, places, start);
  const mix = startMixOf(base, start);
  near(
    [...mix.values()].reduce((sum, share) => sum + share, 0),
    1,
    0,
  );
  ok(mix.get('a')! > mix.get('b')! && mix.get('b')! > mix.get('d')!);
  for (const one of questions) {
    const after = one.answers.map(({ id }) => mixAfter(mix, one, id));
    near(
      after.reduce((sum, { probability }) => sum + probability, 0),
      1,
      0,
    );
    for (const place of places)
      near(
        after.reduce((sum, { probability, mix: then }) => sum + probability * then.get(place)!, 0),
        mix.get(place)!,
        0,
      );
  }
});

test('every answer leads to a symptom where little doubt remains, and else to a page with a joint plan', () => {
  for (const seed of seeds) {
    const base = randomBase(seed, places, start);
    const pages = entryPagesOf(base);
    const paths = new Set(pages.map(({ answers }) => entryPathOf(answers)));
    ok(paths.has('/start/'));
    equal(paths.size, pages.length);
    for (const { ask, answers, candidates, plan } of pages) {
      equal(plan.symptom.id, startId);
      ok(entriesOf(plan).length > 0);
      equal(candidates.length > 0, answers.length > 0);
      for (const { href } of ask?.answers ?? [])
        ok(paths.has(href) || /^\/symptoms\/[a-d]\/$/.test(href), href);
    }
  }
  deepEqual(entryPagesOf(randomBase(1, places)), []);
});

test('a fix page finds the joint plan that its reader came from', () => {
  const base = randomBase(3, places, start);
  const [first, ...more] = entryPagesOf(base);
  const file = planFileOf([first!, ...more]);
  equal(file.path, '/start/');
  const way = [first!, ...more].map(({ answers }) =>
    [startId, ...answers.map(({ question: q, answer }) => `${q}/${answer}`)].join('/'),
  );
  for (const from of way) ok(file.plans[parseFrom(from)!.way], from);
});

function near(value: number, expected: number, of: number): void {
  ok(Math.abs(value - expected) < 1e-9, `${of}: ${value} is not ${expected}`);
}
