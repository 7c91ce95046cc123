import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { exampleBase } from '../../knowledge/example-base.ts';
import { entryOf } from '../../knowledge/knowledge-base.ts';
import { symptomViewsOf } from '../symptom-pages.ts';
import { aboveStop } from '../symptom-plan.ts';
import { planCardOf } from './plan-card.ts';

const base = exampleBase();
const entry = aboveStop(symptomViewsOf(base, entryOf(base.symptoms, 'pops-up'))[0]!.plan)[0]!;
const inside = { above: true, first: false, within: false, next: undefined };

test('a card says the first cause that its fix helps with and how many others, so two with other reasons behind it are the same', () => {
  const [reason] = entry.reasons;
  const more = { ...entry, reasons: [reason!, { ...reason!, likelihood: 'rarely' as const }] };
  const other = { ...entry, reasons: [reason!, { ...reason!, likelihood: 'often' as const }] };
  equal(planCardOf(more, inside).above?.helps, reason!.cause);
  equal(planCardOf(more, inside).above?.others, 1);
  deepEqual(planCardOf(more, inside), planCardOf(other, inside));
});

test('every card has the fix, its name and its place, also one that helps with no cause in particular', () => {
  const { id, fix, on, title, place } = entry;
  const card = { id, fix, on, title, place, within: true };
  deepEqual(planCardOf(entry, { ...inside, above: false, within: true }), card);
  const { cost, test, tally } = entry;
  const above = { cost, test, helps: undefined, others: 0, tally };
  deepEqual(planCardOf({ ...entry, reasons: [] }, { ...inside, within: true }), { ...card, above });
});

test('below the stop line a card says neither what it costs nor what it helps with', () => {
  equal(planCardOf(entry, { ...inside, above: false }).above, undefined);
  equal(planCardOf(entry, inside).above?.cost, entry.cost);
});

test('only the first card leads to the one after it', () => {
  deepEqual(planCardOf(entry, { ...inside, first: true, next: 'dial' }).first, { next: 'dial' });
  equal(planCardOf(entry, { ...inside, next: 'dial' }), planCardOf(entry, { ...inside, next: 'tray' }));
});
