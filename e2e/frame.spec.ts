import { expect, test, words } from './knowledge-base.ts';

const phone = { width: 375, height: 553 };
const { page: say, kinds, glossary, links } = words;
const fix = 'fixes/empty-crumb-tray/';

test.describe('on a phone', () => {
  test.use({ viewport: phone });

  test('a menu opens the ways in, goes with Escape, and gives the focus back', async ({ page, toaster }) => {
    await page.goto(`${toaster.url}${fix}`);
    const menu = page.getByRole('banner').locator('summary');
    const ways = page.getByRole('navigation', { name: say.menu });
    await expect(menu).toHaveAccessibleName(say.menu);
    await expect(ways).toBeHidden();
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.waitForLoadState('networkidle');
    await expect(ways.getByRole('link')).toHaveText([
      kinds.symptom.many,
      kinds.cause.many,
      kinds.fix.many,
      glossary.title,
      say.share,
    ]);
    for (const link of await ways.getByRole('link').all())
      expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await page.keyboard.press('Tab');
    await expect(ways.getByRole('link').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(ways).toBeHidden();
    await expect(menu).toBeFocused();
  });

  test('a press beside the menu closes it', async ({ page, toaster }) => {
    await page.goto(`${toaster.url}${fix}`);
    await page.getByRole('banner').locator('summary').click();
    // What closes it is loaded once it is open.
    await page.waitForLoadState('networkidle');
    await page.mouse.click(200, 520);
    await expect(page.getByRole('navigation', { name: say.menu })).toBeHidden();
  });

  test.describe('without a script', () => {
    test.use({ javaScriptEnabled: false });

    test('the menu opens, and the link of the page is a plain link', async ({ page, toaster }) => {
      await page.goto(`${toaster.url}${fix}?from=pops-up-at-once`);
      await page.getByRole('banner').locator('summary').click();
      const ways = page.getByRole('navigation', { name: say.menu });
      await expect(ways.getByRole('link', { name: kinds.fix.many })).toHaveAttribute('aria-current', 'true');
      await ways.getByRole('link', { name: say.share }).click();
      await expect(page).toHaveURL(`${toaster.url}${fix}`);
    });

    test('no choice of colours is offered that would do nothing', async ({ page, toaster }) => {
      await page.goto(`${toaster.url}${fix}`);
      await expect(page.getByLabel(say.theme.label)).toBeHidden();
    });
  });

  test('the header is one row', async ({ page, toaster }) => {
    for (const width of [320, 360, 375, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      await page.goto(`${toaster.url}${fix}`);
      const { height } = (await page.getByRole('banner').boundingBox())!;
      expect(height, `${width} px`).toBeLessThanOrEqual(49);
    }
  });
});

test('on a wide screen the ways in stand in the header, and the one that the page belongs to is named', async ({
  page,
  toaster,
}) => {
  await page.goto(`${toaster.url}fixes/`);
  const ways = page.getByRole('navigation', { name: say.menu });
  await expect(ways.getByRole('link', { name: kinds.fix.many })).toHaveAttribute('aria-current', 'page');
  await expect(ways.getByRole('link', { name: kinds.cause.many })).not.toHaveAttribute('aria-current', /./);
  await expect(page.getByRole('banner').locator('summary')).toBeHidden();
});

test('the page is shared with its own address, which is said aloud', async ({ page, context, toaster }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${toaster.url}${fix}?from=pops-up-at-once`);
  await page.getByRole('link', { name: say.share }).click();
  await expect(page.getByRole('status').filter({ hasText: links.copied })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${toaster.url}${fix}`);
});

test('light or dark is chosen, kept, and there before anything is shown', async ({ page, toaster }) => {
  const shows = (paper: string): Promise<void> =>
    expect(page.locator('body')).toHaveCSS('background-color', paper);
  const bar = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLMetaElement>('[name=theme-color]')].map(({ content }) => content),
    );
  const [light, dark] = ['rgb(251, 250, 247)', 'rgb(22, 24, 26)'];
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`${toaster.url}${fix}`);
  const choice = page.getByLabel(say.theme.label);
  await expect(choice).toHaveValue('');
  await choice.selectOption(say.theme.dark);
  await shows(dark);
  await expect.poll(bar).toEqual(['#16181a', '#16181a']);

  // The files of scripts never come: what is kept is shown all the same.
  await page.route(/\.js$/, (route) => route.abort());
  await page.reload();
  await shows(dark);
  await page.unroute(/\.js$/);

  await page.reload();
  await expect(choice).toHaveValue('dark');
  await page.emulateMedia({ media: 'print' });
  await shows('rgb(255, 255, 255)');
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await choice.selectOption(say.theme.light);
  await shows(light);
  await choice.selectOption(say.theme.auto);
  await shows(dark);
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});
