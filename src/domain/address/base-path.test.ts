import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basePathOf, homeAddressOf, withoutBase } from './base-path.ts';

test('A site is served below the path of its address, however that is written; without an address, at the root.', () => {
  for (const [url, base] of [
    [undefined, '/'],
    ['https://example.org', '/'],
    ['https://example.org/?from=print#top', '/'],
    ['https://someone.github.io/toast-help', '/toast-help/'],
    ['https://example.org/help//messages/', '/help/messages/'],
    ['https://example.org/help/index.html', '/help/'],
    ['https://example.org/help/v1.2/', '/help/v1.2/'],
    ['https://example.org/größe/', '/gr%C3%B6%C3%9Fe/'],
    ['https://example.org/a/../b/', '/b/'],
    ['https://[', '/'],
  ] as const)
    assert.equal(basePathOf(url), base, url);
});

test('The address of home ends in a slash and carries nothing else.', () => {
  assert.equal(homeAddressOf('https://example.org/help?x#y'), 'https://example.org/help/');
  assert.equal(homeAddressOf('http://localhost:4321'), 'http://localhost:4321/');
});

test('A path of the host is a path of the site without what stands before it.', () => {
  assert.equal(withoutBase('/help/fixes/x/', '/help/'), '/fixes/x/');
  assert.equal(withoutBase('/help/', '/help/'), '/');
  assert.equal(withoutBase('/help', '/help/'), '/');
  assert.equal(withoutBase('/fixes/fixes/', '/fixes/'), '/fixes/');
  assert.equal(withoutBase('/fixes/x/', '/'), '/fixes/x/');
  assert.equal(withoutBase('/helpers/', '/help/'), '/helpers/');
});
