import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { solveInstance } from '../domain/plan/instance.ts';
import { parseInstances } from './plan-input.ts';

const toaster = {
  name: 'toaster',
  escalationMinutes: 30,
  causes: { plug: 3, lever: 1 },
  fixes: [
    { id: 'plug-in', minutes: 1, risk: 'safe', resolves: { plug: 0.9 } },
    {
      id: 'oil',
      minutes: 5,
      risk: 'safe',
      resolves: { lever: 0.5 },
      requires: ['plug-in', 'not-of-this-instance'],
    },
    { id: 'reset', minutes: 60, risk: 'data', resolves: {} },
  ],
  questions: [
    { id: 'light', minutes: 0.1, answers: { yes: { plug: 0.1, lever: 0.9 }, no: { plug: 0.9, lever: 0.1 } } },
  ],
};
const solve = (input: unknown): unknown =>
  JSON.parse(JSON.stringify(parseInstances(input).map(solveInstance)));
const changed = (change: object): unknown => [{ ...toaster, ...change }];
const withFix = (change: object): unknown => changed({ fixes: [{ ...toaster.fixes[0], ...change }] });
const withQuestion = (change: object): unknown =>
  changed({ questions: [{ ...toaster.questions[0], ...change }] });

test('an instance comes out with its plan and, when it has questions, its tree', () => {
  const [result] = parseInstances([toaster]).map(solveInstance);
  deepEqual(Object.keys(result!), ['name', 'expectedMinutes', 'order', 'lastResort', 'exact', 'diagnosis']);
  deepEqual(
    [result!.name, result!.order, result!.lastResort, result!.exact],
    ['toaster', ['plug-in', 'oil'], ['reset'], true],
  );
  const { questions, ...plain } = toaster;
  ok(questions);
  deepEqual(Object.keys(parseInstances([plain]).map(solveInstance)[0]!), [
    'name',
    'expectedMinutes',
    'order',
    'lastResort',
    'exact',
  ]);
  deepEqual(solve([]), []);
});

test('names that objects are born with are names like others', () => {
  const input: unknown =
    JSON.parse(`[{ "name": "__proto__", "escalationMinutes": 30, "causes": { "__proto__": 1, "constructor": 1 },
    "fixes": [{ "id": "toString", "minutes": 1, "risk": "safe", "resolves": { "__proto__": 0.9 } }, { "id": "__proto__", "minutes": 1, "risk": "safe", "resolves": { "constructor": 0.9 } }],
    "questions": [{ "id": "hasOwnProperty", "minutes": 0, "answers": { "__proto__": { "__proto__": 1, "constructor": 0 }, "valueOf": { "__proto__": 0, "constructor": 1 } } }] }]`);
  const [result] = parseInstances(input).map(solveInstance);
  deepEqual(result!.order, ['__proto__', 'toString']);
  ok('diagnosis' in result! && 'ask' in result!.diagnosis);
  deepEqual(Object.keys(result!.diagnosis.branches), ['__proto__', 'valueOf']);
});

const where = 'Instance 1 ("toaster")';
const refused: readonly (readonly [string, unknown, string])[] = [
  ['no list', {}, 'The input must be a list of instances, at most 1000.'],
  ['nothing', undefined, 'The input must be a list of instances, at most 1000, but is missing.'],
  [
    'an instance that is none',
    [toaster, 7],
    'Instance 2: `name` must be a text of 1 to 200 characters, but is missing.',
  ],
  ['no name', changed({ name: '' }), 'Instance 1: `name` must be a text of 1 to 200 characters, not "".'],
  [
    'no support',
    changed({ escalationMinutes: undefined }),
    `${where}: \`escalationMinutes\` must be a number from 0 to 100000, but is missing.`,
  ],
  [
    'support that is no number',
    changed({ escalationMinutes: NaN }),
    `${where}: \`escalationMinutes\` must be a number from 0 to 100000, not NaN.`,
  ],
  [
    'no causes',
    changed({ causes: {} }),
    `${where}: \`causes\` must be an object of 1 to 100 causes with their weights, not all 0.`,
  ],
  [
    'causes of no weight',
    changed({ causes: { plug: 0, lever: 0 } }),
    `${where}: \`causes\` must be an object of 1 to 100 causes with their weights, not all 0.`,
  ],
  [
    'a list of causes',
    changed({ causes: ['plug'] }),
    `${where}: \`causes\` must be an object of 1 to 100 causes with their weights, not all 0.`,
  ],
  [
    'a negative weight',
    changed({ causes: { plug: -1, lever: 2 } }),
    `${where}: \`causes["plug"]\` must be a number from 0 to 1000000, not -1.`,
  ],
  [
    'an endless weight',
    changed({ causes: { plug: 1e308, lever: 1e308 } }),
    `${where}: \`causes["plug"]\` must be a number from 0 to 1000000, not 1e+308.`,
  ],
  [
    'no fixes',
    changed({ fixes: undefined }),
    `${where}: \`fixes\` must be a list of fixes, at most 100, but is missing.`,
  ],
  [
    'too many fixes',
    changed({ fixes: Array.from({ length: 101 }, () => toaster.fixes[0]) }),
    `${where}: \`fixes\` must be a list of fixes, at most 100.`,
  ],
  [
    'a fix twice',
    changed({ fixes: [toaster.fixes[0], toaster.fixes[0]] }),
    `${where}: \`fixes\` must be a list without the same id twice ("plug-in" is there twice).`,
  ],
  [
    'a fix without id',
    withFix({ id: 5 }),
    `${where}: \`fixes[0].id\` must be a text of 1 to 200 characters, not 5.`,
  ],
  [
    'negative minutes',
    withFix({ minutes: -1 }),
    `${where}: \`fixes[0].minutes\` must be a number from 0 to 100000, not -1.`,
  ],
  [
    'endless minutes',
    withFix({ minutes: Infinity }),
    `${where}: \`fixes[0].minutes\` must be a number from 0 to 100000, not Infinity.`,
  ],
  [
    'minutes in words',
    withFix({ minutes: 'two' }),
    `${where}: \`fixes[0].minutes\` must be a number from 0 to 100000, not "two".`,
  ],
  [
    'an unknown risk',
    withFix({ risk: 'toString' }),
    `${where}: \`fixes[0].risk\` must be one of "safe", "settings", "data", not "toString".`,
  ],
  [
    'no chances',
    withFix({ resolves: null }),
    `${where}: \`fixes[0].resolves\` must be an object of chances from 0 to 1 by cause, not null.`,
  ],
  [
    'an unknown cause',
    withFix({ resolves: { __proto__: null, valueOf: 0.5 } }),
    `${where}: \`fixes[0].resolves\` must be an object of chances by cause, with causes of this instance only ("valueOf" is none).`,
  ],
  [
    'a chance above 1',
    withFix({ resolves: { plug: 1.1 } }),
    `${where}: \`fixes[0].resolves["plug"]\` must be a number from 0 to 1, not 1.1.`,
  ],
  [
    'requires that is no list',
    withFix({ requires: 'oil' }),
    `${where}: \`fixes[0].requires\` must be a list of fix ids, at most 100, not "oil".`,
  ],
  [
    'a fix that requires itself',
    withFix({ requires: ['plug-in'] }),
    `${where}: \`fixes\` must be a list in which no fix requires itself, directly or through others (see "plug-in").`,
  ],
  [
    'questions that are no list',
    changed({ questions: {} }),
    `${where}: \`questions\` must be a list of questions, at most 12.`,
  ],
  [
    'a question twice',
    changed({ questions: [toaster.questions[0], toaster.questions[0]] }),
    `${where}: \`questions\` must be a list without the same id twice ("light" is there twice).`,
  ],
  [
    'one answer',
    withQuestion({ answers: { yes: { plug: 1, lever: 1 } } }),
    `${where}: \`questions[0].answers\` must be an object of 2 to 8 answers with the chance of each, by cause.`,
  ],
  [
    'answers that do not add up',
    withQuestion({ answers: { yes: { plug: 0.5, lever: 0.5 }, no: { plug: 0.5 } } }),
    `${where}: \`questions[0].answers\` must be such that the chances of all answers add up to 1 for each cause (for "lever" they add up to 0.5).`,
  ],
];

for (const [what, input, message] of refused) {
  test(`${what}: refused with one clear sentence`, () =>
    throws(() => parseInstances(input), { name: 'Error', message }));
}

test('long values are shortened in the sentence', () => {
  throws(
    () => parseInstances(withFix({ risk: 'x'.repeat(500) })),
    ({ message }: Error) => message.length < 160,
  );
  equal(parseInstances([toaster]).length, 1);
});
