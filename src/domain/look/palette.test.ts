import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { contrastOf, inks, leastContrast, ownAccent, softOf, weakestContrast } from '../knowledge/accent.ts';
import { parseOwnerStyle } from './owner-style.ts';
import { paperOf, weakPairs } from './palette.ts';

const weakIn = (css: string): readonly string[] =>
  weakPairs(parseOwnerStyle(`:root { ${css} }`).style).map(
    ({ scheme, token, words, on }) => `${scheme} --${token}: ${words} on ${on}`,
  );

test('the design’s own colours can be read, and so can an owner’s that are as strong', () => {
  deepEqual(weakIn(''), []);
  deepEqual(weakIn('--paper: light-dark(#ffffff, #000000); --muted: light-dark(#333333, #dddddd)'), []);
});

test('of each colour that is too weak the worst pair is told, once for light and once for dark', () => {
  deepEqual(weakIn('--muted: #808080'), ['light --muted: muted on soft', 'dark --muted: muted on soft']);
  deepEqual(weakIn('--paper: light-dark(#fbfaf7, #707070)'), ['dark --paper: accent on paper']);
});

test('lines need less contrast than words, and words on the accent follow it', () => {
  deepEqual(weakIn('--line-strong: light-dark(#85878a, #84888b)'), []);
  deepEqual(weakIn('--line-strong: light-dark(#dddddd, #84888b)'), [
    'light --line-strong: line-strong on paper',
  ]);
  deepEqual(weakIn('--accent: light-dark(#123456, #f6bd96)'), []);
  deepEqual(weakIn('--on-accent: light-dark(#0a5142, #10211c)'), ['light --on-accent: on-accent on accent']);
});

test('the soft ground of every accent that may be chosen carries all words', () => {
  for (const light of ['#73300f', '#0a5142', '#174276', '#5a0000', '#000000', '#1d1d5e'])
    for (const dark of ['#f6bd96', '#7fd3bb', '#b0d2fa', '#ffffff'])
      for (const scheme of ['light', 'dark'] as const) {
        const accent = { light, dark };
        ok(weakestContrast(accent, scheme) >= leastContrast);
        for (const ink of ['ink', 'muted', 'warn', 'danger'] as const)
          ok(
            contrastOf(inks[scheme][ink], softOf(accent, scheme)) >= leastContrast,
            `${light} ${dark} ${ink}`,
          );
      }
});

test('the colour of the page is the owner’s, or that of the design', () => {
  deepEqual(paperOf(parseOwnerStyle(':root { --paper: light-dark(#fffdf8, #15130f) }').style), {
    light: '#fffdf8',
    dark: '#15130f',
  });
  equal(paperOf(undefined).dark, '#16181a');
  equal(ownAccent.light, '#0a5142');
});
