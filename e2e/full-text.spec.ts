import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './built-site.ts';
import { expect, test } from './knowledge-base.ts';

/** Words that stand in the running text of one cause, and nowhere else in the toaster's knowledge base. */
const told = { query: 'lever feels gritty', path: '/causes/crumbs-block-lever/', word: 'gritty' };

test('Pagefind is shipped only where the small index is outgrown, and only what pages load of it', ({
  toaster,
  largeToaster,
}) => {
  const inFull = (dir: string): readonly string[] =>
    filesOf(dir).flatMap((file) => /^\/search-index\/[^/]+\/full\/([^/]+)/.exec(file)?.[1] ?? []);
  expect(inFull(toaster.dir)).toEqual([]);
  expect([...new Set(inFull(largeToaster.dir))].map((name) => name.replace(/en_\w+/, 'en')).sort()).toEqual([
    'filter',
    'fragment',
    'index',
    'pagefind-entry.json',
    'pagefind-worker.js',
    'pagefind.en.pf_meta',
    'pagefind.js',
    'wasm.en.pagefind',
  ]);
});

test('the search page answers by the running text without a press, and highlights its words on the page', async ({
  kb,
  page,
  largeToaster: { url },
}) => {
  await page.goto(`${url}search/?q=${encodeURIComponent(told.query)}`);
  await expect(kb.searchRegion).toHaveAttribute('data-search-state', 'done');
  const first = kb.results.first();
  await expect(first.getByRole('link').first()).toHaveAttribute('href', told.path);
  await expect(first.locator('mark').filter({ hasText: told.word })).toBeVisible();
  await first.getByRole('link').first().click();
  await expect(page.locator('[data-found]').filter({ hasText: told.word }).first()).toBeVisible();
});

test('Pagefind is asked where no single text says the query well, and gives five texts at most', async ({
  kb,
  page,
  largeToaster: { url },
}) => {
  const fragments: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/fragment/')) fragments.push(request.url());
  });
  await page.goto(`${url}search/?q=${encodeURIComponent('gritty goes unplugged stays')}`);
  await expect(kb.searchRegion).toHaveAttribute('data-search-state', 'done');
  await expect(kb.results.first().getByRole('link').first()).toHaveAttribute('href', told.path);
  expect(fragments.length).toBeGreaterThan(0);
  expect(fragments.length).toBeLessThanOrEqual(5);
});

test('of what Pagefind finds, five texts are loaded', async ({ kb, page, largeToaster: { url } }) => {
  // In place of its program one that finds seven, and counts what is loaded of them.
  const words = 'gritty goes unplugged stays';
  const body = `const data = async () => (globalThis.texts++, { content: '${words}', meta: { number: '0' } });
export const search = async () => ((globalThis.texts = 0), { results: Array(7).fill({ data }) });`;
  await page.route('**/full/pagefind.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await page.goto(`${url}search/?q=${encodeURIComponent(words)}`);
  await expect(kb.searchRegion).toHaveAttribute('data-search-state', 'done');
  const [search] = page.workers();
  expect(await search?.evaluate(() => (globalThis as { texts?: number }).texts)).toBe(5);
});

test('the dialog answers by the running text as well', async ({ page, largeToaster: { url } }) => {
  await page.goto(`${url}glossary/`);
  await page.keyboard.press('/');
  await page.keyboard.type(told.query);
  await expect(page.getByRole('option').filter({ hasText: told.word }).first()).toHaveAttribute(
    'href',
    told.path,
  );
});

test('the box of home answers by names and by the running text', async ({
  kb,
  page,
  largeToaster: { url },
}) => {
  await page.goto(url);
  const box = kb.main.locator('input[name="q"]');
  await box.focus();
  await box.fill('socket gives no power');
  await expect(kb.main.getByRole('option').first()).toHaveAttribute('href', /no-power-at-socket/);
  await box.fill(told.query);
  await expect(kb.main.getByRole('option').filter({ hasText: told.word }).first()).toHaveAttribute(
    'href',
    told.path,
  );
});

test('a filter narrows what the running text answers', async ({ kb, page, largeToaster: { url } }) => {
  await page.goto(`${url}search/?q=${encodeURIComponent(told.query)}&kind=fix`);
  await expect(kb.searchRegion).toHaveAttribute('data-search-state', /done|empty/);
  await expect(page.locator(`[data-result] a[href="${told.path}"]`)).toHaveCount(0);
});

for (const nonsense of ['asdfghjkl', 'grittyness of the moon', 'thx zzz'])
  test(`“${nonsense}” finds nothing, though words begin alike`, async ({
    kb,
    page,
    largeToaster: { url },
  }) => {
    await page.goto(`${url}search/?q=${encodeURIComponent(nonsense)}`);
    await expect(kb.searchRegion).toHaveAttribute('data-search-state', 'empty');
    await expect(kb.results).toHaveCount(0);
  });

test('under an open tab, a newer site takes the place of the old one, and the search goes on', async ({
  kb,
  page,
  largeToaster: { dir, url },
}) => {
  await page.goto(`${url}search/?q=lever`);
  await expect(kb.searchRegion).toHaveAttribute('data-search-state', 'done');
  const index = join(dir, 'search-index');
  const head = join(index, 'search.json');
  const [old = ''] = readdirSync(index).filter((name) => !name.includes('.'));
  const before = readFileSync(head, 'utf8');
  try {
    renameSync(join(index, old), join(index, 'newer'));
    writeFileSync(head, before.replaceAll(old, 'newer'));
    await page.getByRole('searchbox').fill('socket gives no power');
    await expect(kb.results.first().getByRole('link').first()).toHaveAttribute(
      'href',
      '/causes/no-power-at-socket/',
    );
  } finally {
    renameSync(join(index, 'newer'), join(index, old));
    writeFileSync(head, before);
  }
});
