import type { Page } from 'playwright/test';
import { expect, test, words } from './knowledge-base.ts';

const { home, tried } = words;
const key = 'mendbook:tried:pops-up-at-once';
const minute = Math.floor(Date.now() / 6e4);

const remember = async (page: Page, marks: string): Promise<void> => {
  await page.addInitScript(
    ([name, text]) => {
      if (!sessionStorage.getItem('set')) localStorage.setItem(name, text);
      sessionStorage.setItem('set', 'yes');
    },
    [key, marks] as const,
  );
};

/** The sum of all shifts of the page so far, without those that follow a press. */
const shift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
            sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 300);
      }),
  );

for (const width of [360, 375, 1280])
  test(`home says at ${width} px where a returning reader was, moves nothing, and is quiet once they hide it`, async ({
    page,
    toaster,
  }) => {
    await page.setViewportSize({ width, height: 640 });
    await remember(page, `1.empty-crumb-tray_n_${minute.toString(36)}`);
    await page.goto(toaster.url);
    const welcome = page.locator('welcome-back');
    const link = welcome.getByRole('link');
    await expect(link).toHaveText('The toaster pops up at once');
    await expect(welcome).toContainText(/You were at fix \d of \d:/);
    expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    expect(await shift(page)).toBeLessThan(0.001);
    await welcome.getByRole('button', { name: home.hideWereAt }).click();
    await expect(welcome).toHaveText(home.lead);
    await page.reload();
    await expect(welcome).toHaveText(home.lead);
    await page.waitForTimeout(300);
    await expect(link).toHaveCount(0);
  });

test('home says nothing of the kind where nothing is remembered, or where it worked', async ({
  page,
  toaster,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(toaster.url, { waitUntil: 'networkidle' });
  await expect(page.locator('welcome-back')).toHaveText(home.lead);
  await remember(page, `1.empty-crumb-tray_w_${minute.toString(36)}`);
  await page.goto(toaster.url, { waitUntil: 'networkidle' });
  await expect(page.locator('welcome-back')).toHaveText(home.lead);
  expect(asked.filter((url) => url.endsWith('plan.json'))).toEqual([]);
});

test('the plan says how much is left, and its picture shows what is seen once it works, and goes back', async ({
  page,
  toaster,
}) => {
  await page.goto(`${toaster.url}symptoms/pops-up-at-once/`);
  const picture = page.locator('#picture');
  const [before] = [await picture.getByRole('img').getAttribute('aria-label')];
  const card = page.locator('.card').first();
  await card.getByRole('button', { name: tried.results.n }).click();
  await expect(page.getByRole('region', { name: tried.title })).toContainText(
    /^\s*1 of \d+ tried, at most \d+ min left/,
  );
  const next = page.locator('.card[data-next]');
  await next.getByRole('button', { name: tried.results.w }).click();
  await expect(picture.getByRole('img')).toHaveAccessibleName('A golden slice.');
  await expect(page.getByRole('region', { name: tried.title })).not.toContainText('min left');
  await page.locator('.card[data-result=w]').getByRole('button', { name: tried.results.w }).click();
  await expect(picture.getByRole('img')).toHaveAccessibleName(before!);
});
