import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hyphenPartsIn, textWordsIn, wordsIn } from './text.ts';

const cases: readonly (readonly [text: string, words: readonly string[]])[] = [
  ['Don’t say «Delivered»!', ['dont', 'say', 'delivered']],
  ['Wi-Fi, wi‑fi and WIFI', ['wifi', 'wifi', 'and', 'wifi']],
  ['Café ÜBER straße', ['cafe', 'uber', 'strasse']],
  ['iOS 26.1 (5G)', ['ios', '26', '1', '5g']],
  ['<img src=x onerror=alert(1)>', ['img', 'src', 'x', 'onerror', 'alert', '1']],
  ['.*+?^${}()|[]\\ "quotes" \'single\'', ['quotes', 'single']],
  ['😀🔵 שלום عربى', ['שלום', 'عربى']],
  ['  ', []],
];

for (const [text, words] of cases)
  test(`The words of ${JSON.stringify(text)}`, () => assert.deepEqual(wordsIn(text), words));

test('A word keeps its place in the text, accents and all', () => {
  const text = 'Ça “Délivré”.';
  assert.deepEqual(
    textWordsIn(text).map(({ start, end }) => text.slice(start, end)),
    ['Ça', 'Délivré'],
  );
});

test('Long parts of a hyphenated word are found by themselves, short ones are not', () => {
  assert.deepEqual(hyphenPartsIn('Sign-in on wi-fi'), ['sign']);
});
