import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainYaml } from './plain-yaml.ts';
import { parseAnyYaml, parseYaml } from './yaml-source.ts';

const sources = (text: string) =>
  [parseYaml, parseAnyYaml].map((parse) => parse(text, 'a.mdx', text.split('\n'), 1));

function assertSame(text: string): void {
  const [plain, any] = sources(text);
  assert.deepEqual(plain?.data, any?.data, JSON.stringify(text));
  assert.deepEqual(plain?.errors, any?.errors, JSON.stringify(text));
}

/** Lines and values of front matter, plain and not, whole and broken. */
const keys = [
  'title',
  'a',
  'b',
  'was',
  'true',
  'Null',
  'x-y',
  '1',
  '"q"',
  "'q'",
  '-',
  '? a',
  '<<',
  '__proto__',
  'constructor',
  '',
];
const values = [
  ...[
    'word',
    'Two words',
    'it’s',
    "it's",
    'a "b" c',
    'a, b',
    'a:b',
    'a: b',
    'a:',
    'a #b',
    'a#b',
    '#b',
    'a [b] {c}',
    'é',
    '日本',
    'a  b',
    '10 %',
  ],
  ...[
    '1',
    '0',
    '10',
    '010',
    '-1',
    '+1',
    '1.0',
    '1.',
    '.5',
    '1e3',
    '0x1f',
    '0o17',
    '1_000',
    '12345678901234567',
    '2026-11-24',
    '12:30',
    '1a',
    '1 a',
  ],
  ...[
    'true',
    'false',
    'True',
    'null',
    '~',
    'NULL',
    'yes',
    '.inf',
    '.nan',
    '',
    ' ',
    '"',
    "'",
    '""',
    "''",
    '"a"',
    "'a'",
    '"a\\n"',
    "'a''b'",
  ],
  ...[
    '"a" b',
    '"a',
    "'a",
    '"a: b, #c"',
    '[a, b]',
    '[a]',
    '[]',
    '[a,]',
    '[a, [b]]',
    '[ "a" , b ]',
    '[a: b]',
    '[a',
    '[1, true, null, x]',
    '[a b, c]',
  ],
  ...[
    '{ a: b }',
    '{a: b}',
    '{ a: b, c: "d, e" }',
    '{ a: b, a: c }',
    '{}',
    '{ a }',
    '{ a: }',
    '{ a: b',
    '{ a: [b] }',
    '{ "a": b }',
    '{ a: ">=15" }',
  ],
  ...[
    '{ a:b }',
    '{ a: b:c }',
    '{ a: b } c',
    "{ a: it's }",
    '|',
    '>',
    '- a',
    '&a b',
    '*a',
    '!!str 1',
    '!a',
    '@a',
    '`a`',
    '%a',
    '? a',
    'a ',
    'a\t',
    '\ta',
    'a\u0085b',
    'a\u2028b',
  ],
];
const breaks = [
  '\n',
  '\n',
  '\n',
  '\n',
  '\n',
  '\n\n',
  ' \n',
  '\n  ',
  '\n---\n',
  '\n...\n',
  ' # note\n',
  '\n# note\n',
  '',
];
const line = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(
        fc.constantFrom(...keys),
        fc.constantFrom(': ', ': ', ':', ':  '),
        fc.constantFrom(...values),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        fc.constantFrom(...keys.slice(0, 4)),
        fc.constant(':\n'),
        fc.constantFrom('  - a', '  - { a: 1 }\n  - b', '- a', '    - a', '  - a: b', '  -', '  a: b'),
      ),
    },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('  - ', '- ', '  ', ''), fc.constantFrom(...values)) },
    {
      weight: 1,
      arbitrary: fc.tuple(
        fc.constantFrom('a: ', 'b: ', '  - '),
        fc.string({ unit: fc.constantFrom(...' ab1:,#"\'[]{}-&*!.é\\') }),
      ),
    },
  )
  .map((parts) => parts.join(''));
const text = fc
  .array(fc.tuple(line, fc.constantFrom(...breaks)), { maxLength: 6 })
  .map((lines) => lines.flat().join(''));

test('what is read without the parser is what the parser reads, and it finds no mistake in it', () => {
  const runs = process.env['KB_RUNS'];
  fc.assert(fc.property(text, assertSame), { numRuns: Number(runs ?? 5_000), ...(runs ? {} : { seed: 1 }) });
});

test('so it is for every value behind every key, alone and with a field of the same name', () => {
  for (const value of values) {
    for (const key of keys) assertSame(`${key}: ${value}\n`);
    assertSame(`title: ${value}\nb: 1\n`);
    assertSame(`a: 1\nb:\n  - ${value}\n  - x\na: ${value}\n`);
  }
});

const matter = `title: Renew the belt that hums
minutes: 17
summary: Dust settles on it, so it's slow (10 %).
draft: true
says: ["E-1003", 'E: 4']
aliases: [belt 4, hums 4]
applies: { device: ">=2019" }
solves:
  - { cause: cause-2, works: often, because: "Write down when it slips, because that tells a lot." }
  - plain
checked: 2026-11-24
`;

test('most front matter needs no parser', () => {
  assert.deepEqual(plainYaml(matter), {
    title: 'Renew the belt that hums',
    minutes: 17,
    summary: "Dust settles on it, so it's slow (10 %).",
    draft: true,
    says: ['E-1003', 'E: 4'],
    aliases: ['belt 4', 'hums 4'],
    applies: { device: '>=2019' },
    solves: [
      { cause: 'cause-2', works: 'often', because: 'Write down when it slips, because that tells a lot.' },
      'plain',
    ],
    checked: '2026-11-24',
  });
  assertSame(matter);
});

test('places are those of the parser', () => {
  const [plain, any] = sources(matter);
  for (const path of [['title'], ['minutes'], ['solves', 0, 'works'], ['solves', 1], ['no', 'such']]) {
    assert.deepEqual(plain?.placeOf(path), any?.placeOf(path));
    assert.deepEqual(plain?.placeOfKey(path), any?.placeOfKey(path));
    assert.equal(plain?.writtenAt(path), any?.writtenAt(path));
  }
});
