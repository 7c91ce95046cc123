import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { afterAnswer } from './answers.ts';
import { diagnose } from './questions.ts';
import type { PlanQuestion } from './answers.ts';
import { outcomeOf } from './outcome.ts';
import { planOf } from './plan.ts';
import type { PlanFix, PlanningTask } from './plan.ts';

/** `p`: per cause; `c` and `tier`: per fix; `s`: per fix and cause. Support 0 stands for "no support: everything is tried". */
interface Numbers {
  readonly p: readonly number[];
  readonly c: readonly number[];
  readonly s: readonly (readonly number[])[] | 'identity';
  readonly tier: readonly number[];
}
interface Ordered {
  readonly order: readonly number[];
  readonly ecr: number;
}

/** So dear that every fix that helps comes before it. */
const noSupport = 1e6;

test('one fix for each cause: by chance per minute, not by likelihood or by minutes alone', () => {
  const { expect, ...numbers } = example<
    Numbers & {
      readonly expect: Ordered & {
        readonly ecr_by_likelihood: number;
        readonly ecr_by_cheapness: number;
        readonly ecr_worst: number;
      };
    }
  >('one-fix-per-cause');
  const task = taskOf(numbers, noSupport);
  deepEqual(planOf(task).order, namesOf(expect.order));
  near(minutesTrying(task, expect.order), expect.ecr);
  near(minutesTrying(task, [0, 1, 2, 3]), expect.ecr_by_likelihood);
  near(minutesTrying(task, [2, 3, 0, 1]), expect.ecr_by_cheapness);
  near(minutesTrying(task, expect.order.toReversed()), expect.ecr_worst);
});

test('check, then repair: the minutes of a check decide its place, those of the repair are spent in any order', () => {
  const { p, check, repair, expect } = example<{
    readonly p: readonly number[];
    readonly check: readonly number[];
    readonly repair: readonly number[];
    readonly expect: Ordered & { readonly ecr_if_order_0_1_2: number };
  }>('check-then-fix');
  const task = taskOf({ p, c: check, s: 'identity', tier: [0, 0, 0] }, noSupport);
  const repairing = p.reduce((sum, probability, index) => sum + probability * repair[index]!, 0);
  deepEqual(planOf(task).order, namesOf(expect.order));
  near(minutesTrying(task, expect.order) + repairing, expect.ecr);
  near(minutesTrying(task, [0, 1, 2]) + repairing, expect.ecr_if_order_0_1_2);
});

interface Dependent extends Numbers {
  readonly expect: Ordered & {
    readonly naive_static_p_over_c: Ordered;
    readonly still_broken_after: readonly number[];
    readonly ecr_without_tier_rule: number;
  };
}

test('fixes that share causes: what a fix is still worth counts, and a safer tier comes first', () => {
  const { expect, ...numbers } = example<Dependent>('dependent-fixes');
  const task = taskOf(numbers, noSupport);
  const plan = planOf(task);
  deepEqual(plan.order, namesOf(expect.order));
  near(minutesTrying(task, expect.order), expect.ecr, 1e-4);
  near(minutesTrying(task, expect.naive_static_p_over_c.order), expect.naive_static_p_over_c.ecr, 1e-4);
  expect.still_broken_after.forEach((broken, at) => near(1 - plan.resolvedAfter[at]!, broken));
  const oneTier = planOf(taskOf({ ...numbers, tier: numbers.tier.map(() => 0) }, noSupport));
  near(
    oneTier.expectedMinutes - (1 - oneTier.resolvedAfter.at(-1)!) * noSupport,
    expect.ecr_without_tier_rule,
    1e-4,
  );
});

test('the dearer support is, the later the plan stops', () => {
  const { expect_by_support_minutes: bySupport } = example<{
    readonly expect_by_support_minutes: Readonly<
      Record<string, { readonly ecr: number; readonly order: readonly (number | 'STOP')[] }>
    >;
  }>('stop-and-contact-support');
  for (const [support, { ecr, order }] of Object.entries(bySupport)) {
    const plan = planOf(taskOf(example<Dependent>('dependent-fixes'), Number(support)));
    deepEqual([...plan.order, 'STOP'], namesOf(order));
    near(plan.expectedMinutes, ecr, 1e-3);
  }
});

test('a question turns the order round, and its value is what it saves on average', () => {
  interface Asked {
    readonly likelihood_of_yes: readonly number[];
    readonly expect: {
      readonly p_yes: number;
      readonly posterior_yes: readonly number[];
      readonly posterior_no: readonly number[];
      readonly order_yes: readonly number[];
      readonly order_no: readonly number[];
      readonly ecr_yes: number;
      readonly ecr_no: number;
      readonly voi_minutes: number;
    };
  }
  const { likelihood_of_yes: yes, expect } = example<Asked>('question-everyone-or-one');
  const task = taskOf(example<Dependent>('dependent-fixes'), noSupport);
  const likely = (chances: readonly number[]) =>
    new Map(chances.map((chance, index) => [`c${index}`, chance]));
  const question: PlanQuestion = {
    id: 'everyone-or-one',
    minutes: 0.25,
    answers: [
      { id: 'yes', likely: likely(yes), otherwise: 0 },
      { id: 'no', likely: likely(yes.map((chance) => 1 - chance)), otherwise: 0 },
    ],
  };
  const [ifYes, ifNo] = question.answers.map((answer) => afterAnswer(task, answer)!);
  near(ifYes!.probability, expect.p_yes, 1e-4);
  for (const [after, posterior, order, ecr] of [
    [ifYes!, expect.posterior_yes, expect.order_yes, expect.ecr_yes],
    [ifNo!, expect.posterior_no, expect.order_no, expect.ecr_no],
  ] as const) {
    posterior.forEach((probability, index) => near(after.task.causes[index]!.probability, probability, 1e-4));
    deepEqual(planOf(after.task).order, namesOf(order));
    near(minutesTrying(after.task, order), ecr, 1e-4);
  }
  const tree = diagnose(task, [question]);
  near(tree.values[0]!.saves, expect.voi_minutes, 1e-4);
  deepEqual(
    [tree.next?.question, tree.next?.branches.map((branch) => branch.answer)],
    ['everyone-or-one', ['yes', 'no']],
  );
});

test('a prerequisite is worth its minutes for what it opens', () => {
  const { items, expect } = example<{
    readonly items: Readonly<
      Record<string, { readonly p: number; readonly c: number; readonly requires?: readonly string[] }>
    >;
    readonly expect: {
      readonly order: readonly string[];
      readonly ecr: number;
      readonly B_X_E: number;
      readonly X_B_E: number;
    };
  }>('prerequisite-chain');
  const fixes = Object.entries(items).map(([id, { c, requires }]): PlanFix => ({
    id,
    minutes: c,
    tier: 0,
    works: new Map([[id, 1]]),
    requires: requires ?? [],
  }));
  const task = {
    causes: Object.entries(items).map(([id, { p }]) => ({ id, probability: p })),
    fixes,
    support: noSupport,
  };
  const trying = (order: readonly string[]) => outcomeOf({ ...task, support: 0 }, order).expectedMinutes;
  deepEqual(planOf(task).order, expect.order);
  near(trying(expect.order), expect.ecr);
  near(trying(['B', 'X', 'E']), expect.B_X_E);
  near(trying(['X', 'B', 'E']), expect.X_B_E);
});

function example<T>(id: string): T {
  const { vectors }: { readonly vectors: readonly (T & { readonly id: string })[] } = JSON.parse(
    readFileSync(new URL('../../../e2e/fixtures/vectors/worked-examples.json', import.meta.url), 'utf8'),
  );
  return vectors.find((vector) => vector.id === id)!;
}

function taskOf({ p, c, s, tier }: Numbers, support: number): PlanningTask {
  const works = (fix: number) =>
    s === 'identity'
      ? [[`c${fix}`, 1] as const]
      : s[fix]!.map((chance, cause) => [`c${cause}`, chance] as const);
  return {
    causes: p.map((probability, index) => ({ id: `c${index}`, probability })),
    fixes: c.map((minutes, index) => ({
      id: `f${index}`,
      minutes,
      tier: tier[index]!,
      works: new Map(works(index)),
      requires: [],
    })),
    support,
  };
}

function namesOf(order: readonly (number | 'STOP')[]): readonly string[] {
  return order.map((fix) => (fix === 'STOP' ? fix : `f${fix}`));
}

/** Expected minutes of trying all of an order, without support. */
function minutesTrying(task: PlanningTask, order: readonly number[]): number {
  return outcomeOf({ ...task, support: 0 }, namesOf(order)).expectedMinutes;
}

function near(actual: number, expected: number, tolerance = 1e-6): void {
  ok(Math.abs(actual - expected) < tolerance, `${actual} instead of ${expected}`);
}
