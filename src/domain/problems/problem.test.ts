import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { entriesOf, firstOfEachKind } from './repeated.ts';
import { catalogue, type ProblemKind } from './catalogue.ts';
import { compareProblems, severityOf, type Problem } from './problem.ts';
import { todoProblemKind, todoRemedies } from './todo.ts';
import { totalsOf } from './totals.ts';

function problem(
  kind: ProblemKind,
  at: readonly [file: string, line?: number, column?: number],
  message = 'It is wrong.',
  hint = 'Mend it.',
): Problem {
  const [file, line = 1, column = 1] = at;
  return { kind, place: { file, line, column }, message, hint };
}

test('problems are reported by file, then line, then column, then kind, then message', () => {
  const sorted = [
    problem('wrong-value', ['a.mdx', 9, 9]),
    problem('bad-yaml', ['b.mdx', 2, 7]),
    problem('bad-yaml', ['b.mdx', 10, 1]),
    problem('bad-yaml', ['b.mdx', 10, 3]),
    problem('duplicate-id', ['b.mdx', 10, 3], 'A'),
    problem('duplicate-id', ['b.mdx', 10, 3], 'B'),
  ];
  deepEqual([...sorted].reverse().sort(compareProblems), sorted);
  for (const [index, one] of sorted.entries())
    for (const [other, two] of sorted.entries())
      equal(Math.sign(compareProblems(one, two)), Math.sign(index - other), `${index} and ${other}`);
});

test('what to decide is no error, and its word in a comment names its kind; an unknown word is something to write', () => {
  equal(severityOf(problem('bad-yaml', ['a'])), 'error');
  equal(severityOf(problem('writing-blame', ['a'])), 'warning');
  for (const word of Object.keys(todoRemedies)) {
    equal(todoProblemKind(word), `todo-${word}`);
    equal(catalogue[todoProblemKind(word)].severity, 'todo');
  }
  for (const word of ['', 'minute', 'toString', '__proto__']) equal(todoProblemKind(word), 'todo-text');
});

test('the same problem in up to three places is told at each, in more places once, where it is first', () => {
  const same = (file: string) => problem('broken-link', [file], 'There is no page /x/.');
  const alone = problem('bad-yaml', ['b.mdx']);
  const warning = problem('writing-blame', ['a.mdx']);
  const three = [same('a.mdx'), alone, same('c.mdx'), warning, same('d.mdx')];
  deepEqual(
    entriesOf(three, 'error'),
    [three[0]!, alone, three[2]!, three[4]!].map((one) => ({ problem: one, also: [] })),
  );
  deepEqual(entriesOf(three, 'warning'), [{ problem: warning, also: [] }]);
  deepEqual(entriesOf(three, 'todo'), []);
  const four = [alone, ...['a.mdx', 'c.mdx', 'd.mdx', 'e.mdx'].map(same)];
  deepEqual(entriesOf(four, 'error'), [
    { problem: alone, also: [] },
    { problem: four[1], also: four.slice(2) },
  ]);
});

test('problems of one kind with other words or another remedy are not the same', () => {
  const places = ['a', 'b', 'c', 'd'];
  const words = places.map((file) => problem('broken-link', [file], `There is no page /${file}/.`));
  const remedies = places.map((file) => problem('broken-link', [file], 'Wrong.', `Write /${file}/.`));
  const kinds = (['bad-yaml', 'not-utf8', 'wrong-value', 'duplicate-id'] as const).map((kind) =>
    problem(kind, ['a']),
  );
  for (const problems of [words, remedies, kinds])
    deepEqual(
      entriesOf(problems, 'error').map(({ also }) => also.length),
      [0, 0, 0, 0],
    );
});

test('of each kind only the first few are kept, in their order', () => {
  deepEqual(
    firstOfEachKind(['a1', 'b1', 'a2', 'a3', 'b2'], (name) => name[0] ?? '', 2),
    ['a1', 'b1', 'a2', 'b2'],
  );
  deepEqual(
    firstOfEachKind(['a1', 'b1', 'a2'], (name) => name[0] ?? '', 1),
    ['a1', 'b1'],
  );
});

test('totals count problems by severity, files once, and list what to decide first and what is rare before what is frequent', () => {
  const problems = [
    problem('bad-yaml', ['a']),
    problem('wrong-value', ['a']),
    problem('wrong-value', ['b']),
    problem('duplicate-id', ['b']),
    problem('writing-blame', ['c']),
    problem('todo-title', ['c']),
    problem('todo-title', ['c']),
  ];
  deepEqual(totalsOf(problems), {
    errors: 4,
    warnings: 1,
    todos: 2,
    files: 3,
    kinds: [
      { kind: 'todo-title', severity: 'todo', count: 2 },
      { kind: 'writing-blame', severity: 'warning', count: 1 },
      { kind: 'bad-yaml', severity: 'error', count: 1 },
      { kind: 'duplicate-id', severity: 'error', count: 1 },
      { kind: 'wrong-value', severity: 'error', count: 2 },
    ],
  });
  deepEqual(totalsOf([]), { errors: 0, warnings: 0, todos: 0, files: 0, kinds: [] });
});
