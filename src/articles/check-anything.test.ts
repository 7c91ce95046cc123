import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { compareProblems, type Problem } from '../domain/problems/problem.ts';
import { randomFrom } from '../domain/plan/random.ts';
import { checkContent } from './check-content.ts';
import { fixtures, today, withCase } from './fixtures/fixture-case.ts';

const valid = join(fixtures, 'valid');
const files = readdirSync(valid, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(valid, join(entry.parentPath, entry.name)))
  .sort();

const home = mkdtempSync(join(tmpdir(), 'mendbook-anything-'));
const copy = join(home, 'content');
const originals = new Map(files.map((file) => [file, readFileSync(join(valid, file))]));
before(() => cpSync(valid, copy, { recursive: true }));
after(() => rmSync(home, { recursive: true }));

/** Checks the valid knowledge base with other texts for some of its files. They are put back: a copy for each text takes far longer than its check. */
function problemsWith(texts: Readonly<Record<string, string | Uint8Array>>): readonly Problem[] {
  try {
    for (const [file, text] of Object.entries(texts)) writeFileSync(join(copy, file), text);
    return problemsIn(copy);
  } finally {
    for (const file of Object.keys(texts)) {
      const original = originals.get(file);
      if (original) writeFileSync(join(copy, file), original);
      else rmSync(join(copy, file));
    }
  }
}

/** The kinds of problems that the valid knowledge base has after a change of its folder. */
async function kindsAfter(change: (content: string) => void): Promise<readonly string[]> {
  let problems: readonly Problem[] = [];
  await withCase(undefined, async (path) => {
    change(path);
    problems = problemsIn(path);
  });
  return [...new Set(problems.map(({ kind }) => kind))];
}

/** Checks a knowledge base; whatever it holds, the answer is a sorted list of complete problems. */
function problemsIn(path: string): readonly Problem[] {
  const { problems } = checkContent({ path, name: 'content' }, today);
  assert.deepEqual(problems, [...problems].sort(compareProblems));
  for (const { place, message, hint } of problems) {
    assert.ok(
      place.line >= 1 && place.column >= 1 && Number.isInteger(place.line) && Number.isInteger(place.column),
      JSON.stringify(place),
    );
    assert.ok(place.file.startsWith('content'), place.file);
    assert.match(message, /[.?!]$/u);
    assert.match(hint, /[.?!]$/u);
    assert.doesNotMatch(`${message} ${hint}`, /\b(?:undefined|NaN|\[object|zod|acorn|AST|micromark|mdast)\b/);
  }
  return problems;
}

/** The ids of articles in a folder of the valid knowledge base. */
function ids(folder: string): readonly string[] {
  return files.flatMap((file) => new RegExp(`^${folder}/(.*)\\.mdx$`).exec(file)?.[1] ?? []);
}

const cause = 'causes/crumbs-block-lever.mdx';
const withFields = (yaml: string): string => `---\n${yaml}\n---\n## What happens\nCrumbs.\n`;

describe('Nothing in a content folder makes the check throw', () => {
  const texts: Readonly<Record<string, string | Uint8Array>> = {
    'an empty file': '',
    'one line break': '\n',
    'fields only': '---\n---\n',
    'zero bytes': '\0\0\0',
    'a byte order mark': '\uFEFF',
    'bytes that are no text': Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
    'UTF-16': Uint8Array.from([0xff, 0xfe, 0x2d, 0, 0x2d, 0, 0x2d, 0, 0x0a, 0]),
    'deep lists in YAML': withFields(`title: ${'['.repeat(5000)}`),
    'deep fields in YAML': withFields(
      Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    ),
    'aliases that multiply': withFields(
      `a: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefghij'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(',')}]`)
        .join('\n')}`,
    ),
    'an alias of itself': withFields('a: &a [*a]'),
    'fields of every object': withFields(
      '__proto__: { polluted: true }\nconstructor: 1\ntoString: 2\nhasOwnProperty: 3\ntitle: a\nsummary: b\nexplains: [{ __proto__: 1, symptom: toString }]',
    ),
    'keys that are lists': withFields('? [a, b]\n: c\n? { d: e }\n: f'),
    'numbers without an end': withFields('title: .inf\nsummary: .nan\nchecked: -.inf'),
    'deep quotes': `---\ntitle: a\nsummary: b\n---\n${'> '.repeat(3000)}x`,
    'deep components': `---\ntitle: a\nsummary: b\n---\n${'<Callout>\n'.repeat(2000)}${'</Callout>\n'.repeat(2000)}`,
    'deep emphasis': `---\ntitle: a\nsummary: b\n---\n${'*a **b '.repeat(2000)}`,
    'brackets and braces': `---\ntitle: a\nsummary: b\n---\n${'[](<{'.repeat(500)}`,
    'a code block that never ends': '---\ntitle: a\nsummary: b\n---\n```\n{<',
    'half a character': withFields('title: "\\ud800"\nsummary: b'),
    'links of all sorts':
      '---\ntitle: a\nsummary: b\n---\n[a](//[) [b](http://[) [c](#%E0%A4%A) [d](?) [e](#) [f](\\\\x) [g](javascript:1) [h](/symptoms/%) ![](x) ![i](data:,)\n',
  };
  for (const [name, text] of Object.entries(texts)) {
    test(name, () => {
      assert.notDeepEqual(problemsWith({ [cause]: text }), []);
      for (const file of [
        'site.yaml',
        'start.yaml',
        'ui-paths.yaml',
        'glossary.yaml',
        'tombstones.yaml',
        'permalinks.json',
        'questions/does-the-light-come-on.yaml',
        'pictures/stays-cold.svg',
      ])
        problemsWith({ [file]: text });
    });
  }

  test('any file that is gone, beside reports of what was tried', async () => {
    const reports = ids('symptoms').map(
      (id) =>
        `  ${id}:\n${ids('fixes')
          .map((fix) => `    - { tried: [${fix}], worked: true, times: 5 }\n`)
          .join('')}`,
    );
    const requiring = ids('fixes').map((id) => join('fixes', `${id}.mdx`));
    for (const gone of files)
      await kindsAfter((content) => {
        writeFileSync(join(content, 'evidence.yaml'), `reports:\n${reports.join('')}`);
        for (const file of requiring) {
          const text = readFileSync(join(content, file), 'utf8');
          if (!/^requires:/m.test(text))
            writeFileSync(
              join(content, file),
              text.replace(/^---\n/, `---\nrequires: [${ids('fixes').find((id) => !file.includes(id))}]\n`),
            );
        }
        rmSync(join(content, gone));
      });
  });

  test('a folder with the name of a file', async () => {
    assert.deepEqual(
      await kindsAfter((content) =>
        ['fixes/x.mdx', 'questions/y.yaml', 'glossary.yaml/z'].forEach((name) =>
          mkdirSync(join(content, name === 'glossary.yaml/z' ? 'tombstones.yaml' : name), {
            recursive: true,
          }),
        ),
      ),
      ['bad-file-name'],
    );
  });
  test(
    'links to files: round in a circle, to nothing, and to an article',
    { skip: process.platform === 'win32' },
    async () => {
      assert.deepEqual(
        await kindsAfter((content) => {
          symlinkSync(join(content, 'fixes'), join(content, 'fixes', 'again'));
          symlinkSync('nowhere.mdx', join(content, 'fixes', 'dead-end.mdx'));
          symlinkSync('self.mdx', join(content, 'fixes', 'self.mdx'));
          symlinkSync(join(content, cause), join(content, 'causes', 'linked.mdx'));
        }),
        ['cause-without-fix', 'unreadable-file'],
      );
    },
  );
  test('a file that is too large', async () => {
    assert.deepEqual(
      await kindsAfter((content) => writeFileSync(join(content, cause), 'x'.repeat(1_000_001))),
      ['unreadable-file'],
    );
  });
  test('a knowledge base that is a file', async () => {
    const { problems } = checkContent({ path: join(valid, 'site.yaml'), name: 'content' }, today);
    assert.deepEqual(
      problems.map(({ kind }) => kind),
      ['content-empty'],
    );
  });
});

const signs = [
  '"',
  "'",
  '`',
  '[',
  ']',
  '{',
  '}',
  '<',
  '>',
  '/',
  ':',
  ': ',
  '#',
  ' #',
  '- ',
  '---\n',
  '\n',
  '\n\n',
  '\t',
  '  ',
  '&a ',
  '*a ',
  '!x ',
  '|',
  '\\',
  '\r\n',
  '\0',
  '\uFEFF',
  '\u2028',
  'é',
  '😀',
  '</Steps>',
  '<Steps>',
  '{/*',
  '*/}',
  '__proto__',
  '![](',
  '[x](',
  '1. ',
  '0',
  '-',
  ',',
];

/** A text with a few pieces taken out, doubled, moved or put in. */
function mutate(text: string, random: () => number): string {
  const at = (limit: number): number => Math.floor(random() * limit);
  let mutated = text;
  for (let round = 0; round <= at(4); round++) {
    const [start, length] = [at(mutated.length + 1), at(12)];
    const [before, piece, after] = [
      mutated.slice(0, start),
      mutated.slice(start, start + length),
      mutated.slice(start + length),
    ];
    const choices = [
      before + after,
      before + piece + piece + after,
      before + (signs[at(signs.length)] ?? '') + piece + after,
      before + [...piece].reverse().join('') + after,
      before,
    ];
    mutated = choices[at(round === 0 ? 5 : 4)] ?? mutated;
  }
  return mutated;
}

test('A letter left out gives one problem at most, with words of its own.', () => {
  for (const file of files.filter((name) => !name.endsWith('.svg'))) {
    const text = readFileSync(join(valid, file), 'utf8');
    for (let index = 3; index < text.length; index += 19) {
      const problems = problemsWith({ [file]: text.slice(0, index) + text.slice(index + 1) });
      const slip = `${file} without «${text[index]}» in «${text.slice(index - 3, index + 4)}»`;
      // A platform without its name is missed wherever it is named.
      if (!problems.every(({ kind }) => kind === 'unknown-version'))
        assert.ok(problems.length <= 1, `${slip}: ${problems.map(({ message }) => message).join(' ')}`);
      assert.ok(
        problems.every(({ message }) => !/rules of YAML|read as MDX/.test(message)),
        slip,
      );
    }
  }
});

test('Damaged knowledge bases are each answered with complete, sorted problems.', () => {
  for (let seed = 1; seed <= 250; seed++) {
    const random = randomFrom(seed);
    const damaged = Array.from(
      { length: 1 + Math.floor(random() * 3) },
      () => files[Math.floor(random() * files.length)] ?? cause,
    );
    try {
      const texts: Record<string, string> = {};
      for (const file of damaged) texts[file] = mutate(texts[file] ?? String(originals.get(file)), random);
      problemsWith(texts);
    } catch (error) {
      throw new Error(`The knowledge base of seed ${seed} (${damaged.join(', ')}) was not answered.`, {
        cause: error,
      });
    }
  }
});
