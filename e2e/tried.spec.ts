import { cpSync, appendFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Locator, Page } from 'playwright/test';
import { root, scratch } from './build-site.ts';
import { expect, test, withSite, words, type KnowledgeBase, type Site } from './knowledge-base.ts';

const symptom = 'symptoms/pops-up-at-once/';
const answered = `${symptom}does-the-lamp-come-on/lamp-off/`;
const cool = 'Unplug the toaster and let it cool';
const tray = 'Empty the crumb tray';
const socket = 'Try another socket';
const sensor = 'Have the heat sensor checked';
const { tried, outcome } = words;
const { w: worked, n: no, s: skipped } = tried.results;

const card = (kb: KnowledgeBase, title: string): Locator => kb.main.getByRole('listitem').filter({ has: kb.page.getByRole('heading', { name: title }) });
const strip = (kb: KnowledgeBase): Locator => kb.main.getByRole('region', { name: tried.title });
const button = (within: Locator, name: string): Locator => within.getByRole('button', { name, exact: true });
const isNext = (kb: KnowledgeBase, title: string): Promise<void> => expect(card(kb, title).getByRole('link', { name: tried.showMe })).toBeVisible();
const markOf = (kb: KnowledgeBase, title: string): Locator => card(kb, title).getByRole('button', { pressed: true });
const question = (kb: KnowledgeBase): Locator => kb.part(outcome.title);

async function mark(kb: KnowledgeBase, title: string, result: string): Promise<void> {
  await card(kb, title).getByRole('button', { name: tried.mark }).click();
  await button(card(kb, title), result).click();
}

/** Another reader: nothing of the first one is there. */
async function stranger(browser: Browser, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  await use(await context.newPage());
  await context.close();
}

test('who marks nothing sees one fix to begin with and no strip', async ({ kb, page, toaster }) => {
  await page.goto(toaster.url + symptom);
  await isNext(kb, cool);
  await expect(page.getByRole('link', { name: tried.showMe })).toHaveCount(1);
  await expect(button(card(kb, tray), no)).toBeHidden();
  await expect(strip(kb)).toBeHidden();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('a mark shows its result where it was made, frames the next fix and counts', async ({ kb, page, toaster }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(toaster.url + symptom);
  const press = button(card(kb, cool), no);
  await press.scrollIntoViewIfNeeded();
  const before = (await card(kb, cool).boundingBox())?.y;
  await press.click();
  await expect(markOf(kb, cool)).toBeFocused();
  await expect(strip(kb)).toContainText('1 of 3 tried');
  await expect(page.getByRole('status').filter({ hasText: `${cool}: ${no}. Next: ${tray}.` })).toBeAttached();
  await isNext(kb, tray);
  expect(Math.abs(((await card(kb, cool).boundingBox())?.y ?? 0) - (before ?? 0))).toBeLessThanOrEqual(2);

  await mark(kb, socket, tried.skip);
  await expect(strip(kb)).toContainText('1 of 3 tried, 1 skipped');
  await button(card(kb, cool), tried.undo).click();
  await expect(button(card(kb, cool), no)).toBeFocused();
  await isNext(kb, cool);
  await expect(strip(kb)).toContainText('0 of 3 tried, 1 skipped');
});

test('when something worked, the page says a kind word and presses nothing more', async ({ kb, page, toaster }) => {
  await page.goto(toaster.url + symptom);
  await mark(kb, tray, worked);
  await expect(card(kb, tray)).toContainText(tried.worked);
  await expect(page.getByRole('link', { name: tried.showMe })).toHaveCount(0);
});

test('marks are there after the way to the settings and back, on an answered page, and in another tab', async ({ kb, page, context, toaster }) => {
  await page.goto(toaster.url + symptom);
  const other = await context.newPage();
  await other.goto(toaster.url + answered);
  await mark(kb, cool, no);
  await expect(other.getByText('1 of 3 tried')).toBeVisible();
  await mark(kb, sensor, no);
  await page.goto('about:blank');
  await page.goBack();
  await expect(markOf(kb, cool)).toHaveText(no, { useInnerText: true });
  await expect(strip(kb)).toContainText('2 of 4 tried');
});

test('support gets the case as text, and its link shows the same marks to somebody else', async ({ kb, page, context, browser, toaster }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(toaster.url + answered);
  await page.evaluate(() => localStorage.setItem('mendbook:version', 't2-2022'));
  await mark(kb, cool, no);
  await mark(kb, socket, tried.skip);
  await button(strip(kb), tried.copy).click();
  await expect(strip(kb)).toContainText(tried.copied);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^The toaster pops up at once\n.*\? It stays dark\nDevice: Toaster, T2 from 2022 on\n\nWhat I tried:\n1\. Unplug the toaster and let it cool: Did not help \(.*\d.*\)\n2\. Try another socket: Skipped \(.*\)\n\nMy marks: http\S+$/);
  const link = /\S+$/.exec(text)?.[0] ?? '';
  expect(link).toMatch(/lamp-off\/#tried=1\.[a-z0-9._-]+$/);

  await stranger(browser, async (theirs) => {
    await theirs.goto(toaster.url + answered);
    await theirs.evaluate(() => localStorage.setItem('mendbook:tried:pops-up-at-once', '1.empty-crumb-tray_n_h9kjk'));
    await theirs.goto('about:blank');
    const { KnowledgeBase: Parts } = await import('./knowledge-base.ts');
    const them = new Parts(theirs);
    await theirs.goto(link);
    await expect(strip(them)).toContainText(tried.linked);
    await expect(markOf(them, cool)).toHaveText(no, { useInnerText: true });
    await expect(markOf(them, tray)).toHaveCount(0);
    await expect(theirs.getByText(words.links.moved)).toHaveCount(0);
    await button(strip(them), tried.discard).click();
    await expect(markOf(them, tray)).toHaveText(no, { useInnerText: true });
    await expect(markOf(them, cool)).toHaveCount(0);
    expect(theirs.url()).not.toContain('#');

    await theirs.goto(link);
    await button(strip(them), tried.keep).click();
    await theirs.reload();
    for (const [fix, result] of [[cool, no], [tray, no], [socket, skipped]] as const) await expect(markOf(them, fix)).toHaveText(result, { useInnerText: true });
  });
});

test('where the clipboard is refused, the text stands there selected', async ({ kb, page, toaster }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(toaster.url + symptom);
  await mark(kb, cool, no);
  await button(strip(kb), tried.copy).click();
  const area = strip(kb).getByLabel(tried.copyYourself);
  await expect(area).toBeFocused();
  await expect(area).toHaveValue(/#tried=1\.unplug-and-cool_n_/);
  expect(await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).selectionEnd)).toBeGreaterThan(50);
});

test('what a stranger puts into the address or the device is data or nothing', async ({ kb, page, toaster }) => {
  const noise: string[] = [];
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('dialog', (dialog) => noise.push(dialog.message()));
  for (const [index, bad] of ['1.<img src=x onerror=alert(1)>_w_1', '1.no-such-fix_w_1', '1.constructor_w_1.__proto___n_1', '2.unplug-and-cool_w_1', '%00%ff', `1.${'unplug-and-cool_x_1.'.repeat(4000)}`].entries()) {
    await page.goto(`${toaster.url}${symptom}?${index}#tried=${bad}`);
    await expect(strip(kb)).toBeHidden();
    await page.evaluate((text) => localStorage.setItem('mendbook:tried:pops-up-at-once', text), bad);
    await page.goto(`${toaster.url}${symptom}?${index}`);
    await isNext(kb, cool);
    await expect(strip(kb)).toBeHidden();
  }
  for (const bad of ['javascript:alert(1)', '../../evil', 'pops-up-at-once/"><b>', 'no-such-symptom', 'stays-cold/one']) {
    if (bad !== 'no-such-symptom') noise.length = 0;
    await page.goto(`${toaster.url}fixes/empty-crumb-tray/?from=${encodeURIComponent(bad)}`);
    await expect(question(kb)).toContainText(outcome.elsewhere);
  }
  expect(noise.filter((message) => !/404/.test(message))).toEqual([]);
});

test('starting over forgets, and can be undone', async ({ kb, page, toaster }) => {
  await page.goto(toaster.url + symptom);
  await mark(kb, cool, no);
  await button(strip(kb), tried.startOver).click();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await expect(strip(kb)).toContainText(tried.forgotten);
  await expect(button(strip(kb), tried.undo)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(markOf(kb, cool)).toHaveText(no, { useInnerText: true });
  await button(strip(kb), tried.startOver).click();
  await page.reload();
  await expect(strip(kb)).toBeHidden();
});

test('a fix opened from a plan knows its place, leads to the next one and at the end to the stop line', async ({ kb, page, toaster }) => {
  await page.goto(toaster.url + answered);
  await card(kb, socket).getByRole('link', { name: tried.showMe }).click();
  for (const [place, label] of [[1, outcome.noNext], [2, outcome.noNext], [3, outcome.noStop]] as const) {
    await expect(kb.main).toContainText(`Fix ${place} of 3 for The toaster pops up at once`);
    await expect(page).toHaveURL(/\?from=pops-up-at-once\/does-the-lamp-come-on\/lamp-off$/);
    await button(question(kb), label).click();
  }
  await expect(page).toHaveURL(`${toaster.url}${answered}#stop`);
  for (const fix of [socket, cool, tray]) await expect(markOf(kb, fix)).toHaveText(no, { useInnerText: true });

  await page.goBack();
  await expect(question(kb).getByRole('button', { pressed: true })).toHaveText(outcome.no, { useInnerText: true });
  await button(question(kb), tried.undo).click();
  await button(question(kb), worked).click();
  await expect(question(kb)).toContainText(outcome.workedText);
  await question(kb).getByRole('link', { name: outcome.back }).click();
  await expect(card(kb, tray)).toContainText(tried.worked);
});

test('the next fix is the first one that is not marked, wherever the reader began', async ({ kb, page, toaster }) => {
  await page.goto(`${toaster.url}fixes/try-another-socket/?from=pops-up-at-once`);
  await button(question(kb), tried.skip).click();
  await expect(kb.title).toHaveText(cool);
  await expect(kb.main).toContainText('Fix 1 of 3 for');
});

test('where the device keeps nothing, marks last as long as the page and the way on never turns back', async ({ kb, page, toaster }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('refused', 'SecurityError'); } }));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(toaster.url + symptom);
  await mark(kb, cool, no);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await expect(markOf(kb, cool)).toHaveText(no, { useInnerText: true });
  await page.goto(`${toaster.url}fixes/unplug-and-cool/?from=pops-up-at-once`);
  await button(question(kb), outcome.noNext).click();
  await expect(kb.title).toHaveText(tray);
  await button(question(kb), outcome.noNext).click();
  await expect(kb.title).toHaveText(socket);
  await button(question(kb), outcome.noNext).click();
  await expect(page).toHaveURL(/pops-up-at-once\/#stop$/);
  expect(errors).toEqual([]);
});

test('everything can be done with the keyboard', async ({ kb, page, toaster }) => {
  await page.goto(toaster.url + symptom);
  await kb.openByKeyboard(card(kb, tray).getByRole('button', { name: tried.mark }));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(markOf(kb, tray)).toBeFocused();
  await expect(markOf(kb, tray)).toHaveText(no, { useInnerText: true });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(markOf(kb, tray)).toHaveCount(0);
  await expect(button(card(kb, tray), no)).toBeFocused();
});

test('a shared fix asks whether it solved it, keeps the answer here and names what it serves', async ({ kb, page, toaster }) => {
  const sent: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
  await page.goto(`${toaster.url}fixes/empty-crumb-tray/`);
  await expect(question(kb)).toContainText(outcome.kept);
  await expect(button(question(kb), tried.skip)).toBeHidden();
  await button(question(kb), outcome.no).click();
  await expect(question(kb).getByRole('link', { name: outcome.elsewhereLink })).toBeVisible();
  await page.reload();
  await expect(question(kb).getByRole('button', { pressed: true })).toHaveText(outcome.no, { useInnerText: true });
  expect(sent).toEqual([]);
});

test('an answer is sent only where the owner of the site wants it: the article and the answer', async ({ kb, page }) => {
  const content = join(scratch, 'toaster-that-asks');
  cpSync(join(root, 'e2e/fixtures/toaster'), content, { recursive: true });
  appendFileSync(join(content, 'site.yaml'), 'feedback: { endpoint: "https://answers.example/in", mail: crumbs@answers.example }\n');
  const got: { body: string | null; cookie: string | undefined; referer: string | undefined }[] = [];
  await page.route('https://answers.example/**', async (route) => {
    const headers = await route.request().allHeaders();
    got.push({ body: route.request().postData(), cookie: headers['cookie'], referer: headers['referer'] });
    await route.fulfill({ status: 204 });
  });
  const noise: string[] = [];
  page.on('console', (message) => noise.push(message.text()));
  await withSite(content, async ({ url }) => {
    await page.goto(`${url}fixes/empty-crumb-tray/`);
    await expect(question(kb)).toContainText(outcome.sent('answers.example'));
    await button(question(kb), worked).click();
    await expect.poll(() => got).toEqual([{ body: '{"article":"empty-crumb-tray","answer":"worked"}', cookie: undefined, referer: undefined }]);
    await expect(question(kb).getByRole('link', { name: outcome.mail })).toHaveAttribute('href', 'mailto:crumbs@answers.example?subject=Toast%20Not%20Right%3A%20empty-crumb-tray%3A%20It%20worked');
    await page.reload();
    await expect(question(kb).getByRole('button', { pressed: true })).toHaveText(worked, { useInnerText: true });
  });
  expect(got).toHaveLength(1);
  expect(noise).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is nothing to press that does not work, and the way on is there', async ({ kb, page, toaster }) => {
    await page.goto(toaster.url + symptom);
    // The button that shows the QR code needs no script.
    await expect(kb.main.getByRole('button').filter({ hasNotText: words.takeAlong.handOver })).toHaveCount(0);
    await isNext(kb, cool);
    await page.goto(`${toaster.url}fixes/empty-crumb-tray/?from=pops-up-at-once`);
    await expect(question(kb).getByRole('button')).toHaveCount(0);
    await question(kb).getByRole('link', { name: outcome.elsewhereLink }).click();
    await expect(page).toHaveURL(/#plans$/);
  });
});

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare const axe: { readonly run: () => Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: unknown }[] }[] }> };

for (const colorScheme of ['light', 'dark'] as const) {
  test(`marked pages are open to everyone, ${colorScheme}, and fit 320 px`, async ({ kb, page, toaster }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme });
    const fine = async (where: string): Promise<void> => {
      await page.evaluate(axeSource);
      const { violations } = await page.evaluate(() => axe.run());
      expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' ')}`), where).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(320);
      for (const target of await kb.main.getByRole('button').all()) {
        const box = await target.boundingBox();
        if (box) expect.soft(Math.min(box.width, box.height), `${where}: ${await target.innerText()}`).toBeGreaterThanOrEqual(44);
      }
    };
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto(toaster.url + symptom);
    await card(kb, socket).getByRole('button', { name: tried.mark }).click();
    await fine('a card that is being marked');
    await mark(kb, cool, no);
    await mark(kb, sensor, tried.skip);
    await mark(kb, tray, worked);
    await button(strip(kb), tried.copy).click();
    await fine('marked and copied');
    await page.goto(`${toaster.url}${symptom}#tried=1.unplug-and-cool_n_h9kjk`);
    await page.reload();
    await fine('marks of a link');
    await button(strip(kb), tried.discard).click();
    await button(strip(kb), tried.startOver).click();
    await fine('started over');
    await page.goto(`${toaster.url}fixes/unplug-and-cool/?from=pops-up-at-once`);
    await fine('a fix of a plan');
    await button(question(kb), worked).click();
    await fine('a fix that worked');
  });
}

test('marking costs at most 2,200 bytes of script on a page, packed', async ({ page, toaster }) => {
  for (const path of [symptom, 'fixes/empty-crumb-tray/?from=pops-up-at-once']) expect.soft(await scriptOf(page, toaster, path, /tried|outcome/i), path).toBeLessThanOrEqual(2_200);
});

async function scriptOf(page: Page, site: Site, path: string, name: RegExp): Promise<number> {
  const files = new Set<string>();
  page.on('request', (request) => request.url().endsWith('.js') && name.test(request.url()) && files.add(new URL(request.url()).pathname));
  await page.goto(site.url + path, { waitUntil: 'networkidle' });
  page.removeAllListeners('request');
  expect(files.size).toBeGreaterThan(0);
  return [...files].reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(site.dir, file))).length, 0);
}
