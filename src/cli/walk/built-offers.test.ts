import { deepEqual, equal, throws } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { readOffers } from './built-offers.ts';

const card = (fix: string, minutes: number, test = 0): string =>
  `<li data-fix="${fix}" data-minutes="${minutes}" data-test="${test}"><h3><a href="/fixes/${fix}/?from=cold&#38;for=you">Do it</a></h3><a href="https://maker.example/">Look</a></li>`;
const stop = '<div id="stop" data-minutes="40"><a href="#support">Ask</a></div>';
const ask =
  '<nav id="questions" data-minutes="0.1"><a href="/symptoms/cold/lamp/on/#plan">On</a><a href="/symptoms/cold/lamp/off/">Off</a><a href="#plan">Not sure</a></nav>';
const plan = JSON.stringify({ plans: { '': ['plug', 'grill'] } });
const site = {
  'symptoms/cold/index.html': `<main>${ask}<ol>${card('plug', 1)}${card('grill', 2.5)}</ol>${stop}${card('kick', 9)}</main>`,
  'symptoms/cold/plan.json': plan,
  'fixes/plug/index.html': '',
  'fixes/grill/index.html': '',
};

/** Reads a page of a small built site, with some of its files replaced. */
function offerOf(changes: Readonly<Record<string, string | undefined>> = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'mendbook-offers-'));
  try {
    for (const [file, text] of Object.entries({ ...site, ...changes })) {
      if (text === undefined) continue;
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), text);
    }
    return readOffers(dir)('/symptoms/cold/');
  } finally {
    rmSync(dir, { recursive: true });
  }
}

test('a page offers its question, its cards above the stop line, and support', () => {
  deepEqual(offerOf(), {
    path: '/symptoms/cold/',
    ask: {
      question: 'lamp',
      minutes: 0.1,
      answers: [
        { id: 'on', href: '/symptoms/cold/lamp/on/' },
        { id: 'off', href: '/symptoms/cold/lamp/off/' },
      ],
    },
    cards: [
      { moves: ['plug'], minutes: 1 },
      { moves: ['grill'], minutes: 2.5 },
    ],
    support: 40,
  });
  equal(offerOf({ 'symptoms/cold/index.html': undefined }), undefined);
});

test('fixes that share a test are one card', () => {
  const html = `<ol><li data-batch="plug grill"><ol>${card('plug', 2, 1)}${card('grill', 3.5, 1.5)}</ol></li></ol>${stop}`;
  deepEqual(offerOf({ 'symptoms/cold/index.html': html })?.cards, [
    { moves: ['plug', 'grill'], minutes: 4.5 },
  ]);
});

test('what a reader could not follow is told with its address', () => {
  const page = (html: string) => ({ 'symptoms/cold/index.html': html });
  const broken: readonly (readonly [RegExp, Readonly<Record<string, string | undefined>>])[] = [
    [/no stop line/, page(card('plug', 1))],
    [
      /no stop line/,
      page(`${card('plug', 1)}<div id="stop" data-minutes="4"><a href="/fixes/ask/">Ask</a></div>`),
    ],
    [/where there is no page/, { 'fixes/grill/index.html': undefined }],
    [/shows the fixes grill, plug; .* plug, grill/, page(`${card('grill', 2)}${card('plug', 1)}${stop}`)],
    [/no `plan.json`/, { 'symptoms/cold/plan.json': undefined }],
    [/how many minutes/, page(`${card('plug', 1)}${card('grill', -1)}${stop}`)],
    [/no pages of one question/, page(`${site['symptoms/cold/index.html']}`.replace('lamp/off', 'bulb/off'))],
  ];
  for (const [words, changes] of broken) throws(() => offerOf(changes), words);
});
