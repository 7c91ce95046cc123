import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/** Parses YAML as the front matter of a file, whose first line is `---`. */
function frontMatter(yaml: string): YamlSource {
  return parseYaml(`${yaml}\n`, 'content/fixes/x.mdx', ['---', ...yaml.split('\n'), '---', 'Text.'], 2);
}

describe('A value is placed by line and column', () => {
  const source = frontMatter(
    'title: Empty the tray\nsolves:\n  - { cause: crumbs, works: often }\n  - cause: dust\n    works: seldom\naliases: [one, "two"]',
  );
  const places: readonly [path: (string | number)[], line: number, column: number][] = [
    [['title'], 2, 8],
    [['solves', 0, 'cause'], 4, 14],
    [['solves', 0, 'works'], 4, 29],
    [['solves', 1, 'works'], 6, 12],
    [['aliases', 1], 7, 16],
    // What is not there is placed at its nearest parent.
    [['solves', 0, 'because'], 4, 5],
    [['nothing', 'at', 'all'], 2, 1],
  ];
  for (const [path, line, column] of places) {
    test(path.join('.'), () => {
      const place = source.placeOf(path);
      assert.deepEqual([place.line, place.column], [line, column]);
    });
  }
  test('The key of an unknown field is placed, not its value.', () => {
    assert.deepEqual(source.placeOfKey(['solves', 1, 'works']), {
      file: 'content/fixes/x.mdx',
      line: 6,
      column: 5,
      text: 'works: seldom',
    });
  });
});

describe('Each mistake is placed where the author made it, and the remedy can be pasted', () => {
  const cases: readonly [yaml: string, place: string, hint: string][] = [
    ['title: It says: no\nsummary: x', '2:8', 'Write `title: "It says: no"`.'],
    ['aliases:\n  - why: oh: no', '3:10', 'Write `- why: "oh: no"`.'],
    ['title: "Never closed\nsummary: x\nminutes: 2', '2:8', 'Close it: `title: "Never closed"`.'],
    ["title: 'it's'\nsummary: x", '2:12', 'Write `title: "it\'s"`.'],
    ['title: "One" two\nsummary: x', '2:14', 'Write `title: "\\"One\\" two"`.'],
    ['aliases: [a, b\nsummary: x', '2:10', 'Close it: `aliases: [a, b]`.'],
    ['says: [One, "Two]\nsummary: x', '2:13', 'Close it: `says: [One, "Two"]`.'],
    [
      'solves:\n  - { cause: a, works: often\n  - { cause: b, works: often }',
      '3:5',
      'Close it: `- { cause: a, works: often }`.',
    ],
    ['solves:\n  - { cause: a works: often }', '3:14', 'Write `- { cause: a, works: often }`.'],
    ['support: { name: Maker minutes: 60 }', '2:18', 'Write `support: { name: Maker, minutes: 60 }`.'],
    ['solves:\n  - { cause a, works: [often }', '3:23', 'Close it: `- { cause a, works: [often }]`.'],
    ['solves:\n  - cause: a, works: often }', '3:12', 'Write `- { cause: a, works: often }`.'],
    ['solves:\n  - { cause: a }\n    { cause: b }', '4:1', 'Write `  - { cause: b }`.'],
    [
      'because:\n  - { symptom: a, because: One: two }',
      '3:28',
      'Write `- { symptom: a, because: "One: two" }`.',
    ],
    ['solves:\n\t- a', '3:1', 'Replace each tab at the start of the line by two spaces.'],
    ['title: x\n summary: y\nminutes: 1', '3:2', 'Indent it by no spaces: `summary: y`.'],
    [' title: x\nsummary: y', '2:2', 'Indent it by no spaces: `title: x`.'],
    ['aliases:\n  - x\n - y\nminutes: 1', '4:1', 'Indent it by 2 spaces: `  - y`.'],
    ['title Foo\nsummary: x', '2:1', 'Write `title: Foo`.'],
    ['title:Foo\nsummary: x', '2:1', 'Write `title: Foo`.'],
    ['lost [a, b]\nsummary: x', '2:1', 'Write `lost: [a, b]`.'],
    ['title: @foo\nsummary: x', '2:8', 'Write `title: "@foo"`.'],
    ['title: *bold* text\nsummary: x', '2:15', 'Write `title: "*bold* text"`.'],
    ['title: &one two\nsummary: x', '2:8', 'Write `title: "&one two"`.'],
    ['title: !important\nsummary: x', '2:8', 'Write `title: "!important"`.'],
    ['title: [Not] sent\nsummary: x', '2:14', 'Write `title: "[Not] sent"`.'],
    ['title: Error #5 appears\nsummary: x', '2:8', 'Write `title: "Error #5 appears"`.'],
    ['title: x\ntit #le: y', '3:1', 'Remove the space before it: `tit#le: y`.'],
    ['title: "a\\d"\nsummary: x', '2:10', 'Double the backslash: `title: "a\\\\d"`.'],
    ['aliases: - a\n  - b', '2:10', 'Write `aliases:` alone on this line and `  - a` on the next.'],
    ['says: [a, b]]\nsummary: x', '2:13', 'Write `says: [a, b]`.'],
    ['says: [a, b],\nsummary: x', '2:13', 'Write `says: [a, b]`.'],
    ['says: [a,, b]\nsummary: x', '2:10', 'Write `says: [a, b]`.'],
    ['title: |  Foo\nsummary: x', '2:11', 'Write `title: "Foo"` for text of one line.'],
    ['title: >\nFoo\nsummary: x', '3:1', 'Write `  Foo`.'],
    ['title:\u00a0Foo\nsummary: x', '2:1', 'Write it with plain spaces: `title: Foo`.'],
    ['title: x\n---\nsummary: y', '3:1', 'Remove this line.'],
    ['title: x\nsummary: y\ntitle: z', '4:1', 'Remove one of the two.'],
  ];
  for (const [yaml, place, hint] of cases) {
    test(yaml.replaceAll('\n', '⏎').replaceAll('\t', '⇥'), () => {
      const { errors } = frontMatter(yaml);
      assert.deepEqual(
        errors.map((fault) => [`${fault.place.line}:${fault.place.column}`, fault.hint]),
        [[place, hint]],
      );
    });
  }
  test('A note behind a value is no mistake.', () => {
    assert.deepEqual(frontMatter('minutes: 2   # hands-on\ntitle: "Error #5" # as shown').errors, []);
  });
  test('Of a text that does not parse, no value is known.', () => {
    assert.equal(frontMatter('title: a: b').data, undefined);
    assert.deepEqual(frontMatter('title: a\ntitle: b').data, { title: 'b' });
  });
});
