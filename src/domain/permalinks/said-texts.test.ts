import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { saidTextsOf, type Saying } from './said-texts.ts';

const article = (
  kind: Saying['kind'],
  id: string,
  says: readonly string[],
  codes: readonly string[] = [],
): Saying => ({ kind, id, title: id, says, codes });
const found = (...articles: readonly Saying[]): readonly unknown[] =>
  saidTextsOf(articles).map(({ slug, text, articles: meant }) => [slug, text, meant.map(({ id }) => id)]);

test('an error text leads to its symptom, and a code does too', () => {
  deepEqual(found(article('symptom', 'cold', ['Too cold!'], ['E-17'])), [
    ['e-17', 'E-17', ['cold']],
    ['too-cold', 'Too cold!', ['cold']],
  ]);
});

test('a symptom goes before a cause with the same text', () => {
  deepEqual(found(article('cause', 'no-heat', ['Too cold']), article('symptom', 'cold', ['Too cold'])), [
    ['too-cold', 'Too cold', ['cold']],
  ]);
});

test('a text that only a cause has leads to the cause', () =>
  deepEqual(found(article('cause', 'no-heat', ['Heater off'])), [['heater-off', 'Heater off', ['no-heat']]]));

test('a text of two symptoms leads to both, in the order of their ids', () => {
  deepEqual(found(article('symptom', 'late', ['Error']), article('symptom', 'cold', ['error'])), [
    ['error', 'Error', ['cold', 'late']],
  ]);
});

test('a text without letters has no address', () => deepEqual(found(article('symptom', 'cold', ['…'])), []));
