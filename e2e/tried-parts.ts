import type { Browser, Locator, Page } from 'playwright/test';
import { expect, words, type KnowledgeBase } from './knowledge-base.ts';

/** The parts of marking what one tried, on the toaster's pages. */
export const symptom = 'symptoms/pops-up-at-once/';
export const answered = `${symptom}does-the-lamp-come-on/lamp-off/`;
export const cool = 'Unplug the toaster and let it cool';
export const tray = 'Empty the crumb tray';
export const socket = 'Try another socket';
export const sensor = 'Have the heat sensor checked';
export const { tried, outcome } = words;
export const { w: worked, n: no, s: skipped } = tried.results;

export const card = (kb: KnowledgeBase, title: string): Locator =>
  kb.main.getByRole('listitem').filter({ has: kb.page.getByRole('heading', { name: title }) });
export const strip = (kb: KnowledgeBase): Locator => kb.main.getByRole('region', { name: tried.title });
export const button = (within: Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });
export const isNext = (kb: KnowledgeBase, title: string): Promise<void> =>
  expect(card(kb, title).getByRole('link', { name: tried.showMe })).toBeVisible();
export const markOf = (kb: KnowledgeBase, title: string): Locator =>
  card(kb, title).getByRole('button', { pressed: true });
export const question = (kb: KnowledgeBase): Locator => kb.part(outcome.title);

/** Opens the card of a fix, where it does not stand open already; those below the stop line stand folded. */
export async function open(kb: KnowledgeBase, title: string): Promise<void> {
  await kb.page.evaluate(() => document.querySelector('.more')?.setAttribute('open', ''));
  const details = card(kb, title).locator('details');
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
}

export async function mark(kb: KnowledgeBase, title: string, result: string): Promise<void> {
  await open(kb, title);
  await button(card(kb, title), result).click();
}

/** Another reader: nothing of the first one is there. */
export async function stranger(browser: Browser, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  await use(await context.newPage());
  await context.close();
}

/** What is sent to the owner of the sites that ask for answers, from now on. */
export async function sentFrom(page: Page) {
  const sent: { body: string | null; cookie: string | undefined; referer: string | undefined }[] = [];
  await page.route('https://answers.example/**', async (route) => {
    const headers = await route.request().allHeaders();
    sent.push({ body: route.request().postData(), cookie: headers['cookie'], referer: headers['referer'] });
    await route.fulfill({ status: 204 });
  });
  return sent;
}
