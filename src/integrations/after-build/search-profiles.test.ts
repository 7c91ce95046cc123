import { deepEqual, equal, fail } from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchArticle } from '../../domain/search/index.ts';
import { termsFor } from '../../domain/search/language.ts';
import { wordsOf } from '../../words/words-of.ts';
import { profilesFor, type GistMemory, type Gists, type Reading } from './search-profiles.ts';

const { searchLanguage: language } = wordsOf('en');

const article = (path: string, title: string, body: string): SearchArticle => ({
  ...{ kind: 'fix', path, title, summary: `About ${title}.` },
  ...{ says: ['E 24'], aliases: ['my toaster smokes'], places: [], facts: [], twins: [] },
  body: [[-1, body]],
});
const articles = [
  article('/fixes/clean/', 'Clean the tray', 'Crumbs burn. Do not use water.'),
  article('/fixes/wait/', 'Wait until it is cold', 'A hot toaster pops up at once.'),
];

/** Reads articles with what was remembered, and counts the texts that were read. */
function read(list: readonly SearchArticle[], memory?: GistMemory, made = 'en') {
  const terms = termsFor(language, []);
  let texts = 0;
  const reading: Reading = {
    terms: { ...terms, read: (text) => (texts++, terms.read(text)) },
    lighter: (told, aliases = told.aliases.slice(0, 1)) => ({ ...told, aliases }),
    made,
  };
  const profiles = profilesFor(list, reading, memory);
  return { texts, profiles };
}

function memoryOf(): GistMemory {
  const kept = new Map<string, Gists>();
  return { recall: (reading) => kept.get(reading), keep: (reading, gists) => void kept.set(reading, gists) };
}

test('an article is taken apart once, whatever others are edited, and stands in the index as if it were taken apart now', () => {
  const memory = memoryOf();
  const all = read(articles, memory);
  deepEqual(all.profiles, read(articles).profiles);
  deepEqual(read(articles, memory), { texts: 0, profiles: all.profiles });
  const edited = [articles[0]!, article('/fixes/wait/', 'Wait for ten minutes', 'It is hot then, too.')];
  const [one, both] = [read(edited.slice(1)), read(edited, memory)];
  equal(both.texts, one.texts);
  deepEqual(both.profiles, read(edited).profiles);
});

test('what was read in another way is not remembered', () => {
  const memory = memoryOf();
  const { texts } = read(articles, memory);
  equal(read(articles, memory, 'de').texts, texts);
});

test('a profile holds the aliases as they travel, terms of names, words, and how much each term is said', () => {
  const [{ article: told, passages, words, counts } = fail()] = read(articles).profiles;
  deepEqual(told?.aliases, ['my toaster smokes']);
  deepEqual(passages[0]?.terms.slice(0, 2), ['clean', 'tray']);
  equal(words.has('crumbs'), true);
  equal(passages[0]?.terms.includes('smok'), true);
  // In the title and in the summary, which names it too.
  equal(counts.get('tray'), 4);
});
