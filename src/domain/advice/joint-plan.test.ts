import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { Explanation } from '../knowledge/article.ts';
import { exampleBase } from '../knowledge/example-base.ts';
import { articlesOf, buildKnowledgeBase, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { jointCausesOf, jointTaskOf } from './joint-plan.ts';

const mixOf = (popsUp: number) =>
  new Map([
    ['stays-cold', 1 - popsUp],
    ['pops-up', popsUp],
  ]);

test('a cause is as likely as the symptoms that it explains are, each by its share, and causes stand by their ids', () => {
  deepEqual(
    jointCausesOf(exampleBase(), mixOf(0.25)).map(({ id, probability }) => [
      id,
      Math.round(1000 * probability),
    ]),
    // Of pops up: 0.9 times 0.5, 0.25 and 0.03 of 0.78; of stays cold: 0.9 times 0.1 and 0.5 of 0.6.
    [
      ['crumbs', 257],
      ['no-power', 635],
      ['old-memory', 9],
    ],
  );
  const { site, ...rest } = exampleBase();
  const reversed = buildKnowledgeBase(site, articlesOf({ site, ...rest }).toReversed(), []);
  deepEqual(
    jointCausesOf(reversed, mixOf(0.25)).map(({ id }) => id),
    ['crumbs', 'no-power', 'old-memory'],
  );
});

test('a cause is on the side where the likeliest symptom has it', () => {
  const base = baseWith([
    { symptom: 'pops-up', likelihood: 'often', on: 'neighbor' },
    { symptom: 'stays-cold', likelihood: 'often', on: 'you' },
  ]);
  const tray = (popsUp: number): boolean =>
    jointTaskOf(base, mixOf(popsUp)).fixes.some(({ id }) => id === 'empty-tray');
  deepEqual([tray(0.3), tray(0.7)], [true, false]);
});

test('a side that only one of the symptoms names holds for both', () => {
  const base = baseWith([
    { symptom: 'pops-up', likelihood: 'often', on: 'neighbor' },
    { symptom: 'stays-cold', likelihood: 'often' },
  ]);
  deepEqual(
    [0.3, 0.7].map((popsUp) => jointTaskOf(base, mixOf(popsUp)).fixes.some(({ id }) => id === 'empty-tray')),
    [false, false],
  );
});

/** The example where the crumbs explain this. */
function baseWith(explains: readonly Explanation[]): KnowledgeBase {
  const base = exampleBase();
  const articles = articlesOf(base).map((article) =>
    article.kind === 'cause' && article.id === 'crumbs' ? { ...article, explains } : article,
  );
  return buildKnowledgeBase(base.site, articles, []);
}
