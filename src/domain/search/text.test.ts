import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerptOf, markedParts, partsOf, textWordsIn, wordsIn } from './text.ts';

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
  ['a \u0301 b', ['a', 'b']],
  ['12,000 and 12.000', ['12000', 'and', '12000']],
  ['1,000,000 and 1.000.000', ['1000000', 'and', '1000000']],
  ['macOS 10.15.7', ['macos', '10.15.7']],
  ['2024.100 and 1.0005', ['2024.100', 'and', '1.0005']],
  ['0xface, 0xfaq and 10x5', ['face', '0xfaq', 'and', '10x5']],
  ['Valentine’s-Day', ['valentinesday']],
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

test('A word of a script without spaces keeps its place, too', () =>
  assert.deepEqual(textWordsIn('(電源が)'), [
    { word: '電源', start: 1, end: 3 },
    { word: 'が', start: 3, end: 4 },
  ]));

const parts: readonly (readonly [word: string, parts: readonly string[]])[] = [
  ['Sign-in', ['sign']],
  ['wi-fi', []],
  ['etcdNoLeader', ['etcd', 'no', 'leader']],
  ['KubeletDown', ['kubelet', 'down']],
  ['iMessage', []],
  ['26.1', ['26']],
  ['bread', []],
  ['Bread', []],
  ['myHTTPServer', ['my', 'http', 'server']],
  ['error404', ['error', '404']],
  ['usb2', ['usb']],
  ['ps5', []],
  ['URLs', []],
  ['שלום42', []],
];

for (const [word, found] of parts)
  test(`${word} is found by ${found.join(', ') || 'nothing else'} also`, () =>
    assert.deepEqual(partsOf(word), found));

const isHit = (word: string): boolean => word === 'lever';

test('A text that begins and ends with the sought word has nothing before and behind it', () =>
  assert.deepEqual(markedParts('Lever or lever', isHit), [
    { text: 'Lever', hit: true },
    { text: ' or ', hit: false },
    { text: 'lever', hit: true },
  ]));

const excerpts: readonly (readonly [saying: string, text: string, excerpt: string])[] = [
  ['as long as allowed stays whole', 'crumb crumb slot a lever', 'crumb crumb slot a lever'],
  [
    'that says the word early is cut at its end only',
    'crumb lever slot bread plug cord',
    'crumb lever slot bread …',
  ],
  ['without the word is cut behind its beginning', 'crumb slot bread thermostat cord', 'crumb slot bread …'],
  [
    'that says the word late begins some words before it',
    'crumb plug slot bread lever stays up and down',
    '… bread lever stays up …',
  ],
  [
    'that says the word at its end is cut at its beginning only',
    'crumb plug slot bread under my lever',
    '… my lever',
  ],
];

for (const [saying, text, excerpt] of excerpts)
  test(`A text ${saying}`, () => assert.equal(excerptOf(text, isHit, 24), excerpt));

test('From the place on where a word leaves too little room for what follows, the beginning is left out', () => {
  assert.equal(excerptOf('crumb plug lever stays up', isHit, 20), 'crumb plug lever …');
  assert.equal(excerptOf('crumb slots lever stays up', isHit, 20), '… slots lever stays up');
});

test('An excerpt that reaches just to the end of a text leaves out nothing behind', () =>
  assert.equal(excerptOf('crumb plug bread lever stays ok', isHit, 20), '… bread lever stays ok'));

test('Without a segmenter, each sign of a script without spaces is a word', async () => {
  const { Segmenter } = Intl;
  Reflect.deleteProperty(Intl, 'Segmenter');
  const without = './text.ts?without-segmenter';
  try {
    const { textWordsIn: read } = (await import(without)) as { textWordsIn: typeof textWordsIn };
    assert.deepEqual(read('(電源) on'), [
      { word: '電', start: 1, end: 2 },
      { word: '源', start: 2, end: 3 },
      { word: 'on', start: 5, end: 7 },
    ]);
  } finally {
    Object.assign(Intl, { Segmenter });
  }
});
