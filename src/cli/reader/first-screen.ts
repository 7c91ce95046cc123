import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { launchOptionsFor } from '../browser/bring-browser.ts';
import { withBuiltSite } from '../browser/with-built-site.ts';
import { readArguments, type Command } from '../command.ts';
import { tagsIn, valueOf } from '../../html/tags.ts';
import { firstScreenTable, isSeen, type Arrival, type FirstAction } from '../../reports/first-screen.ts';

const usage = 'Use `kb first-screen [--dir dist] [--width 375] [--height 553] [--strict]`.';

/**
 * `first-screen` measures how far down the first thing to do stands on every page of a symptom, and the first step on every page of a
 * fix, from a plan and from a search, on a small phone. `--strict` fails where it is not on the first screen of a symptom, or of a fix that one comes to from a plan.
 */
export const firstScreen: Command = async (args, { root }) => {
  const read = readArguments(args, usage, {
    options: {
      dir: { type: 'string' },
      width: { type: 'string', default: '375' },
      height: { type: 'string', default: '553' },
      strict: { type: 'boolean', default: false },
    },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const { dir: folder, strict } = read.values;
  const [width, height] = [Number(read.values.width), Number(read.values.height)];
  if (!(width > 0 && height > 0)) return { code: 1, error: `A screen has a width and a height. ${usage}` };
  return withBuiltSite(root, folder, async ({ dir, url, browser: found }) => {
    const browser = await chromium.launch(launchOptionsFor(found.path));
    try {
      const context = await browser.newContext({
        viewport: { width, height },
        hasTouch: true,
        isMobile: true,
        serviceWorkers: 'block',
      });
      const page = await context.newPage();
      const measure = async (addresses: readonly string[]): Promise<readonly FirstAction[]> => {
        const actions: FirstAction[] = [];
        for (const address of addresses) actions.push(await firstActionOf(page, address, url));
        return actions;
      };
      const fixes = pagesIn(dir, 'fixes');
      const from = plansLeadingTo(dir);
      const arrivals: readonly Arrival[] = [
        { title: 'Symptoms', pages: await measure(pagesIn(dir, 'symptoms')) },
        {
          title: 'Fixes, from a plan',
          pages: await measure(fixes.flatMap((fix) => from.get(fix) ?? [])),
        },
        { title: 'Fixes, from a search', pages: await measure(fixes) },
      ];
      const hidden = arrivals.slice(0, 2).flatMap(({ pages }) => pages.filter((one) => !isSeen(one, height)));
      return { code: strict && hidden.length > 0 ? 1 : 0, output: firstScreenTable(arrivals, height) };
    } finally {
      await browser.close();
    }
  });
};

/** The addresses of all pages of one kind. */
function pagesIn(dir: string, kind: string): readonly string[] {
  return readdirSync(join(dir, kind), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `/${kind}/${name}/`)
    .filter((path) => readFileSync(join(dir, path, 'index.html'), 'utf8').includes('<main'))
    .sort();
}

/** A link from a plan for each fix that stands in one: of the first symptom by its id. */
function plansLeadingTo(dir: string): ReadonlyMap<string, string> {
  const links = pagesIn(dir, 'symptoms')
    .flatMap((path) => tagsIn(readFileSync(join(dir, path, 'index.html'), 'utf8')))
    .flatMap((tag) => (tag.name === 'a' ? (valueOf(tag, 'href') ?? []) : []))
    .filter((href) => /^\/fixes\/[^?]+\?from=/.test(href));
  return new Map(links.reverse().map((href) => [href.replace(/\?.*/, ''), href]));
}

async function firstActionOf(page: Page, path: string, url: string): Promise<FirstAction> {
  await page.goto(new URL(path, url).href, { waitUntil: 'networkidle' });
  const { top, line } = await page.evaluate(() => {
    const isThere = (element: Element): boolean => element.getClientRects().length > 0;
    const step = [
      ...document.querySelectorAll(
        'main .step, main .card[data-next] .first-steps li, main .card[data-next] .button',
      ),
    ].find(isThere);
    const range = document.createRange();
    if (step) range.selectNodeContents(step);
    const [first] = [...range.getClientRects()].filter(({ height }) => height > 4);
    return {
      top: step && Math.round(step.getBoundingClientRect().top + scrollY),
      line: first && Math.round(first.bottom + scrollY),
    };
  });
  return { page: path, top, line };
}
