import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { parseTried } from '../reader/tried.ts';
import { hashOf, parseTold, reportText } from './told.ts';
import { readReports } from './read-reports.ts';

const tried = parseTried('1.empty-tray_n_kf12oo.other-socket_w_kf12p0');
const teller = { day: 20_781, device: 'k3j9x2ab', secret: 'never sent' };

test('a device sends the whole string, without times, under a name for one day', () => {
  const text = reportText('/symptoms/pops-up/lamp/no/', tried, teller, 1);
  equal(
    text,
    `/symptoms/pops-up/lamp/no/#tried=1.empty-tray_n_0.other-socket_w_0&told=${(20_781).toString(36)}_k3j9x2ab`,
  );
  const [found] = readReports(`POST ${text} 204`);
  equal(found?.symptom, 'pops-up');
  equal(found?.told?.device, 'k3j9x2ab');
  equal(found?.told?.day, 20_781);
  ok(!text.includes('never'));
});

test('randomised response tells the truth as often as asked, and the same each time', () => {
  let truths = 0;
  for (let device = 0; device < 2000; device++) {
    const own = { ...teller, secret: `secret ${device}` };
    const text = reportText('/symptoms/pops-up/', tried.slice(0, 1), own, 0.75);
    equal(reportText('/symptoms/pops-up/', tried.slice(0, 1), own, 0.75), text);
    match(text, /_75$/);
    if (text.includes('empty-tray_n_')) truths++;
  }
  ok(Math.abs(truths / 2000 - 0.75) < 0.03, `${truths} of 2000`);
});

test('what is not the truth is the opposite', () => {
  const told = new Set(
    Array.from({ length: 200 }, (_, device) =>
      reportText('/symptoms/pops-up/', tried, { ...teller, secret: `secret ${device}` }, 0.6).replace(
        /^.*#tried=1\.|&told=.*$/g,
        '',
      ),
    ),
  );
  deepEqual([...told].sort(), [
    'empty-tray_n_0.other-socket_n_0',
    'empty-tray_n_0.other-socket_w_0',
    'empty-tray_w_0.other-socket_n_0',
    'empty-tray_w_0.other-socket_w_0',
  ]);
});

test('what is skipped is told as it is', () => {
  for (let device = 0; device < 50; device++)
    match(
      reportText(
        '/symptoms/pops-up/',
        parseTried('1.empty-tray_s_1'),
        { ...teller, secret: `${device}` },
        0.6,
      ),
      /empty-tray_s_0/,
    );
});

test('a share of truth that would tell nothing is not believed', () => {
  equal(parseTold('&told=g1_abcdefgh_50')?.truth, 1);
  equal(parseTold('&told=g1_abcdefgh_80')?.truth, 0.8);
  equal(parseTold('&told=g1_abcdefgh_150')?.truth, 1);
  equal(parseTold('&told=g1_abcdefgh_100')?.truth, 1);
  equal(parseTold('&told=g1_abcdefgh')?.truth, 1);
  equal(parseTold(' and so on'), undefined);
  equal(parseTold(' and&told=g1_abcdefgh'), undefined);
});

test('the hash is the same on every machine', () => {
  // Reports that were read stand in `evidence.yaml` by it: another number would count them again.
  equal(hashOf('toast'), 3_070_053_927_997_922);
  ok(hashOf('toast') !== hashOf('toasts') && hashOf('toast') < 2 ** 53);
});
