import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { nearestPlaces } from './nearest-places.ts';

const places = [
  { id: 'steps', text: 'Steps' },
  { id: 'pull-the-tray-out', text: 'Step 1: Pull the tray out.' },
  { id: 'a1', text: 'Step 2: Push the tray in.' },
  { id: 'if-it-did-not-help', text: 'If it did not help' },
];
const near = (lost: string): readonly string[] => nearestPlaces(lost, places).map(({ id }) => id);

test('the place that shares most words comes first, whether in its id or in its text', () => {
  deepEqual(near('push-tray-in'), ['a1', 'pull-the-tray-out']);
  deepEqual(near('pull-tray'), ['pull-the-tray-out', 'a1']);
});

test('places alike keep the order of the page', () => deepEqual(near('tray'), ['pull-the-tray-out', 'a1']));

test('when nothing is near, the first places are offered', () =>
  deepEqual(near('verify'), ['steps', 'pull-the-tray-out', 'a1']));

test('a page without places offers none', () => deepEqual(nearestPlaces('verify', []), []));
