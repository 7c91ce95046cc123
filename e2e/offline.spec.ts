import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright/test';
import { saveOffline } from '../src/integrations/offline/save-offline.ts';
import { siteFilesIn } from '../src/integrations/run/site-files.ts';
import { startServer, type RunningServer } from '../src/server/static-server.ts';
import { root, scratch } from './build-site.ts';
import { pagesOf } from './built-site.ts';
import { expect, test as base, words } from './knowledge-base.ts';

/** The toaster on a host of its own, which can go away and change. */
const test = base.extend<{
  host: { readonly url: string; readonly dir: string; readonly stop: () => Promise<void> };
}>({
  host: async ({ toaster }, use, { testId }) => {
    const dir = join(scratch, `offline-${testId}`);
    cpSync(toaster.dir, dir, { recursive: true });
    const server: RunningServer = await startServer({ dir, port: 0, host: '127.0.0.1' });
    await use({ url: server.url, dir, stop: server.close });
    await server.close();
    rmSync(dir, { recursive: true });
  },
});

// A context of its own for each test: what is saved, and being offline, would outlast it.
test.use({ serviceWorkers: 'allow', reuseContext: false });

/** Opens a page and waits until its worker has saved what it leads on to. */
async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(page.locator('html')).toHaveAttribute('data-saved', '');
}

async function goOffline(
  context: BrowserContext,
  host: { readonly stop: () => Promise<void> },
): Promise<void> {
  await host.stop();
  await context.setOffline(true);
}

/** How many files of the newest build are saved. */
function savedFiles(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const counts = await Promise.all(
      (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length),
    );
    return Math.max(0, ...counts);
  });
}

test('after one visit a reader without a network goes on with the plan, an answer, a fix, a step and the search', async ({
  kb,
  page,
  context,
  host,
}) => {
  await visit(page, `${host.url}symptoms/pops-up-at-once/`);
  await goOffline(context, host);
  await page.reload();
  await expect(kb.main).toContainText('You are offline. This is the page as it was saved on');
  await page.getByText(words.symptom.questionOf(1, 2)).click();
  await kb.link('It stays dark').click();
  await expect(page).toHaveURL(/pops-up-at-once\/does-the-lamp-come-on\/lamp-off\/#plan$/);
  await page.goto(`${host.url}fixes/empty-crumb-tray/?from=pops-up-at-once#on-the-back-near-the-base`);
  await expect(page.locator('#on-the-back-near-the-base')).toBeFocused();
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: words.search.title }).last().fill('socket');
  await page
    .getByRole('option', { name: /another socket/ })
    .first()
    .click();
  await expect(kb.title).toHaveText('Try another socket');
  await page.goto(`${host.url}go/empty-crumb-tray/#on-the-back-near-the-base`);
  await expect(page).toHaveURL(`${host.url}fixes/empty-crumb-tray/#on-the-back-near-the-base`);
});

test('after a second visit every page is there without a network, and an address that never was is told as such', async ({
  kb,
  page,
  context,
  host,
}) => {
  await visit(page, host.url);
  const first = await savedFiles(page);
  await page.reload();
  const pages = pagesOf(host.dir).filter(({ kind }) => kind !== 'redirect');
  await expect.poll(() => savedFiles(page)).toBeGreaterThan(Math.max(first, pages.length));
  await goOffline(context, host);
  for (const path of ['/map/', '/glossary/', '/causes/no-power-at-socket/', '/start/']) {
    await page.goto(new URL(`.${path}`, host.url).href);
    await expect(kb.main.getByRole('status').first()).toContainText('You are offline');
  }
  const lost = await page.goto(`${host.url}fixes/emtpy-crumb-tray/`);
  expect(lost?.status()).toBe(404);
  await expect(kb.title).toHaveText(words.links.notFoundTitle);
  await expect(page.getByRole('navigation', { name: words.links.nearest })).toContainText(
    'Empty the crumb tray',
  );
});

test('a fix that resets says before its steps that it is saved, in a place that it had before, and only when it is', async ({
  page,
  context,
  host,
}) => {
  const note = page.getByText(words.offline.saved);
  const steps = page.locator('#steps');
  await context.route('**/sw.js', (route) => route.abort());
  await page.goto(`${host.url}fixes/reset-browning-memory/`);
  await expect(note).toBeHidden();
  const before = await steps.boundingBox();
  await context.unroute('**/sw.js');
  await visit(page, `${host.url}fixes/reset-browning-memory/`);
  await expect(note).toBeVisible();
  expect(await steps.boundingBox()).toEqual(before);
  expect((await note.boundingBox())!.y).toBeLessThan(before!.y + before!.height);
  await page.goto(`${host.url}fixes/empty-crumb-tray/`);
  await expect(note).toHaveCount(0);
});

test('a new build takes the place of the old one; a page that is open goes on with its own index', async ({
  kb,
  page,
  context,
  host,
}) => {
  await visit(page, `${host.url}fixes/empty-crumb-tray/`);
  const open = await context.newPage();
  await open.goto(`${host.url}symptoms/stays-cold/`);
  const index = await open.evaluate(async () => (await fetch('/search-index/search.json')).text());
  await rebuild(host.dir, (html) => html.replaceAll('Empty the crumb tray', 'Empty the newer crumb tray'));
  await page.reload();
  await expect
    .poll(
      async () => {
        await page.reload();
        return kb.title.textContent();
      },
      { timeout: 20_000 },
    )
    .toBe('Empty the newer crumb tray');
  expect(await open.evaluate(async () => (await fetch('/search-index/search.json')).text())).toBe(index);
  expect(await page.evaluate(async () => (await fetch('/search-index/search.json')).text())).not.toBe(index);
  await open.close();
  await page.reload();
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(2);
});

test('who comes back after more than a day sees the page of today at once, and without a network the saved one', async ({
  kb,
  page,
  host,
}) => {
  const lookedLongAgo = (): Promise<void> =>
    page.evaluate(async () => {
      for (const name of await caches.keys()) await (await caches.open(name)).delete('/?compared');
    });
  await visit(page, `${host.url}fixes/empty-crumb-tray/`);
  await lookedLongAgo();
  await rebuild(host.dir, (html) => html.replaceAll('Empty the crumb tray', 'Empty the newer crumb tray'));
  await page.reload();
  await expect(kb.title).toHaveText('Empty the newer crumb tray');
  await lookedLongAgo();
  await host.stop();
  await page.goto(`${host.url}symptoms/pops-up-at-once/`);
  await page.goto(`${host.url}fixes/empty-crumb-tray/`);
  await expect(kb.main).toContainText('You are offline');
  await expect(kb.title).toContainText('crumb tray');
});

test('where the browser gives no room, the site is there, and nothing is said to be saved', async ({
  kb,
  page,
  context,
  host,
}) => {
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: host.url.slice(0, -1), quotaSize: 1000 });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${host.url}fixes/reset-browning-memory/`);
  await page.evaluate(() => navigator.serviceWorker.getRegistration());
  await page.goto(`${host.url}fixes/reset-browning-memory/`);
  await expect(kb.title).toHaveText('Reset the browning memory');
  await expect(page.getByText(words.offline.saved)).toBeHidden();
  expect(errors).toEqual([]);
});

test('`offline: false` takes away the worker and all that it saved', async ({ page, host }) => {
  await visit(page, host.url);
  await rebuild(host.dir, (html) => html, false);
  await page.goto(`${host.url}map/`);
  await expect
    .poll(() =>
      page.evaluate(async () => [
        (await caches.keys()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
      ]),
    )
    .toEqual([0, 0]);
});

test('the site can be installed, below its name and with its icon', async ({ page, context, host }) => {
  await visit(page, host.url);
  const session = await context.newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '')).toMatchObject({
    name: 'Toast Not Right',
    start_url: '/',
    display: 'standalone',
  });
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

/** What another build of a site would write: other pages and another index, and the worker that belongs to them. */
async function rebuild(dir: string, edit: (html: string) => string, offline = true): Promise<void> {
  for (const { path } of pagesOf(dir)) {
    const file = join(dir, path.endsWith('/') ? `${path}index.html` : path);
    writeFileSync(file, edit(readFileSync(file, 'utf8')));
  }
  const index = join(dir, 'search-index', 'search.json');
  writeFileSync(index, edit(readFileSync(index, 'utf8')));
  rmSync(join(dir, 'offline'), { recursive: true });
  await saveOffline(
    {
      project: root,
      dir: { path: dir, name: 'offline' },
      path: '/',
      site: { offline },
      words: {
        locale: 'en',
        offline: { offline: words.offline.away, ...words.offline, lostTitle: '?', lostLead: '?' },
      },
    } as unknown as Parameters<typeof saveOffline>[0],
    {
      pages: { pages: new Map(), cells: new Map(), statics: new Map(), addresses: [], rendered: 0 },
      hashes: new Map(),
      files: siteFilesIn(dir, new Map()),
      out: dir,
      logger: { info: () => undefined } as unknown as Parameters<typeof saveOffline>[1]['logger'],
    },
  );
}
