import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withCase } from '../fixtures/fixture-case.ts';
import { readContent } from '../read/content.ts';
import { checkAddress } from './check.ts';
import { destinationsOf } from './destinations.ts';

const from = '/fixes/empty-crumb-tray/';

/** The remedy for an address on that page. */
async function hintFor(url: string): Promise<string | undefined> {
  let hint: string | undefined;
  await withCase(undefined, async (path) => {
    const destinations = destinationsOf(readContent({ path, name: 'content' }));
    hint = checkAddress(url, from, destinations, { file: 'x', line: 1, column: 1 })[0]?.hint;
  });
  return hint;
}

const remedies: readonly (readonly [what: string, url: string, hint: RegExp])[] = [
  ['a file beside it', 'reset-the-base.md', /^Did you mean `\/fixes\/reset-the-base\/`\?$/],
  [
    'a file of another folder',
    '../causes/crumbs-block-lever.mdx',
    /^Did you mean `\/causes\/crumbs-block-lever\/`\?$/,
  ],
  ['an id in the wrong folder', '/fixes/crumbs-block-lever/', /`\/causes\/crumbs-block-lever\/`/],
  ['a slip', '/fixes/reset-the-bsae/', /^Did you mean `\/fixes\/reset-the-base\/`\?$/],
];
for (const [what, url, hint] of remedies)
  test(`A link that names ${what} is told the page that was meant.`, async () =>
    assert.match((await hintFor(url)) ?? '', hint));

for (const url of [
  '/fixes/empty-crumb-trays/',
  '/fix/empty-crumb-tray/',
  'empty-crumb-tray.md',
  '/go/empty-crumb-try/',
])
  test(`The page on which \`${url}\` stands is not what it means.`, async () =>
    assert.doesNotMatch((await hintFor(url)) ?? 'nothing', /Did you mean `\/(?:fixes|go)\/empty-crumb-tray/));

test('A link to another site is not taken for a page of this one.', async () =>
  assert.match(
    (await hintFor('/outlook/troubleshoot/profiles/empty-all-crumbs')) ?? '',
    /^Link from the site's root/,
  ));

test('A page is not meant only because it lies in the folder that is named.', async () => {
  for (const url of ['./other-9.md', '/fixes/other-9/', '/causes/zzz/', '../symptoms/faq.md'])
    assert.match((await hintFor(url)) ?? '', /^Link from the site's root/, url);
});

for (const url of [
  'data:text/html,<p>',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'file:///etc/passwd',
  '//elsewhere.example/',
])
  test(`A link to \`${url}\` is refused.`, async () =>
    assert.match((await hintFor(url)) ?? '', /^Link to an address that begins with `https:\/\/`/));

for (const url of [
  'https://example.org/',
  'HTTP://example.org/',
  'mailto:a@example.org',
  'tel:+123',
  'sms:+123',
])
  test(`A link to \`${url}\` is fine.`, async () => assert.equal(await hintFor(url), undefined));
