import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright/test';
import { buildCacheOf } from '../src/articles/content-dir.ts';
import { permalinks } from '../src/cli/permalinks.ts';
import { startServer } from '../src/server/static-server.ts';
import { kb as runKb, root, scratch } from './build-site.ts';
import { history, leadAt, oldLinks, type OldLink } from './fixtures/permalink-history.ts';
import { expect, test, words, type KnowledgeBase } from './knowledge-base.ts';

/** The stages after which the site is built and every link of the first day is followed; the first is the toaster as it stands. */
const publications = ['publish', 'rename an article', 'ask no more'];

test.describe('a link given out on the first day', () => {
  test.describe.configure({ mode: 'serial' });
  const place = join(scratch, `history-${process.pid}`);
  const content = join(place, 'content');
  let done = 0;

  // What builds remember of this content is of no use to any other run.
  test.afterAll(() =>
    rmSync(buildCacheOf(root, { path: content, name: 'content' }), { recursive: true, force: true }),
  );

  for (const stage of publications) {
    test(`leads to its place after “${stage}”`, async ({ browser, toaster }) => {
      test.setTimeout(180_000);
      if (done === 0) cpSync(join(root, 'e2e/fixtures/toaster'), content, { recursive: true });
      const until = history.findIndex(({ name }) => name === stage) + 1;
      for (const { edit, mend } of history.slice(done, until)) {
        edit(content);
        if (typeof mend === 'function') mend(content);
        const { code, output } = await record(content, mend === 'fix' ? ['--fix', '--write'] : ['--write']);
        expect(code, output).toBe(0);
      }
      const isFirst = done === 0;
      done = until;
      const site = join(place, String(until));
      if (isFirst) cpSync(toaster.dir, site, { recursive: true });
      else {
        const built = await runKb(['build', '--outDir', site], content);
        expect(built.code, built.output).toBe(0);
      }
      if (until === history.length)
        await onHost(site, (url) =>
          eachLink(browser, url, stage, { javaScriptEnabled: false, hostRedirects: true }),
        );
      // A host that knows nothing but files.
      rmSync(join(site, '_redirects'));
      await onHost(site, async (url) => {
        await eachLink(browser, url, stage, { javaScriptEnabled: true, hostRedirects: false });
        // The last site holds what all stages left behind.
        if (until === history.length)
          await eachLink(browser, url, stage, { javaScriptEnabled: false, hostRedirects: false });
      });
    });
  }
});

/** `kb permalinks` in this process: most of what it takes is the start of another one. */
async function record(
  content: string,
  args: readonly string[],
): Promise<{ code: number; output: string | undefined }> {
  const before = process.env['KB_CONTENT'];
  process.env['KB_CONTENT'] = content;
  try {
    const { code, output, error } = await permalinks(args, { root });
    return { code, output: error ?? output };
  } finally {
    if (before === undefined) delete process.env['KB_CONTENT'];
    else process.env['KB_CONTENT'] = before;
  }
}

interface Reader {
  readonly javaScriptEnabled: boolean;
  readonly hostRedirects: boolean;
}

async function eachLink(browser: Browser, url: string, stage: string, reader: Reader): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: reader.javaScriptEnabled });
  const page = await context.newPage();
  for (const link of oldLinks) await follow(page, url, link, stage, reader);
  await context.close();
}

async function follow(page: Page, url: string, link: OldLink, stage: string, reader: Reader): Promise<void> {
  const { page: path, words: text } = leadAt(link, stage);
  // Between two places of one page, nothing would be loaded.
  await page.goto('about:blank');
  await page.goto(url + link.address.slice(1));
  await page.waitForURL((address) => address.pathname === path);
  await expect(page.getByRole('heading', { level: 1 }), link.address).toBeVisible();
  const [from, anchor] = link.address.split('#');
  const isLost = anchor !== undefined && from !== path && !reader.javaScriptEnabled && !reader.hostRedirects;
  // Only there, a page that sends on by itself cannot know the anchor: the reader is at the top of the right page.
  if (!isLost && (anchor !== undefined || text !== '')) {
    const there = placeOf(page);
    await expect(there, link.address).toContainText(text);
    await expect(there, link.address).toBeInViewport();
    if (reader.javaScriptEnabled) await expect(there, link.address).toBeFocused();
  }
}

/** The place that the address names; an earlier anchor is an empty element inside it. */
function placeOf(page: Page): Locator {
  return page
    .locator(':target')
    .locator(
      'xpath=ancestor-or-self::*[self::h2 or self::h3 or self::li or self::p or self::figure or self::div][1]',
    );
}

async function onHost(dir: string, use: (url: string) => Promise<void>): Promise<void> {
  const server = await startServer({ dir, port: 0, host: '127.0.0.1' });
  await use(server.url).finally(() => server.close());
}

test('an unknown anchor says that the link has moved, and offers the nearest places', async ({
  page,
  toaster,
}) => {
  await page.goto(`${toaster.url}fixes/empty-crumb-tray/#pull-out-the-crumb-tray`);
  const note = page.getByRole('status').filter({ hasText: words.links.moved });
  await expect(note).toBeFocused();
  await expect(note).toBeInViewport();
  await expect(note.getByRole('link')).toHaveCount(3);
  await note.getByRole('link', { name: /Pull the tray straight out/ }).click();
  await expect(placeOf(page)).toContainText('Pull the tray straight out.');
  await expect(placeOf(page)).toBeFocused();
  await expect(note).toHaveCount(0);
});

test('a link to a step inside a variant shows that variant, whatever version was chosen', async ({
  page,
  toaster,
}) => {
  await page.addInitScript(() => localStorage.setItem('mendbook:version', 't2-2022'));
  await page.goto(`${toaster.url}fixes/unplug-and-cool/#steps`);
  await expect(placeOf(page)).toBeVisible();
  for (const step of await stepAddresses(page)) {
    await page.goto(`${toaster.url}fixes/unplug-and-cool/${step}`);
    await expect(placeOf(page), step).toBeVisible();
  }
});

async function stepAddresses(page: Page): Promise<readonly string[]> {
  return page.locator('.step').evaluateAll((steps) => steps.map(({ id }) => `#${id}`));
}

test('a reader who wants no motion is taken there without any', async ({ page, toaster }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${toaster.url}fixes/empty-crumb-tray/#if-it-did-not-help`);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  await expect(placeOf(page)).toBeInViewport();
});

const copyLink = (kb: KnowledgeBase): Locator =>
  kb.main.getByRole('link', { name: words.markup.linkToStep(2) });

test('the link of a step copies its full address, without the plan that the reader came from', async ({
  kb,
  page,
  toaster,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${toaster.url}fixes/empty-crumb-tray/?from=pops-up-at-once`);
  await copyLink(kb).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: words.links.copied })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${toaster.url}fixes/empty-crumb-tray/#pull-the-tray-straight-out`,
  );
});

test('where copying is refused the address is shown, selected', async ({ kb, page, toaster }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
    }),
  );
  await page.goto(`${toaster.url}fixes/empty-crumb-tray/`);
  await copyLink(kb).focus();
  await page.keyboard.press('Enter');
  const field = page.getByLabel(words.links.copyByHand);
  await expect(field).toHaveValue(`${toaster.url}fixes/empty-crumb-tray/#pull-the-tray-straight-out`);
  await expect(field).toBeFocused();
  expect(await field.evaluate((input: HTMLInputElement) => input.selectionEnd)).toBe(
    `${toaster.url}fixes/empty-crumb-tray/#pull-the-tray-straight-out`.length,
  );
});

test('on a phone the number of a step is its link, 44 pixels each way, and no other line has one', async ({
  browser,
  toaster,
}) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'share', {
      value: (data: ShareData) => {
        document.title = `shared ${data.url}`;
        return Promise.resolve();
      },
    }),
  );
  await page.goto(`${toaster.url}fixes/empty-crumb-tray/`);
  const link = page.getByRole('link', { name: words.markup.linkToStep(2) });
  const box = await link.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await expect(page.getByRole('link', { name: /^Link to “/ })).toHaveCount(0);
  await expect(page.getByText(words.links.shareStep)).toBeVisible();
  await link.tap();
  await expect(page).toHaveTitle(`shared ${toaster.url}fixes/empty-crumb-tray/#pull-the-tray-straight-out`);
  await context.close();
});

test('a mistyped address offers the nearest page and a search for its words', async ({
  kb,
  page,
  toaster,
}) => {
  await page.goto(`${toaster.url}fixes/Emtpy_crumb-tray.html`);
  const near = page.getByRole('navigation', { name: words.links.nearest });
  await expect(near.getByRole('link').first()).toHaveText('Empty the crumb tray');
  await expect(near.getByRole('link', { name: words.links.searchFor('emtpy crumb tray') })).toHaveAttribute(
    'href',
    '/search/?q=emtpy%20crumb%20tray',
  );
  await expect(kb.main.getByRole('searchbox')).toHaveValue('emtpy crumb tray');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a mistyped address offers the search, all lists, and the pictures of home', async ({
    kb,
    page,
    toaster,
  }) => {
    await page.goto(`${toaster.url}fixes/no-such-fix/`);
    await expect(kb.main.getByRole('searchbox')).toBeVisible();
    for (const path of ['/symptoms/', '/causes/', '/fixes/', '/symptoms/stays-cold/'])
      await expect(kb.main.locator(`a[href="${path}"]`).first()).toBeVisible();
    await expect(page.getByRole('navigation', { name: words.links.nearest })).toHaveCount(0);
  });

  test('the place of a link stands out', async ({ page, toaster }) => {
    await page.goto(`${toaster.url}fixes/empty-crumb-tray/#pull-the-tray-straight-out`);
    expect(await placeOf(page).evaluate((step) => getComputedStyle(step).backgroundColor)).not.toBe(
      'rgba(0, 0, 0, 0)',
    );
  });

  test('the link of a step is a link to the step', async ({ kb, page, toaster }) => {
    await page.goto(`${toaster.url}fixes/empty-crumb-tray/`);
    await copyLink(kb).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${toaster.url}fixes/empty-crumb-tray/#pull-the-tray-straight-out`);
  });
});
