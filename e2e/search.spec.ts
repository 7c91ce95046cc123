import { brotliCompressSync } from 'node:zlib';
import { expect, test, words } from './knowledge-base.ts';

// How well the search finds is scored over all judged queries in src/relevance.test.ts; here, that the page shows just that.
for (const [query, path] of [
  ['text failed to send red circle', '/symptoms/not-delivered-red-mark/'],
  ['how do i hard reset a frozen iphone', '/fixes/force-restart/'],
  ['an error occured during activation', '/symptoms/activation-error/'],
] as const)
  test(`the page for “${query}” is the first result`, async ({ kb }) => {
    expect((await kb.search(query))[0]).toBe(path);
  });

test.describe('the search page', () => {
  test('answers what stands in the address, and keeps what is asked there', async ({ kb, page }) => {
    const kinds = async (): Promise<readonly (string | null)[]> => [
      ...new Set(
        await kb.results.evaluateAll((results) => results.map((result) => result.getAttribute('data-kind'))),
      ),
    ];
    await kb.search('restart');
    const before = await kinds();
    expect(before.length).toBeGreaterThan(1);
    await page.getByLabel(words.search.whatKind).selectOption('fix');
    await expect(page).toHaveURL(/\?q=restart&kind=fix$/);
    await expect.poll(kinds).toEqual(['fix']);
    await page.goBack();
    await expect.poll(kinds).toEqual(before);
  });

  test('says what it mended, and takes it back', async ({ kb, page }) => {
    await kb.search('restrat');
    await expect(kb.searchRegion).toContainText('restart');
    await kb.searchRegion.getByRole('link', { name: /restrat/ }).click();
    await expect(page).toHaveURL(/exact=1/);
    await expect(kb.searchRegion).toHaveAttribute('data-search-state', /done|empty/);
    await expect(kb.searchRegion.locator('[data-mended]')).toHaveCount(0);
  });

  test('finds nothing for nonsense, says so and offers ways on', async ({ kb, page }) => {
    expect(await kb.search('zxqv blorp')).toEqual([]);
    await expect(kb.searchRegion).toHaveAttribute('data-search-state', 'empty');
    await expect(page.getByRole('status').filter({ hasText: 'zxqv blorp' })).toBeVisible();
    await expect(page.getByRole('heading', { name: words.search.waysOn })).toBeVisible();
    await expect(page.getByRole('link', { name: words.kinds.fix.title })).toBeVisible();
  });

  test('says that it is unavailable when the index cannot be had, and leads to the lists', async ({
    kb,
    page,
  }) => {
    await page.route('**/search-index/search.json', (route) => route.abort());
    await page.goto('/search/?q=restart');
    await expect(kb.searchRegion).toHaveAttribute('data-search-state', 'error');
    await expect(page.getByText(words.searchResults.unavailable)).toBeVisible();
    await expect(page.getByRole('link', { name: words.kinds.fix.title })).toBeVisible();
  });

  test('answers in the page where the worker that searches does not run', async ({ kb, page }) => {
    const asked: string[] = [];
    await page.route('**/search-worker-*', (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    expect(await kb.search('text failed to send red circle')).toContain('/symptoms/not-delivered-red-mark/');
    expect(asked).toHaveLength(1);
    expect(page.workers()).toHaveLength(0);
  });

  test('is there when the connection is back, where neither the worker nor what stands in for it could be loaded', async ({
    kb,
    page,
  }) => {
    // That this import failed, browsers before late 2026 keep for as long as the page is open.
    await page.route('**/_astro/answerer.*', (route) => route.abort());
    await page.route('**/search-worker-*', (route) => route.abort());
    await page.goto('/search/?q=restart');
    await expect(kb.searchRegion).toHaveAttribute('data-search-state', 'error');
    await page.unroute('**/search-worker-*');
    await page.getByRole('searchbox').fill('text failed to send red circle');
    await expect(kb.results.first()).toHaveAttribute('data-result', '/symptoms/not-delivered-red-mark/');
  });

  test('a result that has left comes again as it was, with its drawing', async ({ kb, page }) => {
    await kb.search('restart');
    await kb.results.first().evaluate((result) => Object.assign(result, { known: true }));
    const box = page.getByRole('searchbox');
    await box.fill('text failed to send red circle');
    await expect(kb.results.first()).toHaveAttribute('data-result', '/symptoms/not-delivered-red-mark/');
    await box.fill('restart');
    await expect.poll(() => kb.results.first().evaluate((result) => 'known' in result)).toBe(true);
  });

  test('searches beside the page, which loads nothing of the search itself', async ({ kb, page }) => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await kb.search('restart');
    expect(page.workers()).toHaveLength(1);
    expect(loaded.filter((url) => /_astro\/(?:answerer|open-index)\./.test(url))).toEqual([]);
  });

  for (const hostile of [
    '<img src=x onerror="window.hit=1">',
    'a'.repeat(10_000),
    '😀🎉',
    'שלום עולם',
    '"quoted" \'words\'',
    '(.*)+[a-z]{2,}$ \\',
    '%E0%A4%A',
    '</script><script>window.hit=1</script>',
    '\u0000\u202e',
  ]) {
    test(`takes ${JSON.stringify(hostile.slice(0, 24))} as text, never as markup`, async ({ kb, page }) => {
      await page.goto('/search/');
      await page.getByRole('searchbox').fill(hostile);
      await page.getByRole('searchbox').press('Enter');
      await expect(kb.searchRegion).toHaveAttribute('data-search-state', /done|empty/);
      expect(await page.evaluate(() => (window as unknown as { hit?: number }).hit)).toBeUndefined();
      await expect(page.locator('main img, main script:not([src])')).toHaveCount(0);
    });
  }

  test('an address with broken encoding is answered all the same', async ({ kb, page }) => {
    await page.goto('/search/?q=%E0%A4%A&kind=nonsense&loses=%FF');
    await expect(kb.searchRegion).toHaveAttribute('data-search-state', /done|empty/);
  });
});

test.describe('what it costs', () => {
  for (const query of [
    'restart',
    'why does my text say waiting for activation',
    'message not delivered red exclamation mark',
  ]) {
    test(`the first answer to “${query}” comes after at most three round trips in a row and 100 kB, packed`, async ({
      browser,
    }) => {
      // Nothing may be at hand from an earlier test.
      const context = await browser.newContext({ baseURL: process.env['KB_URL']!, serviceWorkers: 'block' });
      const page = await context.newPage();
      await page.goto('/fixes/');
      await page.waitForLoadState('networkidle');
      const asked: Asked[] = [];
      // Every answer takes its time: requests that wait for nothing overlap for certain, and only a real chain is one.
      await page.route('**/*', async (route) => {
        const entry: Asked = { url: route.request().url(), began: Date.now(), ended: Infinity, bytes: 0 };
        asked.push(entry);
        await new Promise((done) => setTimeout(done, slowness));
        const response = await route.fetch();
        entry.bytes = brotliCompressSync(await response.body()).length;
        entry.ended = Date.now();
        await route.fulfill({ response });
      });
      // The browser hands requests over a moment after it was asked to.
      await expect
        .poll(async () => (await page.evaluate(() => fetch('/robots.txt').then(() => 0)), asked.length))
        .toBeGreaterThan(0);
      asked.length = 0;
      await page.keyboard.press('/');
      await page.getByRole('dialog').getByRole('combobox').fill(query);
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
      const first = asked.filter(({ ended }) => ended < Infinity);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      expect(first.map(({ url }) => new URL(url).pathname)).toContain('/search-index/search.json');
      const bytes = first.reduce((sum, entry) => sum + entry.bytes, 0);
      expect(bytes).toBeGreaterThan(10_000);
      expect(bytes).toBeLessThanOrEqual(100_000);
      expect(roundTrips(first)).toBeLessThanOrEqual(3);
      await context.close();
    });
  }
});

/** Milliseconds by which an answer is held back: far more than it takes otherwise. */
const slowness = 400;

interface Asked {
  readonly url: string;
  readonly began: number;
  ended: number;
  bytes: number;
}

/** The longest chain of requests of which each began only after the one before had ended. */
function roundTrips(asked: readonly Asked[]): number {
  const depths: number[] = [];
  const inOrder = [...asked].sort((a, b) => a.began - b.began);
  for (const [index, { began }] of inOrder.entries())
    depths.push(
      1 +
        Math.max(
          0,
          ...inOrder.slice(0, index).map(({ ended }, before) => (ended <= began ? (depths[before] ?? 0) : 0)),
        ),
    );
  return Math.max(0, ...depths);
}

test.describe('the dialog', () => {
  test('opens by keyboard, chooses with the arrows, opens with Enter and highlights the words on the page for a while', async ({
    kb,
    page,
  }) => {
    await page.goto('/glossary/');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('restart');
    await expect(dialog.getByRole('option').first()).toContainText(/restart/i);
    // The answer to half the word would take its choice with it.
    await expect(dialog.getByRole('listbox')).toHaveAttribute('data-search-state', 'done');
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(kb.title).toContainText(/restart/i);
    await expect(kb.main.locator('mark').first()).toBeVisible();
    // They fade, and nothing has to be pressed for it.
    await expect(kb.main.locator('mark')).toHaveCount(0, { timeout: 15_000 });
  });

  test('what was chosen in one answer is chosen no more in the next', async ({ page }) => {
    await page.goto('/causes/');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog');
    const field = dialog.getByRole('combobox');
    await field.fill('restart');
    await expect(dialog.locator('[data-result]').first()).toContainText(/restart/i);
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('option', { selected: true })).toHaveCount(1);
    await field.fill('force restart');
    await expect(dialog.locator('[data-result]').first()).toContainText(/force restart/i);
    await expect(dialog.getByRole('option', { selected: true })).toHaveCount(0);
  });

  test('closes with Escape and gives the focus back', async ({ page }) => {
    await page.goto('/causes/');
    const opener = page.getByRole('banner').getByRole('link', { name: words.search.open });
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test('letters typed before the index has come are not lost', async ({ page }) => {
    await page.route('**/search-index/search.json', async (route) => {
      await new Promise((done) => setTimeout(done, 1_500));
      await route.continue();
    });
    await page.goto('/');
    await page.keyboard.press('/');
    await page.keyboard.type('restartt');
    await page.keyboard.press('Backspace');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('combobox')).toHaveValue('restart');
    await expect(dialog.getByRole('option').first()).toContainText(/restart/i);
  });

  test('a step is a result of its own, and opens at its place', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('hold the side button');
    const step = page
      .getByRole('option')
      .filter({ hasText: /^Step \d/ })
      .first();
    await expect(step).toBeVisible();
    await step.click();
    await expect(page).toHaveURL(/\/fixes\/[a-z-]+\/#/);
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
    await expect(page.locator(`[id="${id}"]`)).toBeFocused();
  });

  test('nothing of the search is loaded before somebody means to search', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/fixes/');
    await page.waitForLoadState('networkidle');
    expect(
      asked.filter((path) => path.startsWith('/search-index/') || path.includes('search-dialog')),
    ).toEqual([]);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the box leads to the lists', async ({ kb, page }) => {
    await page.goto('/');
    await kb.main.getByRole('searchbox').fill('restart');
    await kb.main.getByRole('button', { name: words.search.submit }).click();
    await expect(kb.title).toHaveText(words.search.title);
    await page.getByRole('link', { name: words.kinds.fix.title }).click();
    await expect(kb.title).toHaveText(words.kinds.fix.title);
  });
});

test('the box of home answers while one types, and opens the first answer by keyboard', async ({
  kb,
  page,
}) => {
  await page.goto('/');
  const box = kb.main.locator('input[name="q"]');
  await box.focus();
  await expect(box).toHaveRole('combobox');
  await box.fill('red exclamation mark');
  await expect(kb.main.getByRole('option').first()).toContainText(/red/i);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/symptoms\/not-delivered-red-mark\//);
});

test('the dialog offers common symptoms before anything is typed, and one that is found then looks like the other results', async ({
  page,
}) => {
  await page.goto('/glossary/');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog');
  const first = dialog.getByRole('option').first();
  await expect(first).toHaveAttribute('href', /^\/symptoms\//);
  expect(await dialog.getByRole('option').count()).toBeGreaterThanOrEqual(3);
  const address = await first.getAttribute('href');
  await page.keyboard.type(await first.innerText());
  await expect(dialog.locator('[data-result]').first()).toBeVisible();
  await expect(first).toHaveAttribute('href', String(address));
  expect(await dialog.locator('a:not([href]), a a').count()).toBe(0);
});

test('twins stand side by side, each with its difference', async ({ kb, page }) => {
  const paths = await kb.search('imessage works on wifi not on cellular');
  expect(paths.slice(0, 2).sort()).toEqual(['/symptoms/cellular-only-fails/', '/symptoms/wifi-only-fails/']);
  await expect(page.locator('[data-result] .difference')).toHaveCount(2);
});

test('a result shows what kind it is, and a symptom its drawing, in the dialog as on the page', async ({
  kb,
  page,
}) => {
  await kb.search('red exclamation mark');
  const first = kb.results.first();
  await expect(first.locator('svg.frame use')).toHaveAttribute(
    'href',
    /pictures\/not-delivered-red-mark\.svg#not-delivered-red-mark$/,
  );
  await expect(first.locator('.kind svg use')).toHaveAttribute('href', /#kind-symptom$/);
  await page.goto('/glossary/');
  await page.keyboard.press('/');
  await page.keyboard.type('red exclamation mark');
  const option = page.getByRole('dialog').locator('[data-result]').first();
  await expect(option.locator('svg.frame')).toBeVisible();
  await expect(option.locator('.kind svg')).toBeVisible();
});

test('on a phone, the field of the dialog is as wide as the dialog', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 720 });
  await page.goto('/glossary/');
  await page.getByRole('banner').getByRole('link', { name: words.search.open }).click();
  const dialog = page.getByRole('dialog');
  const field = await dialog.getByRole('combobox').boundingBox();
  expect(field?.width).toBeGreaterThan(300);
});

test('half a word that finds nothing leaves the results where they are', async ({ kb, page }) => {
  await kb.search('restart');
  const before = await kb.results.count();
  await page.getByRole('searchbox').fill('restart zzqx');
  await page.waitForTimeout(400);
  expect(await kb.results.count()).toBe(before);
});

test('the way on without a word names it behind a space', async ({ kb, page }) => {
  await kb.search('airpods wont send');
  const way = page.locator('[data-search-state] .nearest a', { has: page.locator('q') }).first();
  const gap = await way.evaluate((link) => {
    const word = link.querySelector('q')!;
    const before = word.previousSibling as Text;
    const range = document.createRange();
    range.setStart(before, 0);
    range.setEnd(before, before.data.trimEnd().length);
    return word.getBoundingClientRect().left - range.getBoundingClientRect().right;
  });
  expect(gap).toBeGreaterThan(2);
});
