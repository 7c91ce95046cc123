import { readReports } from '../src/domain/evidence/read-reports.ts';
import { expect, test, words } from './knowledge-base.ts';
import { answered, button, card, outcome, question, sentFrom, socket, tried, worked } from './tried-parts.ts';
import { isOfTheTest } from './own-noise.ts';

test('a fix and its card say for how many of those who tried it it worked', async ({
  kb,
  page,
  learningToaster,
}) => {
  await page.goto(`${learningToaster.url}fixes/try-another-socket/`);
  await expect(kb.main).toContainText('Worked for 57 of 103 who tried it.');
  await page.goto(learningToaster.url + answered);
  await expect(card(kb, socket)).toContainText('worked for 57 of 103 who tried it');
  await page.goto(`${learningToaster.url}fixes/empty-crumb-tray/`);
  await expect(kb.main).not.toContainText('who tried it');
});

test('where the owner asks for it, the whole string of what was tried is sent, without a time, once and for one day', async ({
  kb,
  page,
  learningToaster: { url },
}) => {
  const got = await sentFrom(page);
  const noise: string[] = [];
  page.on('console', (message) => {
    if (!isOfTheTest(message.text())) noise.push(message.text());
  });
  await page.goto(url + answered);
  await card(kb, socket).getByRole('link', { name: tried.showMe }).click();
  await expect(question(kb)).toContainText(outcome.sentTried('answers.example', true));
  await button(question(kb), outcome.noNext).click();
  // Only on the next page is there a second fix to answer for.
  await expect(kb.title).not.toHaveText(socket);
  await button(question(kb), worked).click();
  await expect.poll(() => got.length).toBe(2);
  const [first, second] = got.map(({ body }) => readReports(body ?? '')[0]);
  expect(first?.marks).toHaveLength(1);
  expect(second?.symptom).toBe('pops-up-at-once');
  expect(second?.answers).toHaveLength(1);
  expect(second?.marks.map(({ fix, at }) => `${fix} ${at}`)).toEqual([
    'try-another-socket 0',
    expect.stringMatching(/^[a-z-]+ 0$/),
  ]);
  expect(second?.told).toEqual({ ...first?.told, truth: 0.99 });
  expect(noise).toEqual([]);
});

test('an answer given at once, on a slow line, is sent before its page is left', async ({
  kb,
  page,
  learningToaster: { url },
}) => {
  const got = await sentFrom(page);
  let scripts = 0;
  await page.route(/\.js$/, async (route) => {
    scripts += 1;
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue().catch(() => undefined);
  });
  await page.goto(url + answered);
  await card(kb, socket).getByRole('link', { name: tried.showMe }).click();
  await button(question(kb), outcome.noNext).click();
  await expect(kb.title).not.toHaveText(socket);
  await expect.poll(() => got.length).toBe(1);
  expect(scripts).toBeGreaterThan(0);
});

test('what was tried of the joint plan of the first questions is sent with its address', async ({
  kb,
  page,
  learningToaster: { url },
}) => {
  const got = await sentFrom(page);
  await page.goto(`${url}start/`);
  await kb.fixesIn(words.start.plan).first().click();
  const fix = new URL(page.url()).pathname.split('/').at(-2);
  await button(question(kb), worked).click();
  await expect.poll(() => got.length).toBe(1);
  const body = got[0]?.body ?? '';
  expect(body).toContain('"/start/#tried=1.');
  const [report] = readReports(body);
  expect(report?.marks.map((mark) => mark.fix)).toEqual([fix]);
});
