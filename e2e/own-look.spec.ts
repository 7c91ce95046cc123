import { expect, test } from './knowledge-base.ts';

test('the tokens and the logo of an owner are those of every page, light and dark', async ({
  page,
  podsSite,
}) => {
  for (const path of ['', 'fixes/raise-the-memory-limit/', 'pages/about/'])
    for (const [colorScheme, paper, bar] of [
      ['light', 'rgb(247, 248, 251)', '#f7f8fb'],
      ['dark', 'rgb(17, 20, 26)', '#11141a'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${podsSite.url}${path}`);
      await expect(page.locator('body')).toHaveCSS('background-color', paper);
      await expect(page.locator(`meta[name=theme-color][media*=${colorScheme}]`)).toHaveAttribute(
        'content',
        bar,
      );
      const logo = page.getByRole('banner').getByRole('img', { name: 'Pods That Do Not Run' });
      expect((await logo.boundingBox())!.width).toBeGreaterThan(90);
      await expect(page.getByRole('banner').getByRole('link').first()).toHaveAccessibleName(
        'Pods That Do Not Run',
      );
    }
});
