import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Result, Tried } from './tried.ts';
import { triedView, type PlanOnPage, type TriedView } from './tried-view.ts';

const minutes: Readonly<Record<string, number>> = { clean: 2, unplug: 0.5, coil: 20 };
const plan: PlanOnPage = {
  above: ['clean', 'unplug', 'coil'],
  hasCard: (fix) => fix !== 'shop',
  minutesOf: (fix) => minutes[fix] ?? 0,
};

function marked(...marks: readonly (readonly [fix: string, result: Result])[]): readonly Tried[] {
  return marks.map(([fix, result]) => ({ fix, result, at: 0 }));
}

test('Of a plan in which nothing was tried, the first fix is next, and all its minutes are left.', () => {
  const view: TriedView = {
    worked: false,
    next: 'clean',
    isAtStop: false,
    tried: 0,
    skipped: 0,
    total: 3,
    minutesLeft: 22.5,
  };
  deepEqual(triedView([], plan), view);
});

test('What was tried in vain or skipped is not next, and its minutes are not left; only what was tried counts as tried.', () => {
  const view = triedView(marked(['clean', 'n'], ['unplug', 's']), plan);
  deepEqual(view, {
    worked: false,
    next: 'coil',
    isAtStop: false,
    tried: 1,
    skipped: 1,
    total: 3,
    minutesLeft: 20,
  } satisfies TriedView);
});

test('Once a fix worked, nothing is next, though some were not tried.', () => {
  const view = triedView(marked(['clean', 'w']), plan);
  equal(view.worked, true);
  equal(view.next, undefined);
  equal(view.isAtStop, false);
});

test('A fix without a card counts as tried, but that it worked does not end this plan.', () => {
  const view = triedView(marked(['shop', 'w']), plan);
  equal(view.worked, false);
  equal(view.next, 'clean');
  equal(view.tried, 1);
  equal(view.total, 4);
});

test('When all fixes above the stop line were tried in vain, the plan has come to it; a plan without fixes stands before nothing.', () => {
  const all = marked(['clean', 'n'], ['unplug', 'n'], ['coil', 's']);
  const view = triedView(all, plan);
  equal(view.next, undefined);
  equal(view.isAtStop, true);
  equal(view.minutesLeft, 0);
  equal(triedView([], { ...plan, above: [] }).isAtStop, false);
});
