import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomFrom } from '../plan/random.ts';
import { estimate } from './estimate.ts';
import type { LearningCase, LearningSession } from './learning-model.ts';

const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });

/** Any small case: up to four causes, up to five fixes, edges at will. */
const anyCase = fc
  .record({
    weights: fc.array(chance, { minLength: 1, maxLength: 4 }),
    works: fc.array(fc.array(fc.option(chance), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    }),
  })
  .map(({ weights, works }): LearningCase => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return {
      symptom: 'cold',
      causes: weights.map((weight, j) => ({ id: `c${j}`, probability: (0.9 * weight) / total })),
      works: new Map(
        works.map((row, i) => [
          `f${i}`,
          new Map(row.flatMap((s, j) => (s === null || j >= weights.length ? [] : [[`c${j}`, s] as const]))),
        ]),
      ),
    };
  });

const anySessions = fc.array(
  fc.record({
    symptom: fc.constant('cold'),
    tried: fc.uniqueArray(fc.constantFrom('f0', 'f1', 'f2', 'f3', 'f4', 'unknown'), { minLength: 1 }),
    worked: fc.boolean(),
    truth: fc.constantFrom(1, 0.9, 0.75),
    times: fc.integer({ min: 1, max: 40 }),
  }),
  { maxLength: 12 },
);

test('no round makes the reports less likely, and the estimates explain them at least as well as the words', () => {
  fc.assert(
    fc.property(anyCase, anySessions, (one, sessions) => {
      const { fit, likelihood } = estimate([one], sessions);
      for (const [round, value] of fit.entries())
        ok(round === 0 || value >= (fit[round - 1] ?? 0) - 1e-7 * Math.abs(value));
      ok(likelihood[1] >= likelihood[0] - 1e-7 * Math.abs(likelihood[0]));
    }),
  );
});

test('estimates are chances: causes add up to no more than 1, and an edge that nobody wrote stays 0', () => {
  fc.assert(
    fc.property(anyCase, anySessions, (one, sessions) => {
      const { causes, works } = estimate([one], sessions);
      const values = [...(causes.get('cold')?.values() ?? [])];
      ok(values.every((value) => value >= 0) && values.reduce((sum, value) => sum + value, 0) <= 1 + 1e-9);
      for (const [move, edges] of works)
        for (const [cause, value] of edges) {
          ok(value >= 0 && value <= 1);
          ok((one.works.get(move)?.get(cause) ?? 0) > 0);
        }
    }),
  );
});

test('without reports the estimates are the words, to the last digit', () => {
  fc.assert(
    fc.property(anyCase, (one) => {
      const { causes, works } = estimate([one], []);
      deepEqual(
        [...(causes.get('cold') ?? [])],
        one.causes.map(({ id, probability }) => [id, probability]),
      );
      for (const [move, edges] of works) deepEqual(edges, one.works.get(move));
    }),
  );
});

const words: LearningCase = {
  symptom: 'cold',
  causes: [
    { id: 'crumbs', probability: 0.45 },
    { id: 'power', probability: 0.45 },
  ],
  works: new Map([
    ['tray', new Map([['crumbs', 0.5]])],
    ['shake', new Map([['crumbs', 0.5]])],
    ['socket', new Map([['power', 0.5]])],
    ['plug', new Map([['power', 0.5]])],
  ]),
};
const hidden: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  crumbs: { share: 0.65, tray: 0.85, shake: 0.6 },
  power: { share: 0.25, socket: 0.75, plug: 0.3 },
};

/** What as many readers report whose world is the hidden one; each tries all fixes in an order of their own, until one works. */
function sessionsOf(count: number, truth: number): readonly LearningSession[] {
  const random = randomFrom(7);
  const sessions = Array.from({ length: count }, () => {
    const share = random();
    const cause = share < 0.65 ? 'crumbs' : share < 0.9 ? 'power' : 'other';
    const order = [...words.works.keys()].map((id) => ({ id, at: random() })).sort((a, b) => a.at - b.at);
    const end = order.findIndex(({ id }) => random() < (hidden[cause]?.[id] ?? 0));
    const tried = (end < 0 ? order : order.slice(0, end + 1)).map(({ id }) => id);
    const worked = random() < truth ? end >= 0 : end < 0;
    return { symptom: 'cold', tried, worked, truth };
  });
  return [...Map.groupBy(sessions, (session) => JSON.stringify(session)).values()].map((alike) => ({
    ...alike[0]!,
    times: alike.length,
  }));
}

for (const [told, truth, within] of [
  ['by devices that tell the truth', 1, 0.03],
  ['by devices that lie one time in five', 0.8, 0.06],
] as const)
  test(`hidden numbers are found again from 40,000 reports ${told}`, () => {
    const { causes, works } = estimate([words], sessionsOf(40_000, truth));
    for (const [cause, { share = 0, ...fixes }] of Object.entries(hidden)) {
      const found = [[causes.get('cold')?.get(cause), share] as const].concat(
        Object.entries(fixes).map(([fix, s]) => [works.get(fix)?.get(cause), s] as const),
      );
      for (const [value = 0, wanted] of found)
        ok(Math.abs(value - wanted) <= within, `${value} should be near ${wanted} (${cause})`);
    }
  });

test('one round is the sum that the formulas say', () => {
  // 30 readers whose tray helped: with crumbs for sure. p = (20 · 0.45 + 30) / 50, s = (6 · 0.5 + 30) / 36.
  const { causes, works } = estimate(
    [words],
    [{ symptom: 'cold', tried: ['tray'], worked: true, truth: 1, times: 30 }],
  );
  ok(Math.abs((causes.get('cold')?.get('crumbs') ?? 0) - 39 / 50) < 1e-9);
  ok(Math.abs((works.get('tray')?.get('crumbs') ?? 0) - 33 / 36) < 1e-9);
});

test('a fix says nothing of the causes of a symptom whose plan does not hold it', () => {
  const other: LearningCase = {
    symptom: 'burnt',
    causes: [{ id: 'crumbs', probability: 0.4 }],
    works: new Map([['dial', new Map([['crumbs', 0.5]])]]),
  };
  const session = { symptom: 'burnt', tried: ['tray', 'dial'], worked: false, truth: 1, times: 40 };
  const [one, two] = [session, { ...session, tried: ['dial'] }].map((said) =>
    estimate([words, other], [said]),
  );
  deepEqual(one?.causes, two?.causes);
  deepEqual(one?.works, two?.works);
});

test('a session that the graph rules out changes nothing of what the others say', () => {
  const helped = { symptom: 'cold', tried: ['tray'], worked: true, truth: 1, times: 30 };
  const ruledOut = { ...helped, tried: ['grill'] };
  deepEqual(estimate([words], [ruledOut, helped]), estimate([words], [helped]));
});
