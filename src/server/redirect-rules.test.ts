import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRedirects } from './redirect-rules.ts';

const redirects = parseRedirects(`
# moved in 2026
/fixes/old/   /fixes/new/
/causes/gone/ /causes/ 302   # for now
/guide/*      /fixes/:splat 308
/says/%C3%A9t%C3%A9/ /fixes/new/
not a rule
/proxy/ /elsewhere/ 200
`);

test('an old address leads to the new one, with and without the slash at its end, 301 unless the line says otherwise', () => {
  assert.deepEqual(redirects('/fixes/old/'), { to: '/fixes/new/', status: 301 });
  assert.deepEqual(redirects('/fixes/old'), { to: '/fixes/new/', status: 301 });
  assert.deepEqual(redirects('/says/été/'), { to: '/fixes/new/', status: 301 });
  assert.deepEqual(redirects('/causes/gone/'), { to: '/causes/', status: 302 });
});

test('a star takes the rest of the address along, escaped again', () => {
  assert.deepEqual(redirects('/guide/restart/#x é'), { to: '/fixes/restart/#x%20%C3%A9', status: 308 });
});

test('addresses that have not moved, and lines that are no redirects, lead nowhere', () => {
  for (const path of ['/', '/fixes/new/', '/fixes/old/more/', '/proxy/', 'not'])
    assert.equal(redirects(path), undefined);
});
