import { expect, test, words, type KnowledgeBase } from './knowledge-base.ts';

const path = 'symptoms/stays-cold/';

/** The list stands folded behind one line. */
const open = (kb: KnowledgeBase) => kb.main.getByText(words.triedBefore.title, { exact: true }).click();

test('what was tried is ticked, and the plan is what is left, also on the next visit', async ({
  kb,
  page,
  toaster,
}) => {
  await page.goto(`${toaster.url}${path}`);
  const before = await kb.fixesIn(words.symptom.plan).allInnerTexts();
  const first = before[0]!;
  const box = kb.part(words.triedBefore.title).getByRole('checkbox', { name: first, exact: true });
  await open(kb);
  await box.check();
  await expect(kb.main.getByRole('heading', { name: first })).toBeHidden();
  await expect(kb.part(words.tried.title)).toContainText('1 of');
  const left = await kb.fixesIn(words.symptom.plan).allInnerTexts();
  expect(left).not.toContain(first);

  await page.reload();
  await open(kb);
  await expect(box).toBeChecked();
  await expect(kb.main.getByRole('heading', { name: first })).toBeHidden();
  expect(await kb.fixesIn(words.symptom.plan).allInnerTexts()).toEqual(left);

  await box.uncheck();
  await expect(kb.fixesIn(words.symptom.plan).first()).toHaveText(first);
});

test('when all was tried, support is next', async ({ kb, page, toaster }) => {
  await page.goto(`${toaster.url}${path}`);
  const boxes = kb.part(words.triedBefore.title).getByRole('checkbox');
  await open(kb);
  await expect(boxes.first()).toBeVisible();
  for (const box of await boxes.all()) await box.check();
  await expect(kb.fixesIn(words.symptom.plan)).toHaveCount(0);
  await expect(page.getByRole('note').filter({ hasText: words.symptom.stop('Crumbly Care') })).toBeVisible();
  await expect(kb.link(words.triedBefore.support('Crumbly Care'))).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('what may have been tried is a plain list of links into the plan', async ({ kb, page, toaster }) => {
    await page.goto(`${toaster.url}${path}`);
    const list = kb.part(words.triedBefore.title);
    await open(kb);
    await expect(list.getByText(words.triedBefore.list)).toBeVisible();
    const name = await kb.fixesIn(words.symptom.plan).first().innerText();
    await list.getByRole('link', { name, exact: true }).click();
    await expect(page.locator(':target')).toContainText(name);
  });
});
