import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, pagesOf } from './built-site.ts';
import { expect, pathBelow as path, test, words } from './knowledge-base.ts';

test('every address on every page lies below the path, and leads to a file of the site', ({ below }) => {
  const dead = pagesOf(below.dir).flatMap((page) =>
    page.elements
      .flatMap(({ name, attributes: { href, src, action, content, ...more } }) => [
        ...[href, src, action, more['xlink:href']].filter((address) => address?.startsWith('/')),
        ...(more['srcset'] ?? '').split(/,\s*/).flatMap((source) => source.split(' ')[0] || []),
        ...(name === 'meta' ? [/^0; url=(.*)/.exec(content ?? '')?.[1]] : []),
      ])
      .filter((address) => address !== undefined && !leads(below.dir, address))
      .map((address) => `${page.path} ${address}`),
  );
  expect(dead).toEqual([]);
  const screen = readFileSync(join(below.dir, 'fixes/try-another-socket/index.html'), 'utf8');
  expect(screen).toContain(`srcset="${path}_astro/screen.`);
  const canonical = /<link rel="?canonical"? href="?([^\s">]+)/;
  for (const page of ['/', '/start/', '/fixes/empty-crumb-tray/', '/go/empty-crumb-tray/'])
    expect(canonical.exec(readFileSync(join(below.dir, page, 'index.html'), 'utf8'))?.[1]).toBe(
      `https://example.org${path}${page.replace('/go/', '/fixes/').slice(1)}`,
    );
  expect(readFileSync(join(below.dir, 'sitemap-0.xml'), 'utf8')).toContain(
    `<loc>https://example.org${path}fixes/empty-crumb-tray/</loc>`,
  );
  expect(readFileSync(join(below.dir, '_redirects'), 'utf8')).toContain(
    `${path}go/empty-crumb-tray/ ${path}fixes/empty-crumb-tray/ 302`,
  );
  expect(filesOf(below.dir)).toContain('/.nojekyll');
  const home = `https://example.org${path}`;
  const twin = readFileSync(join(below.dir, 'fixes/empty-crumb-tray.md'), 'utf8');
  expect(twin).toContain(`](${home}fixes/empty-crumb-tray/#`);
  expect(twin.split('\n')[0]).toContain(`${home}llms.txt`);
  expect(readFileSync(join(below.dir, 'llms.txt'), 'utf8')).toContain(`](${home}fixes/empty-crumb-tray.md)`);
  const graph = JSON.parse(readFileSync(join(below.dir, 'graph.json'), 'utf8')) as { url: string };
  expect(graph.url).toBe(home);
});

function leads(dir: string, address: string): boolean {
  if (!address.startsWith(path)) return false;
  const [file = ''] = decodeURI(address.slice(path.length)).split(/[?#]/);
  return existsSync(join(dir, file.endsWith('/') || file === '' ? `${file}index.html` : file));
}

test('search, marks, plan, answer, start, device and lost pages lead on below the path', async ({
  kb,
  page,
  below,
}) => {
  const strays: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith(path) || (response.status() >= 400 && !pathname.includes('emtpy')))
      strays.push(`${response.status()} ${pathname}`);
  });
  const at = (address: string) => expect(page).toHaveURL(below.url + address);

  await page.goto(below.url);
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: words.search.title }).last().fill('crumb tray');
  await page
    .getByRole('option', { name: /Empty the crumb tray/ })
    .first()
    .click();
  await at('fixes/empty-crumb-tray/');
  await expect(page.locator('main mark').first()).toBeVisible();

  await page.goto(`${below.url}search/?q=tray`);
  await expect(kb.results.first()).toBeVisible();
  // The worker lies below the path as well.
  expect(page.workers().map((worker) => worker.url())).toEqual([
    expect.stringContaining(`${below.url}_astro/search-worker-`),
  ]);
  await kb.results.first().getByRole('link').first().click();
  await at('fixes/empty-crumb-tray/');

  await page.goto(`${below.url}fixes/try-another-socket/?from=pops-up-at-once`);
  await expect(kb.main).toContainText('of 3 for Pops up at once');
  await page.getByRole('button', { name: words.outcome.no }).click();
  await expect(page).toHaveURL(`${below.url}fixes/unplug-and-cool/?from=pops-up-at-once`);

  await page.goto(`${below.url}start/`);
  await page.getByRole('link', { name: 'A second', exact: true }).click();
  await at('symptoms/pops-up-at-once/');
  await page.getByRole('link', { name: 'Phone app', exact: true }).click();
  await at('symptoms/pops-up-at-once/on/app/');

  await page.goto(`${below.url}go/empty-crumb-tray/#pull-the-tray`);
  await at('fixes/empty-crumb-tray/#pull-the-tray');

  await page.goto(`${below.url}fixes/emtpy-crumb-tray/`);
  const near = page.getByRole('navigation', { name: words.links.nearest });
  await near.getByRole('link', { name: 'Empty the crumb tray', exact: true }).click();
  await at('fixes/empty-crumb-tray/');
  expect(strays).toEqual([]);
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a site below a path is saved below its path only', async ({ kb, page, context, below }) => {
    await page.goto(`${below.url}symptoms/pops-up-at-once/`);
    await expect(page.locator('html')).toHaveAttribute('data-saved', '');
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toBe(
      `${below.url}sw.js`,
    );
    expect(
      (await page.evaluate(() => caches.keys())).every((name) => name.startsWith(`mendbook ${path} `)),
    ).toBe(true);
    await context.setOffline(true);
    await page.goto(`${below.url}go/empty-crumb-tray/#pull-the-tray`);
    await expect(page).toHaveURL(`${below.url}fixes/empty-crumb-tray/#pull-the-tray`);
    await expect(kb.main).toContainText('You are offline');
  });
});
