import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { checkContent } from '../../articles/check-content.ts';
import { severityOf } from '../../domain/problems/problem.ts';
import { newArticle } from './new.ts';

async function inNewBase(use: (root: string) => Promise<void>, site = 'title: Help\n'): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'mendbook-new-'));
  mkdirSync(join(root, 'content'));
  writeFileSync(join(root, 'content', 'site.yaml'), site);
  try {
    await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test('A symptom, a cause, a fix, a question and a page that were begun one after the other pass the check but for what is to be decided.', async () => {
  for (const site of ['title: Help\n', 'title: Hilfe\nlanguage: de\n'])
    await inNewBase(async (root) => {
      const begin = async (...args: string[]) => {
        const { code, output = '', error = '' } = await newArticle(args, { root });
        const { problems } = checkContent({ path: join(root, 'content'), name: 'content' });
        const serious = problems.filter((problem) => severityOf(problem) === 'error');
        assert.deepEqual([code, error, serious], [0, '', []], output);
        return { output, kinds: problems.map(({ kind }) => kind) };
      };
      const symptom = await begin('symptom', 'The lamp stays dark');
      const named = /^Wrote (\S+\.mdx)\./.exec(symptom.output)?.[1] ?? '';
      // From where the command was typed, which is not the folder of this knowledge base.
      assert.equal(resolve(named), join(root, 'content/symptoms/the-lamp-stays-dark.mdx'));
      assert.ok(symptom.kinds.includes('todo-edge'));
      await begin('cause', 'The bulb is broken', '--symptom', 'the-lamp-stays-dark');
      const fix = await begin('fix', 'Change the bulb', '--cause', 'the-bulb-is-broken');
      assert.deepEqual(fix.kinds.filter((kind) => !kind.startsWith('writing-')).sort(), [
        'todo-likelihood',
        'todo-loses',
        'todo-minutes',
        'todo-summary',
        'todo-summary',
        'todo-summary',
        'todo-text',
        'todo-text',
        'todo-text',
        'todo-text',
        'todo-text',
        'todo-verify',
        'todo-works',
      ]);
      await begin('question', 'Is the bulb black?');
      const page = await begin('page', 'Who we are');
      assert.match(page.output, /content\/pages\/who-we-are\.mdx\./);
    }, site);
});

test('An article is never overwritten, also not by one of another kind.', async () => {
  await inNewBase(async (root) => {
    await newArticle(['symptom', 'The lamp stays dark'], { root });
    const path = join(root, 'content/symptoms/the-lamp-stays-dark.mdx');
    const before = readFileSync(path, 'utf8');
    const again = await newArticle(['symptom', 'The lamp stays dark!'], { root });
    assert.equal(again.code, 1);
    assert.match(
      again.error ?? '',
      /is taken by `\S*content\/symptoms\/the-lamp-stays-dark\.mdx`\. Nothing was written/,
    );
    assert.equal(
      (await newArticle(['cause', 'The lamp stays dark', '--symptom', 'the-lamp-stays-dark'], { root })).code,
      1,
    );
    assert.equal(readFileSync(path, 'utf8'), before);
  });
});

test('Without an edge, or with a mistyped one, the nearest ids are named and nothing is written.', async () => {
  await inNewBase(async (root) => {
    await newArticle(['symptom', 'The lamp stays dark'], { root });
    await newArticle(['symptom', 'The door squeaks'], { root });
    const none = await newArticle(['cause', 'The lamp has no bulb'], { root });
    assert.equal(
      none.error,
      'Name at least one symptom with `--symptom ID`. Nearest: `the-lamp-stays-dark` (The lamp stays dark), `the-door-squeaks` (The door squeaks).',
    );
    const wrong = await newArticle(['cause', 'No bulb', '--symptom', 'the-lamp-stay-dark'], { root });
    assert.match(
      wrong.error ?? '',
      /^No symptom has the id `the-lamp-stay-dark`\. Did you mean `the-lamp-stays-dark`\?/,
    );
  });
});

test('A title that gives no id asks for one.', async () => {
  await inNewBase(async (root) => {
    assert.match((await newArticle(['symptom', '電源'], { root })).error ?? '', /Write one with `--id`/);
    assert.equal((await newArticle(['symptom', '電源', '--id', 'power'], { root })).code, 0);
    assert.match((await newArticle(['thing', 'x'], { root })).error ?? '', /^Use `kb new/);
  });
});
