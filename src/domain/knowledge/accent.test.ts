import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  accentStyle,
  contrastOf,
  grounds,
  inks,
  leastContrast,
  ownAccent,
  weakestContrast,
  wordsOn,
} from './accent.ts';

test('contrast is that of WCAG: black on white is 21, a colour on itself 1', () => {
  assert.equal(contrastOf('#000000', '#ffffff').toFixed(2), '21.00');
  assert.equal(contrastOf('#73300f', '#73300f'), 1);
  assert.equal(contrastOf('#767676', '#ffffff').toFixed(2), '4.54');
});

test('words on the accent are the ones that can be read better', () => {
  assert.equal(wordsOn('#0b5d4b'), '#ffffff');
  assert.equal(wordsOn('#f0a878'), '#10211c');
});

test('a pale accent is too weak on a light page, a dark one on a dark page', () => {
  assert.ok(weakestContrast({ light: '#7fd3bb', dark: '#7fd3bb' }, 'light') < leastContrast);
  assert.ok(weakestContrast({ light: '#0b5d4b', dark: '#0b5d4b' }, 'dark') < leastContrast);
  for (const scheme of ['light', 'dark'] as const)
    assert.ok(weakestContrast({ light: '#73300f', dark: '#f6bd96' }, scheme) >= leastContrast);
});

test('the accent is set for both schemes, with what stands on it', () => {
  assert.match(
    accentStyle({ light: '#73300f', dark: '#f6bd96' }),
    /--site-accent: var\(--light, #73300f\) var\(--dark, #f6bd96\); --site-on-accent: var\(--light, #ffffff\) var\(--dark, #10211c\); --site-soft: var\(--light, #f1ece7\) var\(--dark, #2c2926\)/,
  );
});

test('the grounds, the words and the accent are those of the style sheet', () => {
  const tokens = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');
  for (const name of Object.keys(grounds.light) as (keyof typeof grounds.light)[])
    assert.ok(
      tokens.includes(`--${name}: var(--light, ${grounds.light[name]}) var(--dark, ${grounds.dark[name]})`),
      name,
    );
  for (const name of Object.keys(inks.light) as (keyof typeof inks.light)[])
    assert.ok(
      tokens.includes(`--${name}: var(--light, ${inks.light[name]}) var(--dark, ${inks.dark[name]})`),
      name,
    );
  assert.ok(
    tokens.includes(
      `--accent: var(--site-accent, var(--light, ${ownAccent.light}) var(--dark, ${ownAccent.dark}))`,
    ),
  );
});
