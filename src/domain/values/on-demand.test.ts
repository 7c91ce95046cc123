import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { mapOnDemand, once, onceEach, onceEachObject, onceEachPair } from './on-demand.ts';

test('a map on demand makes a value when it is asked for, once, and knows its keys without any', () => {
  const made: string[] = [];
  const map = mapOnDemand(['b', 'a'], (key) => (made.push(key), key.toUpperCase()));
  deepEqual([[...map.keys()], map.size, map.has('a'), map.has('c')], [['b', 'a'], 2, true, false]);
  deepEqual(made, []);
  deepEqual([map.get('a'), map.get('a'), map.get('c')], ['A', 'A', undefined]);
  deepEqual(made, ['a']);
  deepEqual(
    [...map],
    [
      ['b', 'B'],
      ['a', 'A'],
    ],
  );
  deepEqual(made, ['a', 'b']);
  const seen: string[] = [];
  map.forEach((value, key) => seen.push(key + value));
  deepEqual(
    [[...map.values()], [...map.entries()].flat(), seen],
    [
      ['B', 'A'],
      ['b', 'B', 'a', 'A'],
      ['bB', 'aA'],
    ],
  );
});

test('of each object something is made once, and of one that looks the same anew', () => {
  let made = 0;
  const numbered = onceEachObject(({ id }: { readonly id: string }) => ({ id, number: ++made }));
  const [tray, other] = [{ id: 'tray' }, { id: 'tray' }];
  deepEqual(
    [numbered(tray), numbered(other), numbered(tray).number],
    [{ id: 'tray', number: 1 }, { id: 'tray', number: 2 }, 1],
  );
});

test('what is made once is the same ever after, also where it is nothing', () => {
  let times = 0;
  const nothing = once(() => void (times += 1));
  deepEqual([nothing(), nothing(), times], [undefined, undefined, 1]);
  equal(once(() => 'x')(), 'x');
});

test('of each text something is made once', () => {
  const made: string[] = [];
  const loud = onceEach((text) => `${made.push(text)} ${text.toUpperCase()}`);
  deepEqual([loud('a'), loud('b'), loud('a'), made], ['1 A', '2 B', '1 A', ['a', 'b']]);
});

test('of two objects something is made once, and of each other two something else', () => {
  const [a, b, c] = [{ is: 'a' }, { is: 'b' }, { is: 'c' }];
  const pair = onceEachPair((one: { is: string }, other: { is: string }) => ({ is: one.is + other.is }));
  equal(pair(a, b), pair(a, b));
  deepEqual(
    [pair(a, b), pair(a, c), pair(b, a), pair(c, b)].map(({ is }) => is),
    ['ab', 'ac', 'ba', 'cb'],
  );
});
