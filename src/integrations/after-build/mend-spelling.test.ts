import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchArticle } from '../../domain/search/index.ts';
import { termsFor } from '../../domain/search/language.ts';
import { mendSpelling } from './mend-spelling.ts';

const article = (title: string, aliases: readonly string[] = []): SearchArticle => ({
  kind: 'cause',
  path: '/causes/x/',
  title,
  summary: '',
  says: [],
  aliases,
  places: [],
  body: [],
  facts: [],
  twins: [],
});
const written = ['Toaster', 'A toaster', 'The toaster hums', 'Toasters burn'].map((title) => article(title));
const mended = (alias: string) =>
  mendSpelling([...written, article('Fifth', [alias])], termsFor({ endings: [], fillers: [], same: {} })).at(
    -1,
  )?.aliases;

test('A misspelling among the aliases counts as the word that the articles write', () =>
  assert.deepEqual(mended('my Toastre is dead'), ['my toaster is dead']));

test('Short words and words with another beginning are left alone', () => {
  assert.deepEqual(mended('toast roaster boaster'), ['toast roaster boaster']);
});
