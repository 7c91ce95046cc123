import { expect, KnowledgeBase, test, words } from './knowledge-base.ts';
import {
  answered,
  button,
  card,
  cool,
  isNext,
  mark,
  markOf,
  no,
  outcome,
  question,
  sensor,
  skipped,
  socket,
  stranger,
  strip,
  symptom,
  tray,
  tried,
  worked,
} from './tried-parts.ts';
import { isOfTheTest } from './own-noise.ts';

test('who marks nothing sees one fix to begin with and no strip', async ({ kb, page, toaster }) => {
  await page.goto(toaster.url + symptom);
  await isNext(kb, cool);
  await expect(page.getByRole('link', { name: tried.showMe })).toHaveCount(1);
  await expect(button(card(kb, tray), no)).toBeHidden();
  await expect(strip(kb)).toBeHidden();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('a mark shows its result where it was made, frames the next fix and counts', async ({
  kb,
  page,
  toaster,
}) => {
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

test('when something worked, the page says a kind word and presses nothing more', async ({
  kb,
  page,
  toaster,
}) => {
  await page.goto(toaster.url + symptom);
  await mark(kb, tray, worked);
  await expect(card(kb, tray)).toContainText(tried.worked);
  await expect(page.getByRole('link', { name: tried.showMe })).toHaveCount(0);
});

test('marks are there after the way to the settings and back, on an answered page, and in another tab', async ({
  kb,
  page,
  context,
  toaster,
}) => {
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

test('support gets the case as text, and its link shows the same marks to somebody else', async ({
  kb,
  page,
  context,
  browser,
  toaster,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(toaster.url + answered);
  await page.evaluate(() => localStorage.setItem('mendbook:version', 't2-2022'));
  await mark(kb, cool, no);
  await mark(kb, socket, tried.skip);
  await button(strip(kb), tried.copy).click();
  await expect(strip(kb)).toContainText(tried.copied);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(
    /^The toaster pops up at once\n.*\? It stays dark\nDevice: Toaster, T2 from 2022 on\n\nWhat I tried:\n1\. Unplug the toaster and let it cool: Did not help \(.*\d.*\)\n2\. Try another socket: Skipped \(.*\)\n\nMy marks: http\S+$/,
  );
  const link = /\S+$/.exec(text)?.[0] ?? '';
  expect(link).toMatch(/lamp-off\/#tried=1\.[a-z0-9._-]+$/);

  await stranger(browser, async (theirs) => {
    await theirs.goto(toaster.url + answered);
    await theirs.evaluate(() =>
      localStorage.setItem('mendbook:tried:pops-up-at-once', '1.empty-crumb-tray_n_h9kjk'),
    );
    await theirs.goto('about:blank');
    const them = new KnowledgeBase(theirs);
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
    for (const [fix, result] of [
      [cool, no],
      [tray, no],
      [socket, skipped],
    ] as const)
      await expect(markOf(them, fix)).toHaveText(result, { useInnerText: true });
  });
});

test('support also hears what the screen said, in the words of the reader, who finds them again on this visit only', async ({
  kb,
  page,
  context,
  browser,
  toaster,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(toaster.url + symptom);
  await mark(kb, cool, no);
  const field = strip(kb).getByLabel(tried.support.ask);
  const copy = button(strip(kb), tried.copy);
  await copy.click();
  await field.fill('E2: no heat');
  await page.reload();
  await copy.click();
  await expect(field).toHaveValue('E2: no heat');
  await expect(strip(kb)).toContainText(tried.copied);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    `\n${tried.support.said} E2: no heat\n`,
  );
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).not.toContain('E2');
  await button(strip(kb), tried.startOver).click();
  await expect(field).toBeHidden();
  await stranger(browser, async (theirs) => {
    const them = new KnowledgeBase(theirs);
    await theirs.goto(toaster.url + symptom);
    await mark(them, cool, no);
    await button(strip(them), tried.copy).click();
    await expect(strip(them).getByLabel(tried.support.ask)).toHaveValue('');
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
  expect(
    await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).selectionEnd),
  ).toBeGreaterThan(50);
});

test('what a stranger puts into the address or the device is data or nothing', async ({
  kb,
  page,
  toaster,
}) => {
  const noise: string[] = [];
  page.on('console', (message) => {
    if (!isOfTheTest(message.text())) noise.push(message.text());
  });
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('dialog', (dialog) => noise.push(dialog.message()));
  for (const [index, bad] of [
    '1.<img src=x onerror=alert(1)>_w_1',
    '1.no-such-fix_w_1',
    '1.constructor_w_1.__proto___n_1',
    '2.unplug-and-cool_w_1',
    '%00%ff',
    `1.${'unplug-and-cool_x_1.'.repeat(4000)}`,
  ].entries()) {
    await page.goto(`${toaster.url}${symptom}?${index}#tried=${bad}`);
    await expect(strip(kb)).toBeHidden();
    await page.evaluate((text) => localStorage.setItem('mendbook:tried:pops-up-at-once', text), bad);
    await page.goto(`${toaster.url}${symptom}?${index}`);
    await isNext(kb, cool);
    await expect(strip(kb)).toBeHidden();
  }
  for (const bad of [
    'javascript:alert(1)',
    '../../evil',
    'pops-up-at-once/"><b>',
    'no-such-symptom',
    'stays-cold/one',
  ]) {
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

test('where the device keeps nothing, marks last as long as the page and the way on never turns back', async ({
  kb,
  page,
  toaster,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    }),
  );
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
  await kb.openByKeyboard(card(kb, tray).locator('summary'));
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

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is nothing to press that does not work, and the way on is there', async ({
    kb,
    page,
    toaster,
  }) => {
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
