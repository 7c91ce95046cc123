import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { hasManyDevices, type DeviceRow } from './symptom-view.ts';

test('More than three ways to choose a device, that for any device among them, are many; a plan for everybody has none.', () => {
  const row = (devices: number, any?: string): DeviceRow => ({
    choices: Array.from({ length: devices }, (_, at) => ({
      id: `d${at}`,
      platform: 'd',
      label: `Device ${at}`,
      covers: [`d${at}`],
      href: '/',
    })),
    any,
  });
  equal(hasManyDevices({}), false);
  equal(hasManyDevices({ devices: row(3) }), false);
  equal(hasManyDevices({ devices: row(2, '/') }), false);
  equal(hasManyDevices({ devices: row(4) }), true);
  equal(hasManyDevices({ devices: row(3, '/') }), true);
});
