import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultOfFolder } from './folder.mjs';

test('A folder in which Astro cannot build is named with its sign and a way out.', () => {
  for (const [root, signs] of [
    ['/home/ann/c#/mendbook/', '`#`'],
    ['/home/ann/what?/mendbook/', '`?`'],
    ['/home/ann/my%20site/', '`%`'],
    ['/home/ann/a*/', '`*`'],
    ["/home/ann's #1/", "`'` and `#`"],
  ] as const) {
    const said = faultOfFolder(root) ?? '';
    assert.ok(said.includes(`\`${root}\``) && said.includes(`holds ${signs}.`), said);
    assert.match(said, /Rename the folder/);
  }
});

test('Spaces, brackets and letters of any script are no fault.', () => {
  for (const root of ['/home/ann/my site [1] (2)/', '/home/ünal/ヘルプ/', '/home/ann/help & more; {ü}/'])
    assert.equal(faultOfFolder(root), undefined);
});
