import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { afterAnswer, afterAnswers } from './answers.ts';
import { diagnose, provenTree, type DiagnosisNode } from './questions.ts';
import type { PlanQuestion } from './answers.ts';
import { planOf } from './plan.ts';
import type { PlanningTask } from './plan.ts';

const fix = (id: string, minutes: number, cause: string) => ({
  id,
  minutes,
  tier: 0,
  works: new Map([[cause, 0.9]]),
  requires: [],
});
const task: PlanningTask = {
  causes: [
    { id: 'plug', probability: 0.45 },
    { id: 'lever', probability: 0.45 },
  ],
  fixes: [fix('plug-in', 10, 'plug'), fix('oil', 10, 'lever')],
  support: 60,
};
const question = (
  id: string,
  minutes: number,
  plug: number,
  lever: number,
  otherwise = 0.5,
): PlanQuestion => ({
  id,
  minutes,
  answers: [
    {
      id: 'yes',
      likely: new Map([
        ['plug', plug],
        ['lever', lever],
      ]),
      otherwise,
    },
    {
      id: 'no',
      likely: new Map([
        ['plug', 1 - plug],
        ['lever', 1 - lever],
      ]),
      otherwise: 1 - otherwise,
    },
  ],
});

test('a question is asked when it saves more than its minutes, and its value is told in any case', () => {
  const saves = diagnose(task, [question('light', 0, 0.98, 0.02)]).values[0]!.saves;
  ok(saves > 1);
  equal(diagnose(task, [question('light', saves - 0.01, 0.98, 0.02)]).next?.question, 'light');
  const dear = diagnose(task, [question('light', saves + 0.01, 0.98, 0.02)]);
  deepEqual(
    [dear.next, dear.values.map(({ question: id, pays }) => [id, pays]), dear.expectedMinutes],
    [undefined, [['light', false]], planOf(task).expectedMinutes],
  );
  const nothing = diagnose(task, [question('nothing', 0, 0.5, 0.5)]);
  near(nothing.values[0]!.saves, 0);
  deepEqual([nothing.next, nothing.values[0]!.pays], [undefined, false]);
});

test('the plans of a tree are proven, and those of a quick one can be proven afterwards, with their minutes', () => {
  const asked = [question('clear', 0.1, 0.98, 0.02), question('dim', 0.1, 0.8, 0.2)];
  const plansIn = (node: DiagnosisNode): readonly boolean[] => [
    node.plan.exact,
    ...(node.next?.branches ?? []).flatMap((branch) => plansIn(branch.node)),
    ...(node.next?.unsure ? plansIn(node.next.unsure) : []),
  ];
  const whole = diagnose(task, asked);
  const quick = diagnose(task, asked, 3, 'quick');
  const all = plansIn(whole);
  ok(whole.next?.unsure && all.length > 4);
  deepEqual(new Set(all), new Set([true]));
  deepEqual(
    plansIn(quick),
    all.map(() => false),
  );
  const proven = provenTree(quick);
  deepEqual(plansIn(proven), all);
  near(proven.expectedMinutes, whole.expectedMinutes);
  near(proven.next!.unsure!.expectedMinutes, whole.next.unsure.expectedMinutes);
});

test('the best question comes first, equal ones by their ids, never more than the depth allows and none twice', () => {
  const clear = question('clear', 0.1, 0.98, 0.02);
  const dim = question('dim', 0.1, 0.8, 0.2);
  const both = diagnose(task, [dim, { ...clear, id: 'dear', minutes: 60 }, clear]);
  equal(both.next?.question, 'clear');
  deepEqual(
    both.values.map(({ question: id, pays }) => [id, pays]),
    [
      ['clear', true],
      ['dear', false],
      ['dim', true],
    ],
  );
  equal(
    diagnose(task, [
      { ...clear, id: 'b' },
      { ...clear, id: 'a' },
    ]).next?.question,
    'a',
  );
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const wide = {
    causes: ids.map((id) => ({ id, probability: 0.15 })),
    fixes: ids.map((id) => fix(`mend-${id}`, 10, id)),
    support: 60,
  };
  const many = ids.map((id): PlanQuestion => ({
    id: `is-it-${id}`,
    minutes: 0,
    answers: [
      { id: 'yes', likely: new Map([[id, 0.98]]), otherwise: 0.02 },
      { id: 'no', likely: new Map([[id, 0.02]]), otherwise: 0.98 },
    ],
  }));
  deepEqual(
    [0, 1, 2, 3].map((depth) => depthOf(diagnose(wide, many, depth))),
    [0, 1, 2, 3],
  );
  equal(depthOf(diagnose(wide, many)), 3);
  deepEqual(diagnose(wide, many, 0).values, []);
  checkAsked(diagnose(wide, many), []);
  const twice = diagnose(wide, many, 2).next;
  deepEqual([depthOf(twice!.branches[0]!.node), depthOf(twice!.unsure!)], [1, 1]);
});

test('what follows an answer is weighted, not cut off, and sums with "something else" to 1', () => {
  const yes = question('light', 1, 0.9, 0.2, 0.5).answers[0]!;
  const after = afterAnswer(task, yes)!;
  near(after.probability, 0.45 * 0.9 + 0.45 * 0.2 + 0.1 * 0.5);
  near(after.task.causes[0]!.probability, (0.45 * 0.9) / after.probability);
  near(
    after.task.causes.reduce((sum, cause) => sum + cause.probability, 0),
    1 - 0.05 / after.probability,
  );
  const no = question('sound', 1, 0.3, 0.6).answers[1]!;
  const [one, other] = [afterAnswers(task, [yes, no])!, afterAnswers(task, [no, yes])!];
  one.causes.forEach((cause, index) => near(cause.probability, other.causes[index]!.probability));
  equal(afterAnswers(task, []), task);
});

test('an answer of the typical cause tells causes apart, and leaves something else as likely as it was', () => {
  const typical = { id: 'yes', likely: new Map([['plug', 0.8]]), otherwise: 'typical' as const };
  const one = afterAnswer(task, typical)!;
  near(one.probability, 0.8);
  deepEqual(
    one.task.causes.map(({ id, probability }) => [id, Math.round(1000 * probability)]),
    [
      ['plug', 450],
      ['lever', 450],
    ],
  );
  const uneven = {
    ...task,
    causes: [
      { id: 'plug', probability: 0.6 },
      { id: 'lever', probability: 0.2 },
    ],
  };
  const likely = new Map([
    ['plug', 0.9],
    ['lever', 0.1],
  ]);
  // The typical cause answers so in (0.6 · 0.9 + 0.2 · 0.1) / 0.8 of all cases.
  const other = afterAnswer(uneven, { ...typical, likely })!;
  near(other.probability, 0.7);
  near(other.task.causes[0]!.probability, 0.54 / 0.7);
  near(1 - other.task.causes.reduce((sum, { probability }) => sum + probability, 0), 0.2);
  equal(afterAnswer(task, { ...typical, likely: new Map() }), undefined);
  equal(afterAnswer({ ...task, causes: [] }, typical), undefined);
});

test('an answer that cannot occur has no branch', () => {
  const whole = { ...task, causes: task.causes.map((cause) => ({ ...cause, probability: 0.5 })) };
  const odd: PlanQuestion = {
    ...question('light', 0, 1, 0, 0),
    answers: [...question('light', 0, 1, 0, 0).answers, { id: 'never', likely: new Map(), otherwise: 0 }],
  };
  deepEqual(
    diagnose(whole, [odd]).next?.branches.map(({ answer, probability }) => [answer, probability]),
    [
      ['yes', 0.5],
      ['no', 0.5],
    ],
  );
  equal(afterAnswer(whole, odd.answers[2]!), undefined);
  equal(afterAnswers(whole, odd.answers), undefined);
});

test('who cannot answer keeps the plan and is asked the best of the other questions, as long as one pays', () => {
  const asked = [question('clear', 0.1, 0.98, 0.02), question('dim', 0.1, 0.8, 0.2)];
  const node = diagnose(task, asked);
  const unsure = node.next?.unsure;
  deepEqual([node.next?.question, unsure?.next?.question], ['clear', 'dim']);
  deepEqual(unsure?.plan.order, node.plan.order);
  equal(unsure?.next?.unsure, undefined);
  near(node.expectedMinutes, diagnose(task, asked.slice().reverse()).expectedMinutes);
  equal(diagnose(task, asked, 1).next?.unsure, undefined);
  equal(diagnose(task, [asked[0]!]).next?.unsure, undefined);
});

/** No question stands below itself. */
function checkAsked(node: ReturnType<typeof diagnose>, above: readonly string[]): void {
  if (!node.next) return;
  ok(!above.includes(node.next.question));
  const below = [...node.next.branches.map((branch) => branch.node), node.next.unsure];
  for (const next of below) if (next) checkAsked(next, [...above, node.next.question]);
}

function depthOf(node: ReturnType<typeof diagnose>): number {
  return node.next ? 1 + Math.max(...node.next.branches.map((branch) => depthOf(branch.node))) : 0;
}

function near(actual: number, expected: number): void {
  ok(Math.abs(actual - expected) < 1e-9, `${actual} instead of ${expected}`);
}

test('questions that have the same answers, as the same objects even, are told apart', () => {
  const { answers } = question('', 0, 0.7, 0.3);
  const shared = [
    { id: 'dear', minutes: 0.4, answers },
    { id: 'cheap', minutes: 0.1, answers },
    { id: 'free', minutes: 0, answers },
  ];
  const own = shared.map((one) => ({ ...one, answers: answers.map((answer) => ({ ...answer })) }));
  const found = diagnose(task, shared);
  ok(found.next?.branches.some(({ node }) => node.next));
  deepEqual(found, diagnose(task, own));
});
