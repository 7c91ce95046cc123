import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closest, distance } from './closest.ts';

test('a swapped pair of letters counts as one edit', () => assert.equal(distance('restrat', 'restart'), 1));
test('the nearest candidate is meant', () =>
  assert.equal(closest('hung-proces', ['hung-process', 'power-cut']), 'hung-process'));
test('an id that was cut short is found by its beginning', () =>
  assert.equal(closest('no-deliverd', ['stuck-sending', 'no-delivered-status']), 'no-delivered-status'));
test('nothing is suggested when nothing is near', () =>
  assert.equal(closest('banana', ['hung-process', 'power-cut']), undefined));
test('of two equally near candidates the first by name is meant', () =>
  assert.equal(closest('cat', ['cut', 'cab']), 'cab'));
