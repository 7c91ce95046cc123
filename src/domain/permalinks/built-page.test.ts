import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { missingAddresses, type BuiltPage } from './built-page.ts';
import type { Published } from './compare.ts';

const entry = (address: string): Published => ({ address, is: 'step', text: '', since: '2026-01-01' });
const site: ReadonlyMap<string, BuiltPage> = new Map([
  ['/fixes/toast/', { ids: new Set(['main', 'push', 'press']) }],
  ['/fixes/grill/', { ids: new Set<string>(), to: '/fixes/toast/' }],
  ['/fixes/lost/', { ids: new Set<string>(), to: '/fixes/nowhere/' }],
]);
const pageAt = (path: string): BuiltPage | undefined => site.get(path);
const missing = (...addresses: readonly string[]): readonly string[] =>
  missingAddresses(addresses.map(entry), new Set(), pageAt);

test('a page, an anchor and an earlier anchor of the built site are there', () =>
  deepEqual(missing('/fixes/toast/', '/fixes/toast/#push', '/fixes/toast/#press'), []));

test('a page or an anchor that the layouts forgot is missing', () =>
  deepEqual(missing('/fixes/bread/', '/fixes/toast/#wait'), ['/fixes/bread/', '/fixes/toast/#wait']));

test('an anchor counts where its redirect leads', () =>
  deepEqual(missing('/fixes/grill/#push', '/fixes/grill/#wait'), ['/fixes/grill/#wait']));

test('a redirect to nowhere is missing', () => deepEqual(missing('/fixes/lost/'), ['/fixes/lost/']));

test('a tombstone of a page speaks for its anchors', () =>
  deepEqual(missingAddresses([entry('/fixes/grill/#wait')], new Set(['/fixes/grill/']), pageAt), []));
