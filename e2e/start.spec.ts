import { expect, test, words } from './knowledge-base.ts';

const start = 'Find out what your toaster does';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader who does not know what they see is led from home, by drawn answers, to the page of a symptom', async ({
    kb,
    page,
    toaster,
  }) => {
    await page.goto(toaster.url);
    await kb.link(start).click();
    await expect(kb.title).toHaveText(start);
    const question = page.getByRole('navigation', { name: /\?$/ });
    await question.getByRole('link', { name: 'A second', exact: true }).click();
    await expect(kb.title).toHaveText('The toaster pops up at once');
  });

  test('where doubt remains, a joint plan stands below the symptoms that fit, and every answer can be taken back', async ({
    kb,
    page,
    toaster,
  }) => {
    await page.goto(`${toaster.url}start/`);
    await page.getByRole('link', { name: 'Its whole time' }).click();
    await expect(page.getByRole('list', { name: words.symptom.answered })).toContainText('Its whole time');
    await expect(kb.part(words.start.candidates).getByRole('link', { name: 'Stays cold' })).toBeVisible();
    await expect(kb.fixesIn(words.start.plan).first()).toBeVisible();
    await page.getByRole('link', { name: new RegExp(words.symptom.change) }).click();
    await expect(page).toHaveURL(`${toaster.url}start/`);
  });

  test('a symptom shows its twins side by side before the plan, and the way to the first questions', async ({
    kb,
    page,
    toaster,
  }) => {
    await page.goto(`${toaster.url}symptoms/stays-cold/`);
    const twin = page.getByText('There, the bread is back up within a second.');
    await expect(twin).toBeHidden();
    await page.getByText(words.start.here).click();
    await expect(twin).toBeVisible();
    const above = await twin.evaluate(
      (element) =>
        element.compareDocumentPosition(document.querySelector('#plan')!) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect(above).toBeTruthy();
    await kb.link(words.start.notHere).click();
    await expect(kb.title).toHaveText(start);
  });
});

test('a fix that was opened from a joint plan leads on to its next fix and back', async ({
  kb,
  page,
  toaster,
}) => {
  await page.goto(`${toaster.url}start/how-long/its-time/`);
  const fixes = kb.fixesIn(words.start.plan);
  const [first = '', second = ''] = await fixes.allInnerTexts();
  await fixes.first().click();
  await expect(kb.title).toHaveText(first);
  await page.getByRole('button', { name: words.outcome.noNext }).click();
  await expect(kb.title).toHaveText(second);
  await kb.main.getByRole('link', { name: start }).first().click();
  await expect(page).toHaveURL(`${toaster.url}start/how-long/its-time/`);
});
