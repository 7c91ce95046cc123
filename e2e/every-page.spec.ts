import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';
import { dist, inParts, pagesOf, templatesOf, withoutRepeats } from './built-site.ts';
import { expect, test } from './knowledge-base.ts';
import { brokenWordsOf, overflowOf } from './overflow.ts';
import { isOfTheTest } from './own-noise.ts';

const pages = withoutRepeats(pagesOf(dist).filter(({ kind }) => kind !== 'redirect'));
/** Where colours may differ: each sort of element, and the drawings of all symptoms. */
const byLook = new Set([...templatesOf(pages), ...pages.filter(({ kind }) => kind === 'symptom')]);
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wholePage: RunOptions = {
  resultTypes: ['violations'],
  // Style sheets are loaded for a single rule, which is an experiment and not run.
  preload: { assets: ['media'], timeout: 10_000 },
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  // 7 : 1 for words, which is 4.5 : 1 as well.
  rules: { 'color-contrast-enhanced': { enabled: true }, 'color-contrast': { enabled: false } },
};
const colours: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'rule', values: ['color-contrast-enhanced', 'link-in-text-block'] },
};

/** Twice the size on a phone, and 1,280 px at 400 %, which leaves the screen as it was. */
const largeLetters = [
  { width: 390, letters: '200%' },
  { width: 320, letters: '' },
];

declare const axe: { readonly run: (options: RunOptions) => Promise<AxeResults> };

for (const [index, part] of inParts(pages, 40).entries()) {
  test(`every page can be read by everyone, on a narrow screen, in large letters, in silence (part ${index + 1})`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    const noise: string[] = [];
    page.on('console', (message) => {
      if (!isOfTheTest(message.text())) noise.push(`${page.url()} ${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => noise.push(`${page.url()} ${error.message}`));
    // A request that is given up because the test goes on to the next page has not failed.
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText !== 'net::ERR_ABORTED')
        noise.push(`${page.url()} could not load ${request.url()}`);
    });
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(String(baseURL)) && !request.url().startsWith('data:'))
        elsewhere.push(`${page.url()} asked for ${request.url()}`);
    });
    await page.setViewportSize({ width: 320, height: 640 });
    // A script of all pages is compiled once; one that is sent to each page, each time.
    await page.addInitScript(axeSource);
    const barriers: string[] = [];
    const wide: string[] = [];
    const broken: string[] = [];
    for (const one of part) {
      await page.goto(one.path);
      wide.push(...(await overflowOf(page)));
      barriers.push(...(await barriersOn(page, `${one.path} light`, wholePage)));
      if (byLook.has(one)) {
        await page.emulateMedia({ colorScheme: 'dark' });
        barriers.push(...(await barriersOn(page, `${one.path} dark`, colours)));
        await page.emulateMedia({ colorScheme: 'light' });
      }
      if (one.path.startsWith('/go/')) continue;
      await page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
      for (const { width, letters } of largeLetters) {
        await page.setViewportSize({ width, height: 640 });
        await page.evaluate((size) => (document.documentElement.style.fontSize = size), letters);
        for (const what of [...(await overflowOf(page)), ...(await brokenWordsOf(page))])
          broken.push(`${width} px, ${letters}: ${what}`);
      }
    }
    expect.soft(barriers, 'barriers that axe finds').toEqual([]);
    expect.soft(wide, 'wider than a screen of 320 px').toEqual([]);
    expect.soft(broken, 'too wide or broken with large letters').toEqual([]);
    expect.soft(noise, 'messages in the console').toEqual([]);
    expect.soft(elsewhere, 'requests to other hosts').toEqual([]);
  });
}

for (const { path } of templatesOf(pages)) {
  test(`${path} fits every width from 320 to 1440 px, with large letters too`, async ({ page }) => {
    const wide: string[] = [];
    await page.goto(path);
    for (const letters of ['16px', '32px']) {
      // Larger letters as the browser's own setting makes them.
      await page.evaluate(
        (size) => (document.documentElement.style.fontSize = size === '16px' ? '' : size),
        letters,
      );
      for (const width of [320, 360, 412, 480, 600, 768, 900, 1024, 1280, 1440]) {
        if (letters === '32px' && width < 640) continue; // 200 % of 320 px: WCAG 1.4.4 and 1.4.10 together ask for no more.
        await page.setViewportSize({ width, height: 800 });
        wide.push(...(await overflowOf(page)).map((offender) => `${letters} ${width} px: ${offender}`));
      }
    }
    expect(wide).toEqual([]);
  });
}

async function barriersOn(page: Page, where: string, options: RunOptions): Promise<readonly string[]> {
  const { violations } = await page.evaluate((given) => axe.run(given), options);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${where}: ${id} (${help}) at ${target.join(' ')}: ${failureSummary?.split('\n').slice(1).join(' ').trim()}`,
    ),
  );
}
