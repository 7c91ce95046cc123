import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { root, scratch } from './build-site.ts';
import { dist, pagesOf, type BuiltPage } from './built-site.ts';
import { expect, test, withSite } from './knowledge-base.ts';
import { overflowOf } from './overflow.ts';

const pages = pagesOf(dist).filter(({ kind, path }) => kind !== 'redirect' && !path.startsWith('/go/'));

const sortOf = ({ kind, path }: BuiltPage): string =>
  kind === 'other' ? path.replace(/^\/browse\/.+/, '$1') : kind === 'index' ? path : kind;

/** The longest page of each kind; indexes and single pages each count as a kind. */
const onePerKind: readonly BuiltPage[] = [
  ...new Map(
    pages.toSorted((a, b) => a.html.length - b.html.length).map((page) => [sortOf(page), page]),
  ).values(),
];

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 375, height: 553 } });

  for (const { path } of onePerKind)
    test(`everything to tap on ${path} is at least 44 px wide and high, but for links in sentences`, async ({
      page,
    }) => {
      await page.goto(path);
      expect(await smallTargetsOf(page)).toEqual([]);
    });
});

/** What is smaller than a finger: links among other words of a sentence and in drawings are left out, as WCAG 2.5.5 does. */
function smallTargetsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true;
    const inSentence = (element: Element): boolean =>
      getComputedStyle(element).display === 'inline' &&
      [...(element.parentElement?.childNodes ?? [])].some(
        (node) =>
          node !== element &&
          !(node instanceof Element && node.matches('.anchor, a, button')) &&
          (node.textContent ?? '').trim() !== '',
      );
    return [...document.querySelectorAll('a[href], button, input, select, summary, textarea')]
      .filter((element) => !element.closest('svg, .skip, .visually-hidden') && !inSentence(element))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box: { width, height } }) => width > 0 && height > 0 && (width < 43.5 || height < 43.5))
      .map(
        ({ element, box: { width, height } }) =>
          `${Math.round(width)} x ${Math.round(height)}: ${element.outerHTML.slice(0, 120)}`,
      );
  });
}

const longName = 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH';
const code = 'curl --verbose --location https://toaster.example/api/v2/status';

test(`names of ${longName.length} letters, tables of four columns and lines of ${code.length} signs stay on a screen of 320 px`, async ({
  page,
}) => {
  expect([longName.length, code.length]).toEqual([34, 63]);
  test.setTimeout(180_000);
  await withSite(wideContent(), async ({ url, dir }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const wide: string[] = [];
    for (const { path } of pagesOf(dir).filter(({ kind }) => kind !== 'redirect')) {
      await page.goto(url + path.slice(1));
      await page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
      wide.push(...(await overflowOf(page)));
    }
    expect(wide).toEqual([]);
    for (const fix of ['empty-crumb-tray', 'try-another-socket']) {
      await page.goto(`${url}fixes/${fix}/`);
      await page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
      for (const name of ['Table', 'Code']) {
        const box = page
          .getByRole('group', { name, exact: true })
          .filter({ hasText: /blinking|curl/ })
          .first();
        await box.press('ArrowRight');
        await expect
          .poll(() => box.evaluate((element) => element.scrollLeft), `${name} of ${fix}`)
          .toBeGreaterThan(0);
      }
    }
  });
});

/** The toaster with long names in all kinds of articles, and with what is wide in one of either format. */
function wideContent(): string {
  const content = join(scratch, 'wide');
  cpSync(join(root, 'e2e/fixtures/toaster'), content, { recursive: true });
  const edit = (file: string, change: (text: string) => string): void =>
    writeFileSync(join(content, file), change(readFileSync(join(content, file), 'utf8')));
  const rename = (text: string): string => text.replace(/^title: .*/m, `title: The app says ${longName}`);
  edit('symptoms/burns-every-slice.mdx', rename);
  edit('causes/thermostat-reads-hot.mdx', rename);
  edit('fixes/unplug-and-cool.mdx', rename);
  const wide = `\n| Light | Sound | What it means | What to do first |\n| --- | --- | --- | --- |\n| blinking twice | none | the thermometer is missing | ${longName} |\n\n\`\`\`sh\n${code}\n\`\`\`\n\nThe log says \`${code.replaceAll(' ', '_')}\`.\n`;
  for (const file of ['fixes/empty-crumb-tray.mdx', 'fixes/try-another-socket.md'])
    edit(file, (text) => text.replace(/\n## Steps/, `${wide}\n## Steps`));
  return content;
}
