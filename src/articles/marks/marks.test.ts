import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkContent } from '../check-content.ts';
import { today, withCase } from '../fixtures/fixture-case.ts';

/** The problems of a text in plain Markdown or in MDX, each as its line and its remedy. */
async function remediesIn(texts: readonly string[], ending: 'md' | 'mdx'): Promise<readonly string[][]> {
  const said: string[][] = [];
  await withCase(undefined, async (path) => {
    mkdirSync(join(path, 'pages'), { recursive: true });
    texts.forEach((text, at) =>
      writeFileSync(
        join(path, `pages/p-${at}.${ending}`),
        `---\ntitle: Words\nsummary: Some words.\n---\n${text}\n`,
      ),
    );
    const { problems } = checkContent({ path, name: 'content' }, today);
    const errors = problems.filter(({ kind }) => !kind.startsWith('writing-'));
    texts.forEach((_, at) =>
      said.push(
        errors
          .filter(({ place }) => place.file === `content/pages/p-${at}.${ending}`)
          .map(({ place, hint }) => `${place.line - 4} ${hint}`),
      ),
    );
  });
  return said;
}

/** A text, the place in it that is named, and a part of the remedy; `md` or `mdx` where it is one only in that. */
type Named = readonly [text: string, remedy: RegExp, only?: 'md' | 'mdx'];

const named: readonly Named[] = [
  ['::youtube[x]{#y}', /^1 Leave it out/, 'md'],
  ['::video[x]', /^1 Leave it out/],
  ['A :badge[new] thing.', /^1 Write the words alone/],
  ['See :ref:`there`.', /^1 Write the words alone/],
  ['```{note}\nMind this.\n```', /^1 Write `> \[!NOTE\]`/],
  ['```{r}\nplot(x)\n```', /^1 Write the name of a language/],
  ['![words][nowhere]', /^1 Put the picture into `pictures\/`/],
  ['| a | b |\n| 1 | 2 |', /^1 Write `\| --- \| --- \|`/],
  ['| a | b |\n| --- |\n| 1 | 2 |', /^1 Write `\| --- \| --- \|`/],
  ['| a | b |\n| --- | --- |\n| 1 | 2 | 3 |', /^3 Give the first two lines/],
  ['*[HTML]: Hypertext', /^1 Leave it out, and put the term into/],
  ['Term\n: What it means', /^2 Write a list: `- \*\*Term\*\*: What it means`/],
  ['import Tabs from "./tabs"', /^1 Leave it out/, 'md'],
  ["So '''bold''' it is.", /^1 Write `\*\*bold\*\*`/],
  ['So [b]bold[/b] and [url=https://x.example]x[/url].', /^1 Write it in Markdown/],
  ['--8<-- "part.md"', /^1 Write the text itself/, 'md'],
  ['H~2~O', /^1 Write `~~2~~`/],
  ['Words {/* a note */} here.', /^1 Write `<!-- a note -->`/, 'md'],
  ['Words. {/* #an-id */}', /^1 Write `\{#an-id\}`/, 'md'],
  ['Words <!-- a note', /^1 Write `<!-- a note -->`/, 'md'],
  ['Use <IP-ADDRESS> here.', /^1 Put it in code marks: `` `<IP-ADDRESS>` ``/],
  ['A List<String> here.', /^1 Put it in code marks: `` `<String>` ``/],
  ['Press <Del> now.', /^1 Put it in code marks: `` `<Del>` ``/],
  ['Type <your name> here.', /^1 Put it in code marks: `` `<your name>` ``/],
  ['Go to <host:port> now.', /^1 Put it in code marks: `` `<host:port>` ``/],
  ['Type </name> here.', /^1 Put it in code marks: `` `<\/name>` ``/],
  ['Type <123> here.', /^1 Put it in code marks: `` `<123>` ``/, 'mdx'],
  ['Choose <a|b> here.', /^1 Put it in code marks: `` `<a\|b>` ``/, 'mdx'],
  ['foo**"bar"**baz', /^1 Leave the signs out of it: `"\*\*bar\*\*"`/],
  ['ไทย**“คำ”**ไทย', /^1 Leave the signs out of it: `“\*\*คำ\*\*”`/],
];

for (const ending of ['md', 'mdx'] as const)
  test(`In .${ending}, what another tool would understand, and what a reader would not see, is named once, with its place and remedy.`, async () => {
    const asked = named.filter(([, , only]) => only === undefined || only === ending);
    const said = await remediesIn(
      asked.map(([text]) => text),
      ending,
    );
    asked.forEach(([text, remedy], at) => {
      assert.equal(said[at]?.length, 1, `${text}: ${said[at]?.join(' | ')}`);
      assert.match(said[at]?.[0] ?? '', remedy, text);
    });
  });

test('What only looks like the mark of another tool is left alone.', async () => {
  const texts = [
    'Listen on :http:8080 then.',
    'At 10:30: go on. A ratio of 1:2 [about].',
    '| a | b |\n| --- | --- |\n| 1 |',
    '- [ ] todo\n- [x] done',
    '`{/* code */}`, `<name>`, `[b]x[/b]` and `H~2~O`',
    '```\n| a | b |\n| 1 | 2 |\n```',
    '> [!NOTE]- Folded elsewhere\n> Words.',
    "It's '90s music, isn't it.",
    '漢字~~「取消」~~漢字 and ~~gone~~',
    'a \\| b \\| c\nd \\| e \\| f',
  ];
  for (const ending of ['md', 'mdx'] as const)
    assert.deepEqual(
      await remediesIn(texts, ending),
      texts.map(() => []),
    );
});
