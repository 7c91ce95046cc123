import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, words } from './knowledge-base.ts';

test('every page leads to the pages of the owner, which lead on to articles and places', async ({
  kb,
  page,
  toaster,
}) => {
  for (const from of ['', 'fixes/empty-crumb-tray/', 'symptoms/stays-cold/']) {
    await page.goto(`${toaster.url}${from}`);
    const footer = page.getByRole('navigation', { name: words.page.siteMenu });
    await expect(footer.getByRole('link')).toHaveText(['About', 'Tell us what is wrong']);
  }
  await page.getByRole('link', { name: 'About', exact: true }).click();
  await expect(kb.title).toHaveText('About this toast guide');
  await expect(kb.main.getByRole('heading', { level: 2 })).toContainText(['Where the facts come from']);
  await expect(kb.main.getByText('No toaster was harmed.')).toBeVisible();
  await expect(kb.breadcrumbs).toContainText('About this toast guide');
  await kb.link('the dial').click();
  await expect(page).toHaveURL(`${toaster.url}fixes/turn-the-dial-down/#steps`);
});

test('a page that was renamed leads on, the sitemap lists it, and the search finds it', async ({
  kb,
  page,
  toaster,
}) => {
  await page.goto(`${toaster.url}pages/who-we-are/`);
  await expect(kb.title).toHaveText('About this toast guide');
  const listed = readFileSync(join(toaster.dir, 'sitemap-0.xml'), 'utf8');
  expect(listed).toContain('/pages/about/');
  expect(listed).not.toContain('/pages/who-we-are/');
  await page.goto(`${toaster.url}search/?q=who+writes+about+toast`);
  const first = kb.results.first();
  await expect(first.getByRole('link').first()).toHaveAttribute('href', '/pages/about/');
  await expect(first).toContainText(words.ownPages.one);
});

test('who wants to report an error gets the address, or is told that there is none yet', async ({
  kb,
  page,
  toaster,
  askingToaster,
}) => {
  await page.goto(`${toaster.url}pages/report-an-error/`);
  await expect(kb.main.getByText(words.ownPages.noAddress)).toBeVisible();
  await page.goto(`${askingToaster.url}pages/report-an-error/`);
  const mail = kb.link(words.ownPages.write('crumbs@answers.example'));
  await expect(mail).toHaveAttribute('href', /^mailto:crumbs@answers\.example\?subject=Toast%20Not%20Right/);
});
