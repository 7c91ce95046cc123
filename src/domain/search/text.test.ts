import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOf, textWordsIn, wordsIn } from './text.ts';

const cases: readonly (readonly [text: string, words: readonly string[]])[] = [
  ['Don’t say «Delivered»!', ['dont', 'say', 'delivered']],
  ['Wi-Fi, wi‑fi and WIFI', ['wifi', 'wifi', 'and', 'wifi']],
  ['Café ÜBER straße', ['cafe', 'uber', 'strasse']],
  ['iOS 26.1 (5G)', ['ios', '26.1', '5g']],
  ['1,000 or 1.000 or 1000', ['1000', 'or', '1000', 'or', '1000']],
  ['C++, C# and C', ['c++', 'c#', 'and', 'c']],
  ['0x80070005 = 80070005', ['80070005', '80070005']],
  ['my friend’s phone', ['my', 'friend', 'phone']],
  ['電源が入らない', ['電源', 'が', '入', 'ら', 'ない']],
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

const parts: readonly (readonly [word: string, parts: readonly string[]])[] = [
  ['Sign-in', ['sign']],
  ['wi-fi', []],
  ['etcdNoLeader', ['etcd', 'no', 'leader']],
  ['KubeletDown', ['kubelet', 'down']],
  ['iMessage', []],
  ['26.1', ['26']],
  ['bread', []],
];

for (const [word, found] of parts)
  test(`${word} is found by ${found.join(', ') || 'nothing else'} also`, () =>
    assert.deepEqual(partsOf(word), found));
