import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { nearestPages, wordsOfAddress, type Address } from './nearest-pages.ts';

const addresses: readonly Address[] = [
  ['/fixes/restart-device/', 'Restart the device'],
  ['/fixes/force-restart/', 'Force restart a frozen device'],
  ['/fixes/empty-crumb-tray/', 'Empty the crumb tray'],
  ['/causes/no-power/', 'There is no power'],
];
const near = (path: string): readonly string[] => nearestPages(path, addresses).map(([found]) => found);

test('the last part of an address gives the words', () => {
  deepEqual(wordsOfAddress('/fixes/Restart_Device.html'), ['restart', 'device']);
  deepEqual(wordsOfAddress('/fixes/%E0%A4%A/'), ['e0', 'a4', 'a']);
  deepEqual(wordsOfAddress('/'), []);
});

test('another case, ending or folder finds the page first', () => {
  for (const path of [
    '/fixes/Restart-Device/',
    '/fix/restart-device.html',
    '/restart_device',
    '/old/site/restart-device',
  ])
    deepEqual(near(path)[0], '/fixes/restart-device/', path);
});

test('a typing mistake finds the page', () =>
  deepEqual(near('/fixes/emtpy-crum-tray/')[0], '/fixes/empty-crumb-tray/'));

test('other words of the title find it too', () =>
  deepEqual(near('/fixes/frozen-device/')[0], '/fixes/force-restart/'));

test('an answer that is asked no more finds its symptom', () =>
  deepEqual(near('/causes/no-power/lamp/dark/')[0], '/causes/no-power/'));

test('nothing near gives nothing', () => {
  deepEqual(near('/wp-login.php'), []);
  deepEqual(near('/'), []);
});
