import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedIn, learnAsked, type AskedFor } from './asked.ts';
import { exampleArticle, exampleLanguage } from './example-small.ts';
import { termsFor } from './language.ts';
import { profileOf } from './profile.ts';

const terms = termsFor(exampleLanguage);
const letters = ['a', 'b', 'c', 'd', 'e'];
const profiles = letters.map((letter) =>
  profileOf(exampleArticle(letter, { path: `/${letter}/`, aliases: [`${letter} knob`] }), terms),
);
const asked = (page: string, ...queries: readonly string[]): AskedFor => ({ page: `/${page}/`, queries });

/** What was learned, as the search reads it: article → term → how much it says. */
function learnedFrom(lists: readonly AskedFor[]): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const { words, codes } = learnAsked(lists, profiles, terms);
  const read = askedIn(words);
  return Object.fromEntries([...codes].map(([path, code]) => [path, Object.fromEntries(read(code))]));
}

test('A word of two queries speaks for the page that they led to, fillers too, where it led to four pages in all', () => {
  const four = ['a', 'b', 'c', 'd'].map((page) => asked(page, 'my lamp', 'my lamps'));
  const now = { my: 2.5, lamp: 2.5 };
  assert.deepEqual(learnedFrom(four), { '/a/': now, '/b/': now, '/c/': now, '/d/': now });
  assert.deepEqual(learnedFrom(four.slice(1)), {});
  assert.deepEqual(learnedFrom([...four.slice(1), asked('e', 'my lamp', 'a shade')]), {});
  assert.deepEqual(learnedFrom([]), {});
});

test('Who meant a place on a page meant the page, unless the place is found by itself', () => {
  const places = ['a', 'b', 'c', 'd'].map((page) => ({ page: `/${page}/#place`, queries: ['lamp', 'lamp'] }));
  assert.deepEqual(Object.keys(learnedFrom(places)), ['/a/', '/b/', '/c/', '/d/']);
  const term = profileOf(exampleArticle('place', { path: '/a/#place', kind: 'term' }), terms);
  const { codes } = learnAsked(places, [...profiles, term], terms);
  assert.deepEqual([...codes.keys()], ['/b/', '/c/', '/d/', '/a/#place']);
});

test('Words stand in the order of how many pages they led to, then of the alphabet, and a page says each once', () => {
  const five = letters.map((page) => asked(page, 'shade', 'shade'));
  const four = letters.slice(1).map((page) => asked(page, 'lamp cord', 'cord lamp'));
  const { words, codes } = learnAsked([...four, ...five], profiles, terms);
  assert.equal(words, 'shade cord lamp');
  assert.deepEqual([...codes.values()], ['# ', '### ', '### ', '### ', '### ']);
});

test('The queries of a page may stand in several lists, and a query says each word once', () => {
  const three = ['a', 'b', 'c'].map((page) => asked(page, 'lamp', 'lamp'));
  assert.deepEqual(Object.keys(learnedFrom([...three, asked('d', 'lamp'), asked('d', 'lamp')])), [
    '/a/',
    '/b/',
    '/c/',
    '/d/',
  ]);
  assert.deepEqual(learnedFrom([...three, asked('d', 'lamp lamp')]), {});
});

test('What the names of an article say is not said again', () => {
  const every = ['a', 'b', 'c', 'd'].map((page) => asked(page, 'knob lamp', 'knob lamp'));
  assert.deepEqual(Object.keys(learnedFrom(every)['/a/'] ?? {}), ['lamp']);
});

test('A word that leads to one page much oftener than to others says more there', () => {
  // The more other words there are, the less likely each of them is by chance.
  const others = Array.from({ length: 600 }, (_, at) => `word${at}`);
  const lists = ['b', 'c', 'd'].map((page) => asked(page, 'lamp', 'lamp', ...others));
  const { '/a/': often, '/b/': seldom } = learnedFrom([
    asked('a', ...Array.from({ length: 9 }, () => 'lamp')),
    ...lists,
  ]);
  assert.deepEqual([often?.['lamp'], seldom?.['lamp']], [4, 2.5]);
});

test('Words far apart in the list are found again, however many there are', () => {
  const many = Array.from({ length: 400 }, (_, at) => `w${String(at).padStart(3, '0')}`);
  const whole = asked('a', many.join(' '), many.join(' '));
  const ends = asked('e', 'w000 w399', 'w000 w399');
  const { '/e/': found, '/b/': all } = learnedFrom([
    ends,
    ...['a', 'b', 'c', 'd'].map((page) => ({ ...whole, page: `/${page}/` })),
  ]);
  assert.deepEqual(Object.keys(found ?? {}).sort(), ['w000', 'w399']);
  assert.equal(Object.keys(all ?? {}).length, 400);
});
