import assert from 'node:assert/strict';
import { test } from 'node:test';
import { iconOf } from './site-icon.ts';

test('the icon is the mark of the site on its accent', () => {
  const icon = iconOf('#f0a878', { viewBox: '0 0 9 9', title: 'Toast', shapes: '<path d="M1 1"/>' });
  assert.match(icon, /fill="#f0a878"/);
  assert.match(icon, /viewBox="0 0 9 9"[^>]*stroke="#10211c"[^>]*><path d="M1 1"\/>/);
  assert.doesNotMatch(icon, /Toast/);
});

test('a site without a mark or colours has an icon too', () =>
  assert.match(iconOf(), /fill="#0a5142".*<path/s));
