import { expect, test } from './knowledge-base.ts';
import {
  answered,
  button,
  card,
  cool,
  markOf,
  no,
  outcome,
  question,
  sentFrom,
  socket,
  tray,
  tried,
  worked,
} from './tried-parts.ts';
import { isOfTheTest } from './own-noise.ts';

test('a fix opened from a plan knows its place, leads to the next one and at the end to the stop line', async ({
  kb,
  page,
  toaster,
}) => {
  await page.goto(toaster.url + answered);
  await card(kb, socket).getByRole('link', { name: tried.showMe }).click();
  for (const [place, label] of [
    [1, outcome.noNext],
    [2, outcome.noNext],
    [3, outcome.noStop],
  ] as const) {
    await expect(kb.main).toContainText(`Fix ${place} of 3 for Pops up at once`);
    await expect(page).toHaveURL(/\?from=pops-up-at-once\/does-the-lamp-come-on\/lamp-off$/);
    await button(question(kb), label).click();
  }
  await expect(page).toHaveURL(`${toaster.url}${answered}#stop`);
  for (const fix of [socket, cool, tray])
    await expect(markOf(kb, fix)).toHaveText(no, { useInnerText: true });

  await page.goBack();
  await expect(question(kb).getByRole('button', { pressed: true })).toHaveText(outcome.no, {
    useInnerText: true,
  });
  await button(question(kb), tried.undo).click();
  await button(question(kb), worked).click();
  await expect(question(kb)).toContainText(outcome.workedText);
  await question(kb).getByRole('link', { name: outcome.back }).click();
  await expect(card(kb, tray)).toContainText(tried.worked);
});

test('the next fix is the first one that is not marked, wherever the reader began', async ({
  kb,
  page,
  toaster,
}) => {
  await page.goto(`${toaster.url}fixes/try-another-socket/?from=pops-up-at-once`);
  await button(question(kb), tried.skip).click();
  await expect(kb.title).toHaveText(cool);
  await expect(kb.main).toContainText('Fix 1 of 3 for');
});

test('a fix opened from a cause keeps the way back to its other fixes', async ({ kb, page, toaster }) => {
  await page.goto(`${toaster.url}causes/crumbs-block-lever/`);
  const cause = await kb.title.innerText();
  await page.getByRole('link', { name: 'Empty the crumb tray' }).first().click();
  await expect(kb.main.getByRole('link', { name: cause }).first()).toBeVisible();
  await button(question(kb), outcome.no).click();
  await question(kb).getByRole('link', { name: outcome.otherFixes }).click();
  await expect(kb.title).toHaveText(cause);
});

test('a shared fix asks whether it solved it, keeps the answer here and names what it serves', async ({
  kb,
  page,
  toaster,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
  await page.goto(`${toaster.url}fixes/empty-crumb-tray/`);
  await expect(question(kb)).toContainText(outcome.kept);
  await expect(button(question(kb), tried.skip)).toBeHidden();
  await button(question(kb), outcome.no).click();
  await expect(question(kb).getByRole('link', { name: outcome.elsewhereLink })).toBeVisible();
  await page.reload();
  await expect(question(kb).getByRole('button', { pressed: true })).toHaveText(outcome.no, {
    useInnerText: true,
  });
  expect(sent).toEqual([]);
});

test('an answer is sent only where the owner of the site wants it: the article and the answer', async ({
  kb,
  page,
  askingToaster: { url },
}) => {
  const got = await sentFrom(page);
  const noise: string[] = [];
  page.on('console', (message) => {
    if (!isOfTheTest(message.text())) noise.push(message.text());
  });
  await page.goto(`${url}fixes/empty-crumb-tray/`);
  await expect(question(kb)).toContainText(outcome.sent('answers.example'));
  await button(question(kb), worked).click();
  await expect
    .poll(() => got)
    .toEqual([
      { body: '{"article":"empty-crumb-tray","answer":"worked"}', cookie: undefined, referer: undefined },
    ]);
  await expect(question(kb).getByRole('link', { name: outcome.mail })).toHaveAttribute(
    'href',
    'mailto:crumbs@answers.example?subject=Toast%20Not%20Right%3A%20empty-crumb-tray%3A%20It%20worked',
  );
  await page.reload();
  await expect(question(kb).getByRole('button', { pressed: true })).toHaveText(worked, {
    useInnerText: true,
  });
  expect(got).toHaveLength(1);
  expect(noise).toEqual([]);
});
