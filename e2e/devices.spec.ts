import type { Page } from 'playwright/test';
import { expect, test, words, type KnowledgeBase } from './knowledge-base.ts';

const symptom = 'symptoms/stays-cold/';
const onApp = 'symptoms/stays-cold/on/app/';

const row = (page: Page) => page.getByRole('navigation', { name: words.devices.for });
const choice = (page: Page, name: string) => row(page).getByRole('link', { name, exact: true });
const offer = (page: Page) => row(page).getByRole('link', { name: /see the plan for it/ });

/** The titles of all cards of a plan, those below the stop line as well. */
const cards = (kb: KnowledgeBase) =>
  kb.main.getByRole('heading', { level: 3 }).getByRole('link').allInnerTexts();

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader chooses their device by a plain link, answers, and goes back, and no card asks for the impossible', async ({
    kb,
    page,
    toaster,
  }) => {
    await page.goto(toaster.url + symptom);
    expect(await cards(kb)).toContain('Try another socket');
    await expect(choice(page, 'Toaster')).toHaveAttribute('aria-current', 'page');
    await choice(page, 'Phone app').click();
    await expect(page).toHaveURL(toaster.url + onApp);
    await expect(choice(page, 'Phone app')).toHaveAttribute('aria-current', 'page');
    expect(await cards(kb)).not.toContain('Try another socket');
    expect((await cards(kb)).length).toBeGreaterThan(0);
    await page.getByText(words.symptom.questionOf(1, 1)).click();
    await kb.link('It stays dark').click();
    await expect(page).toHaveURL(`${toaster.url}${onApp}does-the-lamp-come-on/lamp-off/#plan`);
    expect(await cards(kb)).not.toContain('Try another socket');
    await choice(page, 'Toaster').click();
    await expect(page).toHaveURL(`${toaster.url}${symptom}does-the-lamp-come-on/lamp-off/`);
    expect(await cards(kb)).toContain('Try another socket');
    await expect(offer(page)).toHaveCount(0);
  });
});

test('the chosen device is remembered and offered on the next page, which does not change by itself', async ({
  kb,
  page,
  toaster,
}) => {
  await page.goto(toaster.url + symptom);
  await expect(offer(page)).toHaveCount(0);
  await choice(page, 'Phone app').click();
  await expect(page).toHaveURL(toaster.url + onApp);
  await page.goto(`${toaster.url}symptoms/burns-every-slice/`);
  await expect(offer(page)).toHaveText(words.devices.chosen('Phone app'));
  await offer(page).click();
  await expect(page).toHaveURL(`${toaster.url}symptoms/burns-every-slice/on/app/`);
  await expect(kb.title).toHaveText('Every slice comes out burnt');
  await expect(offer(page)).toHaveCount(0);
});

test.describe('with a browser that names its device', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Phone app 3)' });

  test('the plan for it is offered, never taken, and taking it is a choice that is kept', async ({
    page,
    toaster,
  }) => {
    await page.goto(toaster.url + symptom);
    await expect(offer(page)).toHaveText(words.devices.seems('Phone app'));
    await expect(page).toHaveURL(toaster.url + symptom);
    expect(await page.evaluate(() => localStorage.getItem('mendbook:version'))).toBeNull();
    await offer(page).click();
    await expect(page).toHaveURL(toaster.url + onApp);
    expect(await page.evaluate(() => localStorage.getItem('mendbook:version'))).toBe('app');
  });

  test('who chose another device is not asked again', async ({ page, toaster }) => {
    await page.goto(toaster.url + symptom);
    await choice(page, 'Toaster').click();
    await page.reload();
    await expect(choice(page, 'Toaster')).toBeVisible();
    await expect(offer(page)).toHaveCount(0);
  });
});

test('a fix that was opened from the plan for a device goes on with that plan', async ({
  kb,
  page,
  toaster,
}) => {
  await page.goto(`${toaster.url}symptoms/burns-every-slice/on/app/`);
  const own = await cards(kb);
  expect(own.length).toBeGreaterThan(0);
  await kb.fixesIn(words.symptom.plan).first().click();
  await expect(page).toHaveURL(/\?from=burns-every-slice\/on\/app/);
  await expect(kb.main).toContainText('Every slice comes out burnt');
  await kb.main.getByRole('button', { name: /It did not help/ }).click();
  await expect(page).toHaveURL(/burns-every-slice\/on\/app/);
});

test('two harmless fixes with a long test stand in one card, and the fix page leads from one to the other', async ({
  kb,
  page,
  toaster,
}) => {
  await page.goto(`${toaster.url}symptoms/burns-every-slice/`);
  const plan = kb.part(words.symptom.plan);
  await expect(plan).toContainText(words.plan.tryThese(2));
  await expect(plan).toContainText(words.plan.testOnce);
  const [first = '', second = ''] = await kb.fixesIn(words.symptom.plan).allInnerTexts();
  await kb.fixesIn(words.symptom.plan).first().click();
  await expect(kb.title).toHaveText(first);
  await kb.main.getByRole('link', { name: words.outcome.together.replace('{fix}', second) }).click();
  await expect(kb.title).toHaveText(second);
  await kb.main.getByRole('button', { name: /It did not help/ }).click();
  // Both have their result: what comes next is neither of them.
  await expect(kb.title).not.toHaveText(second);
  await expect(kb.title).not.toHaveText(first);
  await page.goto(`${toaster.url}symptoms/burns-every-slice/`);
  for (const title of [first, second])
    await expect(kb.main.getByRole('listitem').filter({ hasText: title }).last()).toContainText(
      'Did not help',
    );
});
