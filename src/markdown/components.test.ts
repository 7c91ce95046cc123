import { deepEqual, equal } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { componentNames, componentOf, namersOf } from './components.ts';

test('every component has its drawing, and every drawing its row', () => {
  const drawings = readdirSync(new URL('../components/mdx', import.meta.url))
    .filter((name) => name.endsWith('.astro'))
    .map((name) => name.replace('.astro', ''));
  deepEqual(drawings.sort(), [...componentNames].sort());
});

test('what is no component has no row, whatever it is called', () => {
  equal(componentOf('constructor'), undefined);
  equal(componentOf(null), undefined);
  equal(componentOf('Path')?.holds, 'nothing');
});

test('a picture and a place are named by one attribute of one component each', () => {
  deepEqual([...namersOf('picture')], [['Picture', 'id']]);
  deepEqual([...namersOf('place')], [['Path', 'to']]);
});
