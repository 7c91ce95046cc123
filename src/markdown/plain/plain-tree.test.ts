import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import type { Format } from '../format.ts';
import { treeOf } from './plain-tree.ts';

const parsers = {
  mdx: unified().use(remarkParse).use(remarkMdx).use(remarkTable).freeze(),
  md: unified().use(remarkParse).use(remarkTable).freeze(),
};

function remarkTable(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmTable());
  (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown());
}

/** What a parser makes of a text: its tree with all places, or what it says of it. */
function outcome(parse: () => unknown): unknown {
  try {
    // Trees come with prototypes and `undefined` where nothing is.
    return JSON.parse(JSON.stringify(parse()));
  } catch (error) {
    const { message, line, column } = error as Error & { line?: number; column?: number };
    return { message, line, column };
  }
}

function assertSame(text: string, format: Format): void {
  const parse = (part: string) => parsers[format].parse(part);
  assert.deepEqual(
    outcome(() => treeOf(text, format, parse)),
    outcome(() => parse(text)),
    `${format}: ${JSON.stringify(text)}`,
  );
}

/** The characters of a text that the parser was asked about. */
function parsedOf(text: string, format: Format): string {
  let parsed = '';
  treeOf(text, format, (part) => {
    parsed += part.trimStart();
    return parsers[format].parse(part);
  });
  return parsed;
}

/** Lines and pieces of lines, plain and with everything that Markdown knows, whole and broken. */
const pieces = [
  [
    'a',
    'Press it.',
    'Two  spaces',
    'it’s “so” (yes)',
    'x;y:z',
    '1',
    '12',
    '10%',
    'Now!',
    'a-b',
    '…',
    'import',
    'é',
  ],
  [
    ' ',
    '  ',
    '    ',
    '\t',
    '-',
    '.',
    '!',
    '#',
    '=',
    '+',
    '&',
    '& ',
    '&amp;',
    '\\',
    '\\*',
    '$',
    '^',
    '~',
    '\u00a0',
  ],
  [
    '*',
    '**',
    '**b**',
    '**b c**',
    '**b.**',
    '*i*',
    '_i_',
    '***',
    '**"q"**',
    '`',
    '``',
    '`c`',
    '`<b>`',
    '```',
    '~~~',
  ],
  [
    '[',
    ']',
    '[l](/a/)',
    '[l](/a/b/#c)',
    '![i](/a.png)',
    '[l](a b)',
    '[l]',
    '[l]: /a/',
    '[l][m]',
    '(',
    ')',
    '[**b**](/a/)',
  ],
  [
    '<',
    '>',
    '<P to="a" />',
    '<P/>',
    '<P>',
    '</P>',
    '<P k="v">',
    '<P>w</P>',
    '<P k="v">w x.</P>',
    '<p>',
    '</p>',
  ],
  [
    '<P k="{">',
    '<P k="a&amp;b" />',
    '<P k={1} />',
    "<P k='v' />",
    '<P.Q />',
    '<>',
    '</>',
    '<!-- c -->',
    '{',
    '}',
    '{1}',
  ],
  [
    '{/* #x */}',
    '{/* < */}',
    '|',
    '| a |',
    '| a | b |',
    '| --- | :-: |',
    '|-|',
    '| **b** | [l](/a/) |',
    '| | b |',
    '| a | <P /> |',
  ],
  [
    '# ',
    '## H',
    '## H #',
    '#',
    '####### ',
    '- ',
    '- i',
    '* ',
    '+ ',
    '1. ',
    '1. i',
    '2. i',
    '1) ',
    '3. <P /> w',
    '   w',
    '  w',
  ],
  [
    '> ',
    '> q',
    '---',
    '===',
    'export ',
    '    code',
    '<P>\n1. i\n2. j\n</P>',
    '<P k="v">\nw\n</P>',
    '| a | b |\n| - | - |\n| c | d |',
  ],
] as const;
const ends = ['\n', '\n', '\n\n', '\n\n', '\n\n\n', '\n \n', ' \n', '  \n'] as const;
const piece = fc.oneof(...pieces.map((some) => fc.constantFrom(...some)));
const end = fc.constantFrom(...ends);
const line = fc.oneof(
  piece,
  fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
);
const text = fc
  .array(fc.tuple(line, end), { maxLength: 10 })
  .map((lines) => lines.map(([words, after]) => words + after).join(''));

test('of any text the tree is that of the parser, with every place, and so is what it says of one that it cannot read', () => {
  fc.assert(fc.property(text, fc.constantFrom<Format>('md', 'mdx'), assertSame), {
    numRuns: Number(process.env['KB_RUNS'] ?? 3_000),
    ...(process.env['KB_RUNS'] ? {} : { seed: 1 }),
  });
});

test('so it is for every two pieces beside each other, and with an empty line between them', () => {
  const all = pieces.flat();
  for (const first of all)
    for (const second of all) assertSame(`a ${first}${second}\n\n${first}\n\n${second}\n`, 'mdx');
});

/** A text as authors write it: paragraphs, headings, lists, tables and elements, with one thing among them that is not plain. */
const plainBlock = fc.constantFrom(
  '## How to tell\nThe lamp blinks. The **belt** hums, see [the motor](/fixes/motor/).\nIt goes on "here".',
  '<Steps>\n1. Press it.\n   Then <Path to="place-3" then="Row" /> opens.\n2. Let **go**.\n</Steps>',
  '- One\n- Two & three',
  '| Part | Sign |\n| --- | :-- |\n| belt | **hums** |',
  '## Heading\n<Callout kind="tip">Look at it.</Callout>',
);

test('what is plain is not parsed', () => {
  for (const blocks of fc.sample(fc.array(plainBlock, { minLength: 1, maxLength: 5 }), {
    numRuns: 50,
    seed: 1,
  })) {
    const text = `\n\n${blocks.flatMap((block) => [block, 'Words between.']).join('\n\n')}\n`;
    assert.equal(parsedOf(text, 'mdx'), '', text);
    assertSame(text, 'mdx');
  }
});

test('of a text with something else in it, only that is parsed', () => {
  const text = 'Plain.\n\n> A quote\n\nPlain.\n\n<Steps>\n\n1. One\n\n</Steps>\n\nPlain.\n\n- Plain\n';
  assert.equal(parsedOf(text, 'mdx'), '> A quote\n<Steps>\n\n1. One\n\n</Steps>\n');
  assertSame(text, 'mdx');
});

test('in Markdown without components, what stands in an element of HTML goes on behind an empty line', () => {
  for (const [open, close] of [
    ['<pre>', '</pre>'],
    ['<script>', '</script>'],
    ['<!-- a note', '-->'],
    ['<?php', '?>'],
    ['<![CDATA[', ']]>'],
    ['<div>', '</div>'],
  ])
    assertSame(`Plain.\n\n${open}\n\n# No heading\n\n- no item\n\n${close}\n\nPlain.\n`, 'md');
});
