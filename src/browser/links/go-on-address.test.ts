import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { addressAfter } from './go-on-address.ts';

const to = 'https://toast.example/fixes/toast/';

test('the step and the plan of an old link go on to the new page', () => {
  equal(addressAfter(to, { search: '?from=cold', hash: '#push' }), `${to}?from=cold#push`);
  equal(addressAfter(to, { search: '', hash: '' }), to);
});

test('an anchor of the new address itself counts', () =>
  equal(addressAfter(`${to}#was-grill`, { search: '', hash: '#push' }), `${to}#was-grill`));
