import { expect, test, words, type KnowledgeBase } from './knowledge-base.ts';

/** From what the reader sees to the fix, and all the way back; `open` is how this reader follows a link. */
async function walk(
  kb: KnowledgeBase,
  url: string,
  open: (link: ReturnType<KnowledgeBase['link']>) => Promise<void>,
): Promise<void> {
  await kb.page.goto(url);
  await open(kb.link(/Pops up at once/));
  await expect(kb.title).toHaveText('The toaster pops up at once');
  await open(kb.linksTo('causes').filter({ hasText: 'Crumbs hold the lever up' }));
  await expect(kb.title).toHaveText('Crumbs hold the lever up');
  await open(kb.linksTo('fixes').filter({ hasText: 'Empty the crumb tray' }));
  await expect(kb.title).toHaveText('Empty the crumb tray');
  await open(kb.page.getByText(words.fix.solves));
  await open(kb.linksTo('causes').filter({ hasText: 'Crumbs hold the lever up' }));
  await expect(kb.title).toHaveText('Crumbs hold the lever up');
  await open(kb.linksTo('symptoms').filter({ hasText: 'The toaster pops up at once' }));
  await expect(kb.title).toHaveText('The toaster pops up at once');
  await open(kb.linksTo('fixes').filter({ hasText: 'Empty the crumb tray' }));
  await expect(kb.title).toHaveText('Empty the crumb tray');
  const back = kb.linksTo('symptoms').filter({ hasText: 'The toaster pops up at once' });
  if ((await back.count()) === 0) await open(kb.page.getByText(words.fix.plans));
  await open(back);
  await open(kb.breadcrumbs.getByRole('link').first());
  await expect(kb.page).toHaveURL(url);
}

test('a reader walks from what they see to its cause, to the fix and back', async ({ kb, toaster }) => {
  await walk(kb, toaster.url, (link) => link.first().click());
});

test('the same walk works with the keyboard alone', async ({ kb, toaster }) => {
  await walk(kb, toaster.url, (link) => kb.openByKeyboard(link));
});

test('the first Tab stop leads past the top of the page', async ({ kb, page, toaster }) => {
  await page.goto(`${toaster.url}causes/crumbs-block-lever/`);
  await page.keyboard.press('Tab');
  await expect(kb.skipLink).toBeFocused();
  await expect(kb.skipLink).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(kb.main).toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the same walk works', async ({ kb, toaster }) => {
    await walk(kb, toaster.url, (link) => link.first().click());
  });

  test('every variant of a step is there, under its label', async ({ kb, page, toaster }) => {
    await page.goto(`${toaster.url}fixes/empty-crumb-tray/`);
    await expect(kb.main.getByText('T2 of 2019–2021')).toBeVisible();
    await expect(kb.main.getByText('press it while you pull')).toBeVisible();
  });

  test('a question is answered by a link', async ({ kb, page, toaster }) => {
    await page.goto(`${toaster.url}symptoms/pops-up-at-once/`);
    await page.getByText(words.symptom.questionOf(1, 2)).click();
    await kb.link('It stays dark').click();
    await expect(page).toHaveURL(/lamp-off\/#plan$/);
    await expect(kb.linksTo('fixes').filter({ hasText: 'Try another socket' }).first()).toBeVisible();
  });
});
