import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorOf } from './index.ts';

test('A place keeps the anchor that it was given', () =>
  assert.equal(anchorOf({ id: 'tray', text: 'Pull the tray out.' }), 'tray'));

test('Without one, the anchor of a place is its first six words in small letters, signs left out', () =>
  assert.deepEqual(
    ['Pull the TRAY – 2 cm, no more!', 'Öffnen: “E-24”', '…', ''].map((text) => anchorOf({ text })),
    ['pull-the-tray-2-cm-no', 'öffnen-e-24', '', ''],
  ));
