import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kb as command } from './build-site.ts';
import { filesOf, pagesOf } from './built-site.ts';
import { expect, pods, test, words } from './knowledge-base.ts';

test('the knowledge base of the guide has no problem, and lists what its draft leaves open', async () => {
  const { code, output } = await command(['check'], pods);
  expect(code).toBe(0);
  expect(output).toContain('4 things to decide in drafts in 1 file.');
  expect(output).not.toMatch(/warning|error/);
});

test('a technical subject gives a complete other site, without its draft and with nothing of the first one', ({
  podsSite,
}) => {
  const pages = pagesOf(podsSite.dir);
  expect(pages.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      '/',
      '/start/',
      '/glossary/',
      '/symptoms/pod-crashes-again-and-again/',
      '/symptoms/pod-crashes-again-and-again/exit-code/137/',
      '/causes/out-of-memory/',
      '/fixes/raise-the-memory-limit/',
    ]),
  );
  for (const { path, html } of pages) {
    expect(html, path).not.toContain('move-to-another-zone');
    expect(html, path).not.toMatch(/imessage|toaster/i);
  }
  for (const file of filesOf(podsSite.dir).filter((name) => /\.(?:md|json|txt)$/.test(name)))
    expect(readFileSync(join(podsSite.dir, file), 'utf8'), file).not.toContain('move-to-another-zone');
});

test('commands stand as their author wrote them, a table has its heads, and a screen its words', async ({
  kb,
  page,
  podsSite,
}) => {
  await page.goto(`${podsSite.url}fixes/raise-the-memory-limit/`);
  await expect(kb.steps).toHaveCount(3);
  await expect(kb.main.locator('pre').first()).toContainText('shop-7d9f   120m         255Mi');
  await expect(kb.main.locator('pre').nth(1)).toHaveText('resources:\n  limits:\n    memory: 320Mi\n');
  await page.goto(`${podsSite.url}symptoms/pod-crashes-again-and-again/`);
  await kb.main.locator('.beside summary').first().click();
  await expect(kb.main.getByRole('columnheader')).toHaveText(['restarts', 'wait before the next one']);
  await expect(
    kb.main.getByRole('img', { name: /status of shop is CrashLoopBackOff/ }).first(),
  ).toBeVisible();
});

test('a screenshot comes in a size that fits, with its words, and the one for dark pages at night', async ({
  page,
  podsSite,
}) => {
  const picture = page.getByRole('img', { name: /OOMKilled with exit code 137/ });
  for (const look of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: look });
    await page.goto(`${podsSite.url}causes/out-of-memory/`);
    await expect(picture).toHaveCount(1);
    await expect(picture).toHaveAttribute('data-look', look);
    await expect(picture).toHaveAttribute('loading', 'lazy');
    await expect(picture).toHaveAttribute('width', '704');
    await expect(picture).toHaveAttribute('height', '264');
    await picture.scrollIntoViewIfNeeded();
    await expect(picture).toHaveJSProperty('complete', true);
    expect(await picture.evaluate((node) => (node as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  }
  // Nothing but what was made small is published.
  expect(
    filesOf(podsSite.dir).filter((file) => /(?<!\/(?:icon-\d+|apple-touch-icon))\.png$/.test(file)),
  ).toEqual([]);
});

test('a program text has the colours of its language, and a button that copies what is typed', async ({
  context,
  kb,
  page,
  podsSite,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${podsSite.url}fixes/raise-the-memory-limit/`);
  await expect(kb.main.locator('pre .k').first()).toContainText('resources:');
  await kb.main.getByRole('button', { name: words.markup.copyCode }).first().click();
  await expect(kb.main.getByRole('status').filter({ hasText: words.markup.codeCopied })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('kubectl top pod shop-7d9f');
  // No page without a program text pays for any of it.
  const [bare] = pagesOf(podsSite.dir).filter(({ path }) => path === '/fixes/add-a-node/');
  expect(bare?.html).not.toMatch(/copy-code|CopyCode|class="code"/);
});

test('wide commands scroll by themselves on a phone, and the page does not', async ({
  kb,
  page,
  podsSite,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`${podsSite.url}fixes/add-a-pull-secret/`);
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
  const box = kb.main.getByRole('group', { name: words.markup.code }).first();
  const inside = await box.evaluate((node) => [node.scrollWidth, node.clientWidth]);
  expect(inside[0]).toBeGreaterThan(inside[1] ?? Infinity);
});

test('an error code, an id that was renamed and a page that was retired all lead on', async ({
  kb,
  page,
  podsSite,
}) => {
  for (const code of ['137', 'oomkilled', 'OOMKilled']) {
    await page.goto(`${podsSite.url}code/${code}/`);
    await expect(page).toHaveURL(`${podsSite.url}symptoms/pod-crashes-again-and-again/`);
  }
  await page.goto(`${podsSite.url}symptoms/pod-is-not-scheduled/`);
  await expect(page).toHaveURL(`${podsSite.url}symptoms/pod-stays-pending/`);
  await page.goto(`${podsSite.url}fixes/delete-all-pods/`);
  await expect(kb.main).toContainText('It ended healthy pods as well.');
});

test('the product is told which codes have a page', async () => {
  const known = await command(['codes', '--expect', 'e2e/fixtures/pods-codes.txt'], pods);
  expect(known.output).toContain('Every expected code has a page (3).');
  expect(known.code).toBe(0);
});

test('a first question leads to the symptom, and the plan says before a fix what is lost', async ({
  kb,
  page,
  podsSite,
}) => {
  await page.goto(`${podsSite.url}start/`);
  await kb
    .link(/Pending/)
    .first()
    .click();
  await expect(kb.title).toHaveText('The pod stays pending');
  await page.goto(`${podsSite.url}fixes/make-the-volume-anew/`);
  await expect(kb.main).toContainText('Data is lost');
  await expect(kb.main).toContainText('everything in the volume');
  expect(existsSync(join(podsSite.dir, 'fixes', 'move-to-another-zone'))).toBe(false);
});
