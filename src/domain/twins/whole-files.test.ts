import { equal } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { symptomViewsOf } from '../advice/symptom-pages.ts';
import type { Cause, Fix, Question, Symptom } from '../knowledge/article.ts';
import { exampleBase } from '../knowledge/example-base.ts';
import { buildKnowledgeBase, entryOf } from '../knowledge/knowledge-base.ts';
import { factsOf } from './article-facts.ts';
import { cardPathOf } from './card.ts';
import { articleAt, graphFileOf } from './graph-file.ts';

const lamp: Question = {
  id: 'lamp',
  title: 'Is the lamp on?',
  help: 'It is below the lever.',
  minutes: 0.1,
  answers: [
    {
      id: 'on',
      label: 'On',
      likely: { 'no-power': 'rarely', crumbs: 'almost-always', 'old-memory': 'often' },
    },
    {
      id: 'off',
      label: 'Off',
      likely: { 'no-power': 'almost-always', crumbs: 'seldom', 'old-memory': 'often' },
    },
  ],
};

/** The toaster with something in every field that programs get. */
function richBase() {
  const { site, symptoms, causes, fixes } = exampleBase();
  const sources = [{ title: 'Manual', url: 'https://maker.example/manual', checked: '2026-01-02' }];
  const symptom = (id: string, more: Partial<Symptom>): Symptom => ({ ...entryOf(symptoms, id), ...more });
  const cause = (id: string, more: Partial<Cause>): Cause => ({ ...entryOf(causes, id), ...more });
  const fix = (id: string, more: Partial<Fix>): Fix => ({ ...entryOf(fixes, id), ...more });
  const platforms = [
    { id: 'two', name: 'Two slots', versions: [{ id: '1', name: '1', range: '1' }] },
    { id: 'four', name: 'Four slots', versions: [{ id: '2', name: '2', range: '2' }] },
  ];
  return buildKnowledgeBase(
    { ...site, platforms },
    [
      symptom('pops-up', {
        questions: ['lamp'],
        says: ['E 24'],
        codes: ['E24'],
        sources,
        checked: '2026-02-03',
        similar: [{ symptom: 'stays-cold', difference: 'There it stays down.' }],
      }),
      symptom('stays-cold', { applies: { two: '1' } }),
      cause('crumbs', {
        who: 'neighbor',
        explains: [
          { symptom: 'pops-up', likelihood: 'often', because: 'They hold it.', on: 'you', learned: 0.4 },
          { symptom: 'stays-cold', likelihood: 'seldom' },
        ],
      }),
      cause('no-power', {
        explains: [
          { symptom: 'pops-up', likelihood: 'sometimes', learned: 0.4 },
          { symptom: 'stays-cold', likelihood: 'often' },
        ],
      }),
      cause('old-memory', { explains: [{ symptom: 'pops-up', likelihood: 'rarely', learned: 0.05 }] }),
      fix('empty-tray', {
        minutes: 3,
        check: 0.5,
        wait: 2,
        lost: ['Crumbs'],
        kept: ['Bread'],
        needs: ['A bin'],
        cost: 'About 1 €',
        applies: { four: '2' },
        solves: [
          { cause: 'crumbs', works: 'often', because: 'Nothing blocks it.', learned: 0.8 },
          { cause: 'no-power', works: 'rarely', on: 'neighbor', ask: 'Ask them to empty it.' },
        ],
      }),
      ...['other-socket', 'look-at-lamp', 'use-grill', 'reset-memory', 'erase-all'].map((id) => fix(id, {})),
    ],
    [lamp],
  );
}

const base = richBase();
const views = new Map(
  [...base.symptoms.values()].map((one) => [one.id, symptomViewsOf(base, one, 'prove')] as const),
);
const sourcesWith = (machines: { readonly markdown: boolean; readonly json: boolean }) => ({
  content: { base, site: base.site, views, machines: { ...machines, cards: false } },
  addressOf: (path: string) => `https://toast.example${path}`,
});
const steps = [
  {
    number: 1,
    text: 'Pull it out.',
    url: 'https://toast.example/fixes/empty-tray/#pull',
    variant: 'Two slots',
  },
];

/** Texts are kept beside the test; `npm run accept` writes what there is now, to be read before it is committed. */
function same(name: string, value: unknown): void {
  const path = join(import.meta.dirname, 'fixtures', `${name}.json`);
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (process.env['KB_ACCEPT'] === '1') writeFileSync(path, text);
  equal(text, readFileSync(path, 'utf8'));
}

test('the graph of a small site is this file', () => {
  same('graph', graphFileOf(sourcesWith({ markdown: true, json: true })));
});

test('the facts of a symptom, a cause and a fix are these files', () => {
  const sources = sourcesWith({ markdown: true, json: true });
  same('symptom', factsOf(entryOf(base.symptoms, 'pops-up'), [], sources));
  same('symptom-elsewhere', factsOf(entryOf(base.symptoms, 'stays-cold'), [], sources));
  same('cause', factsOf(entryOf(base.causes, 'crumbs'), [], sources));
  same('fix', factsOf(entryOf(base.fixes, 'empty-tray'), steps, sources));
  same('fix-that-requires', factsOf(entryOf(base.fixes, 'erase-all'), [], sources));
});

test('articles name no twins that are not published', () => {
  const { symptoms } = graphFileOf(sourcesWith({ markdown: false, json: false }));
  for (const { markdown, facts } of symptoms) equal(markdown ?? facts, undefined);
});

test('an article is known by the path of its page, and by no other', () => {
  equal(articleAt(base, '/symptoms/pops-up/')?.id, 'pops-up');
  equal(articleAt(base, '/causes/crumbs/')?.id, 'crumbs');
  equal(articleAt(base, '/fixes/empty-tray/')?.id, 'empty-tray');
  for (const path of ['/fixes/pops-up/', '/fixes/empty-tray/more/', '/other/crumbs/', '/', '/fixes/', ''])
    equal(articleAt(base, path), undefined, path);
  equal(cardPathOf('/fixes/empty-tray/'), '/fixes/empty-tray.png');
});
