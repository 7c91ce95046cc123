import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { kebabCase, supportPathOf } from './paths.ts';

test('the stop line leads to the fix that tells how to ask support, and says from where; without one to the foot of the page', () => {
  const support = { name: 'Maker', minutes: 60 };
  const from = 'white-toast/lever/down';
  equal(supportPathOf({ support: { ...support, fix: 'ask-maker' } }, from), `/fixes/ask-maker/?from=${from}`);
  equal(supportPathOf({ support }, from), '#support');
});

test('a name becomes words in lower case that hyphens join, and nothing else', () => {
  equal(kebabCase('The “Café” trayIsFull…'), 'the-cafe-tray-is-full');
  equal(kebabCase('¡¡Ä\u0308!!'), 'a');
  equal(kebabCase('…'), 'new-name');
});
