import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomFrom } from '../plan/random.ts';
import { closest, distance, finderOf } from './closest.ts';

test('a swapped pair of letters counts as one edit', () => assert.equal(distance('restrat', 'restart'), 1));
test('the nearest candidate is meant', () =>
  assert.equal(closest('hung-proces', ['hung-process', 'power-cut']), 'hung-process'));
test('an id that was cut short is found by its beginning', () =>
  assert.equal(closest('no-deliverd', ['stuck-sending', 'no-delivered-status']), 'no-delivered-status'));
test('nothing is suggested when nothing is near', () =>
  assert.equal(closest('banana', ['hung-process', 'power-cut']), undefined));
test('of two equally near candidates the first by name is meant', () =>
  assert.equal(closest('cat', ['cut', 'cab']), 'cab'));
test('a word that shares little but its length with the candidates is not taken for one of them', () =>
  assert.equal(
    closest('/outlook/error/server-cluster-node-alert/', ['/symptoms/outlook-error-server-cluster-alert-4/']),
    undefined,
  ));
test('what surely is not meant is left out', () =>
  assert.equal(
    finderOf(['/a/crumbs/', '/a/crumb/'])('/a/crumbz/', (path) => path === '/a/crumbs/'),
    '/a/crumb/',
  ));
test('the distance is the same with a limit as without one, up to that limit', () => {
  const random = randomFrom(11);
  const word = (): string =>
    Array.from({ length: Math.floor(random() * 9) }, () => 'abc'[Math.floor(random() * 3)]).join('');
  for (let round = 0; round < 3000; round++) {
    const [a, b, limit] = [word(), word(), Math.floor(random() * 5)];
    const exact = slowDistance(a, b);
    assert.equal(distance(a, b), exact, `${a} ${b}`);
    assert.equal(
      Math.min(distance(a, b, limit), limit + 1),
      Math.min(exact, limit + 1),
      `${a} ${b} ${limit}`,
    );
  }
});
test('three hundred links to another site cost a second at most among six thousand pages', () => {
  const random = randomFrom(5);
  const words = 'outlook sync mail error account sign office server policy network cluster alert'.split(' ');
  const some = (number: number): string =>
    Array.from({ length: number }, () => words[Math.floor(random() * words.length)]).join('-');
  const pages = Array.from({ length: 6000 }, (_, index) => `/fixes/${some(4)}-${index}/`);
  const before = process.cpuUsage().user;
  const find = finderOf(pages);
  for (let link = 0; link < 300; link++) find(`/${some(1)}/${some(4)}/`);
  const seconds = (process.cpuUsage().user - before) / 1e6;
  // A machine that does much else may take longer; going through every pair takes half a minute.
  assert.ok(seconds < 8, `${seconds} s`);
});

/** The same distance, as its definition says it. */
function slowDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const swapped =
    a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
      ? slowDistance(a.slice(0, -2), b.slice(0, -2)) + 1
      : Infinity;
  return Math.min(
    slowDistance(a.slice(0, -1), b) + 1,
    slowDistance(a, b.slice(0, -1)) + 1,
    slowDistance(a.slice(0, -1), b.slice(0, -1)) + same,
    swapped,
  );
}
