import { strFromU8 } from 'fflate';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack } from '../src/cli/hosting/pack.ts';
import { elementsIn } from '../src/html/elements.ts';
import { root, scratch } from './build-site.ts';
import { expect, test, words } from './knowledge-base.ts';

test('every link of the folder leads to a file in it or to another host, and no page needs a module or a server', ({
  folder,
}) => {
  const dead: string[] = [];
  for (const [name, bytes] of Object.entries(folder.files).filter(([file]) => file.endsWith('.html'))) {
    const html = strFromU8(bytes);
    const page = new URL(name.replace(/^toast\//, ''), folder.url);
    for (const { name: tag, attributes } of elementsIn(html)) {
      if (tag === 'script') expect(attributes['type'], name).not.toBe('module');
      for (const address of [attributes['href'], attributes['src'], attributes['action']]) {
        if (address === undefined || /^(?:https?|tel|mailto|data):/.test(address)) continue;
        const file = fileURLToPath(new URL(address.replace(/[?#].*$/, ''), page));
        if (address.startsWith('/') || !existsSync(file)) dead.push(`${name} ${address}`);
      }
    }
  }
  expect(dead).toEqual([]);
});

test('from a disk a reader finds a symptom, searches, follows a step, and marks what they tried', async ({
  kb,
  page,
  folder,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${folder.url}index.html`);
  await page.getByRole('link', { name: 'Pops up at once' }).first().click();
  await expect(page).toHaveURL(`${folder.url}symptoms/pops-up-at-once/index.html`);
  await page.getByText(words.symptom.questionOf(1, 2)).click();
  await kb.link('It stays dark').click();
  await expect(page).toHaveURL(/lamp-off\/index\.html#plan$/);

  // A key that is pressed before the scripts of the page have come opens nothing.
  await page.waitForLoadState();
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: words.search.title }).last().fill('crumb tray');
  await page
    .getByRole('option', { name: /Empty the crumb tray/ })
    .first()
    .click();
  await expect(page).toHaveURL(/fixes\/empty-crumb-tray\/index\.html/);
  await page.goto(`${folder.url}search/index.html?q=tray`);
  await kb.results.first().getByRole('link').first().click();
  await expect(kb.title).toHaveText('Empty the crumb tray');

  await page.goto(`${folder.url}fixes/try-another-socket/index.html?from=pops-up-at-once`);
  await page.getByRole('button', { name: words.outcome.no }).click();
  await expect(page).toHaveURL(/fixes\/unplug-and-cool\/index\.html\?from=pops-up-at-once/);
  await page.goto(`${folder.url}symptoms/pops-up-at-once/index.html`);
  await expect(kb.main).toContainText(words.tried.results.n);
  expect(errors).toEqual([]);
});

test('the same site gives the same file', async ({ toaster, folder }) => {
  const again = join(scratch, `again-${process.pid}`, 'toast.zip');
  mkdirSync(dirname(again));
  await pack(['--dir', toaster.dir, '--out', again], { root });
  expect(Buffer.from(folder.zip).equals(readFileSync(again))).toBe(true);
});
