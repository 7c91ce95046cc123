import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, pagesOf } from './built-site.ts';
import { expect, test, words } from './knowledge-base.ts';

test('another content folder gives a complete other site, with nothing of the first one', ({ toaster }) => {
  const pages = pagesOf(toaster.dir).filter(({ kind }) => kind !== 'redirect');
  const paths = pages.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      '/',
      '/symptoms/',
      '/causes/',
      '/fixes/',
      '/glossary/',
      '/404.html',
      '/symptoms/pops-up-at-once/',
      '/symptoms/pops-up-at-once/does-the-lamp-come-on/lamp-off/',
      '/symptoms/stays-cold/',
      '/symptoms/burns-every-slice/',
      '/causes/crumbs-block-lever/',
      '/causes/no-power-at-socket/',
      '/causes/thermostat-reads-hot/',
      '/causes/browning-memory-is-wrong/',
      '/fixes/empty-crumb-tray/',
      '/fixes/have-the-sensor-checked/',
      '/fixes/reset-browning-memory/',
      '/fixes/toast-under-the-grill/',
      '/fixes/try-another-socket/',
      '/fixes/turn-the-dial-down/',
      '/fixes/unplug-and-cool/',
    ]),
  );
  const foreign = pages
    .filter(({ html }) =>
      /imessage|iphone|apple/i.test(
        html.replace(/-apple-system|apple-touch-icon|apple-mobile-web-app[\w-]*|AppleWebKit/gi, ''),
      ),
    )
    .map(({ path }) => path);
  expect(foreign).toEqual([]);
  for (const file of filesOf(toaster.dir).filter(
    (name) => /\.(?:html|js|json|webmanifest|txt|xml|md)$/.test(name) && !name.startsWith('/search-index/'),
  ))
    expect(readFileSync(join(toaster.dir, file), 'utf8'), file).not.toMatch(
      /message-not-delivered|imessage/i,
    );
});

test('the plan comes in order, and what loses settings comes after what loses nothing', async ({
  kb,
  page,
  toaster,
}) => {
  await page.goto(`${toaster.url}symptoms/burns-every-slice/`);
  // What is seldom worth the time, and what loses something, stands folded behind the stop line.
  await kb.main.locator('.more > summary').click();
  const fixes = await kb.linksTo('fixes').allInnerTexts();
  const place = (name: string): number => fixes.findIndex((text) => text.includes(name));
  expect(place('Reset the browning memory')).toBeGreaterThan(place('Turn the dial down by 2'));
  expect(place('Turn the dial down by 2')).toBeGreaterThanOrEqual(0);
});

test('a fix says before its steps what is lost and what is kept', async ({ kb, page, toaster }) => {
  await page.goto(`${toaster.url}fixes/reset-browning-memory/`);
  await expect(kb.main).toContainText('Settings are lost');
  await expect(kb.main).toContainText('saved browning numbers');
  await expect(kb.main).toContainText('the clock');
  await expect(kb.main).toContainText(words.callout.warning);
});

test('every step has an address of its own, in .mdx and in .md, and an id that its author chose is kept', async ({
  kb,
  page,
  toaster,
}) => {
  await page.goto(`${toaster.url}fixes/empty-crumb-tray/`);
  await expect(kb.steps).toHaveCount(4);
  await page.goto(`${toaster.url}fixes/reset-browning-memory/#open-memory`);
  await expect(page.locator(':target')).toContainText('Memory');
  await page.goto(`${toaster.url}fixes/try-another-socket/#carry-it-over`);
  await expect(page.locator(':target')).toContainText('Carry it to a socket in another room.');
  await expect(kb.main).not.toContainText('{#');
});

test('an address nobody has gives the 404 page with status 404', async ({ kb, page, toaster }) => {
  const response = await page.goto(`${toaster.url}fixes/no-such-fix/`);
  expect(response?.status()).toBe(404);
  await expect(kb.title).toBeVisible();
  await expect(page.getByRole('link', { name: 'Toast Not Right' })).toBeVisible();
});

test('a knowledge base looks like itself: its colour and its mark, on the page and in the icon', async ({
  page,
  toaster,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(toaster.url);
  await expect(page.getByRole('main').getByRole('button', { name: words.search.submit })).toHaveCSS(
    'background-color',
    'rgb(115, 48, 15)',
  );
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.getByRole('main').getByRole('button', { name: words.search.submit })).toHaveCSS(
    'background-color',
    'rgb(246, 189, 150)',
  );
  expect(readFileSync(join(toaster.dir, 'favicon.svg'), 'utf8')).toContain('fill="#73300f"');
});
