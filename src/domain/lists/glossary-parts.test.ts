import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { GlossaryEntry } from '../knowledge/site.ts';
import { glossaryPartsOf, termsOf } from './glossary-parts.ts';

const glossary = (count: number, also: readonly string[] = []): readonly GlossaryEntry[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `term-${at}`,
    term: `${'ABC'[at % 3]} term ${at}`,
    also,
    typed: [],
    meaning: 'What holds the slice while it browns, and lets it go.'.repeat(2),
  }));

test('a glossary that one page can show has no parts, however many spellings the search knows', () => {
  deepEqual(glossaryPartsOf([], 'en'), []);
  const spellings = Array.from({ length: 200 }, (_, at) => `spelling ${at}`);
  deepEqual(glossaryPartsOf(glossary(50, spellings), 'en'), []);
});

test('a longer one comes by letter, no part with more than 40 terms, and each term stands in one part', () => {
  const long = glossary(300);
  const parts = glossaryPartsOf(long, 'en');
  deepEqual(
    parts.slice(0, 4).map(({ path, title }) => [path, title]),
    [
      ['/browse/glossary/a/', 'A (1/3)'],
      ['/browse/glossary/a-2/', 'A (2/3)'],
      ['/browse/glossary/a-3/', 'A (3/3)'],
      ['/browse/glossary/b/', 'B (1/3)'],
    ],
  );
  ok(parts.every(({ entries }) => entries.length <= 40));
  const ids = parts.flatMap(({ entries }) => entries.map(({ id }) => id));
  equal(ids.length, 300);
  deepEqual(new Set(ids), new Set(termsOf(long).map(({ id }) => id)));
});

test('long meanings fill a page sooner than short ones, in bytes, not in letters', () => {
  const arabic = glossary(98).map((entry) => ({
    ...entry,
    meaning: 'ما يمسك الشريحة أثناء التحميص ثم يتركها. '.repeat(4),
  }));
  ok(glossaryPartsOf(arabic, 'ar').length > 0);
  deepEqual(glossaryPartsOf(glossary(98), 'en'), []);
});

test('a term weighs what its entry shows: id, term, meaning, link and three other names', () => {
  const weighing = (bytes: number, link?: string): readonly GlossaryEntry[] => [
    {
      id: 'id',
      term: 'term',
      also: ['a', 'b', 'c', 'not shown'],
      typed: [],
      meaning: 'm'.repeat(bytes - 9),
      link,
    },
    ...Array.from({ length: 40 }, () => ({ id: '', term: '', also: [], typed: [], meaning: '' })),
  ];
  deepEqual(glossaryPartsOf(weighing(18_000), 'en'), []);
  equal(glossaryPartsOf(weighing(18_001), 'en').length, 2);
  equal(glossaryPartsOf(weighing(18_000, '/x/'), 'en').length, 2);
});
