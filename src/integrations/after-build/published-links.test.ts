import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { parseBuiltPage } from './published-links.ts';

test('a built page tells its ids, those of earlier anchors too, and not what its scripts only speak of', () =>
  deepEqual(
    parseBuiltPage(
      '<main id="main"><li class="step" id=push data-id="no"><span id="a &amp; b"></span></li></main><script>const a = \'<b id="no">\';</script>',
    ),
    { ids: new Set(['main', 'push', 'a & b']), to: undefined },
  ));

test('a page that leads on tells where, without the anchor', () => {
  for (const head of [
    '<noscript><meta http-equiv="refresh" content="0; url=/fixes/toast/#was-grill"></noscript>',
    '<meta content="5;URL=/fixes/toast/?a=1" http-equiv="Refresh">',
  ])
    deepEqual(parseBuiltPage(`<head><meta charset="utf-8">${head}</head>`).to, '/fixes/toast/');
});
