import { equal } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { symptomViewsOf } from '../advice/symptom-pages.ts';
import { entryOf } from '../knowledge/knowledge-base.ts';
import { factsOf } from './article-facts.ts';
import { cardPathOf } from './card.ts';
import { richBase } from './fixtures/rich-base.ts';
import { articleAt, graphFileOf } from './graph-file.ts';

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
