import { deepEqual, equal, ok } from 'node:assert/strict';
import { contentDirOf } from '../src/articles/content-dir.ts';
import { launchOptionsFor } from '../src/cli/browser/bring-browser.ts';
import { openSite } from '../src/cli/mcp/site.ts';
import { siteFiles } from '../src/cli/mcp/site-files.ts';
import { callTool } from '../src/domain/tools/answer.ts';
import { toolDefinitions } from '../src/domain/tools/tool-list.ts';
import { textOf, treeIn, type Tree } from '../src/html/tree.ts';
import { planFileOf, takePlansOf } from '../src/articles/remembered/plan-cache.ts';
import { root } from './build-site.ts';
import { dist, pagesOf } from './built-site.ts';
import { expect, pathBelow as path, test } from './knowledge-base.ts';
import type { Page } from 'playwright/test';

// Chromium has WebMCP behind this flag, as `document.modelContext`.
const own = launchOptionsFor(process.env['KB_CHROMIUM']);
test.use({ launchOptions: { ...own, args: [...(own.args ?? []), '--enable-features=WebMCP'] } });

interface Move {
  readonly id: string;
  readonly minutes: number;
}
interface Plan {
  readonly url: string;
  readonly plan: readonly Move[];
  readonly belowStop: readonly Move[];
  readonly lastResort: readonly Move[];
  readonly next?: string;
  readonly ask?: { readonly id: string; readonly title: string; readonly answers: readonly Answer[] };
}
interface Answer {
  readonly id: string;
  readonly label: string;
  readonly url: string;
}
interface Given {
  readonly symptom: string;
  readonly device?: string;
  readonly answers: Readonly<Record<string, string>>;
}

// Tens of thousands of comparisons: each `expect` would be a step that Playwright keeps, and looks for among all before it.
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Every element below one that fits, in the order of the page. */
function allIn({ inside }: Tree, fits: (tree: Tree) => boolean): readonly Tree[] {
  return inside.flatMap((part) =>
    typeof part === 'string' ? [] : [...(fits(part) ? [part] : []), ...allIn(part, fits)],
  );
}

const hasClass = (name: string) => (tree: Tree) =>
  tree.attributes['class']?.split(' ').includes(name) ?? false;
const linksIn = (tree: Tree): readonly Tree[] => allIn(tree, ({ name }) => name === 'a');
const hrefOf = ({ attributes }: Tree): string => attributes['href'] ?? '';

for (const which of ['own', 'toaster', 'german'] as const)
  test(`on every page of every symptom, for every device and every answer, a program gets what the page shows: ${which} site`, async ({
    toaster,
    german,
  }) => {
    test.setTimeout(180_000);
    // What the build has planned need not be planned again where a program plans out of the very same figures.
    takePlansOf(planFileOf(root, contentDirOf(root)));
    const dir = which === 'own' ? dist : which === 'toaster' ? toaster.dir : german.dir;
    const site = await openSite(siteFiles(dir), dir);
    if ('error' in site) throw new Error(site.error);
    const mains = new Map(
      pagesOf(dir)
        .filter(({ path, kind }) => /^\/symptoms\/./.test(path) && kind !== 'redirect')
        .map(({ path, html }) => [path, treeIn(html, 'main')!]),
    );
    const pathOf = (url: string): string => `/${url.slice(site.graph.url.length)}`;
    const met = new Set<string>();

    /** Compares a page with the plan of a program, and goes on to where each of its answers leads. */
    const follow = async (page: string, given: Given): Promise<void> => {
      const main = mains.get(page)!;
      const said = JSON.stringify(given);
      const { structuredContent, content } = await callTool(() => site, 'plan', given);
      ok(structuredContent, `${said}: ${content[0]?.text}`);
      const plan = structuredContent as unknown as Plan;
      equal(pathOf(plan.url), page, said);
      met.add(page);
      const cards = allIn(main, (tree) => tree.name === 'li' && tree.attributes['data-fix'] !== undefined);
      const told = [...plan.plan, ...plan.belowStop, ...plan.lastResort].map(({ id }) => id);
      deepEqual(
        cards.map(({ attributes }) => attributes['data-fix']),
        told,
        said,
      );
      const first = cards.find(({ attributes }) => attributes['data-next'] !== undefined);
      equal(plan.next, first?.attributes['data-fix'], said);
      const [ask] = allIn(main, hasClass('ask'));
      equal(
        plan.ask?.title,
        ask && oneLine(textOf(allIn(ask, ({ attributes }) => attributes['id'] === 'question-title')[0]!)),
        said,
      );
      if (!ask || !plan.ask) return;
      const links = linksIn(ask);
      equal(links.length, plan.ask.answers.length + 1, said);
      for (const [index, link] of links.entries()) {
        const answer: Answer | undefined = plan.ask.answers[index];
        if (answer) equal(oneLine(textOf(link)), answer.label, said);
        const [to] = hrefOf(link).split('#');
        const answers = { ...given.answers, [plan.ask.id]: answer?.id ?? 'not-sure' };
        // Where nothing more is asked, who is not sure stays on the page.
        if (to !== '') await follow(to!, { ...given, answers });
        else {
          const stays = await callTool(() => site, 'plan', { ...given, answers });
          deepEqual(stays.structuredContent, plan, said);
        }
      }
    };

    for (const symptom of site.graph.symptoms) {
      const page = pathOf(symptom.url);
      const [row] = allIn(mains.get(page)!, hasClass('devices'));
      const choices = row ? linksIn(row) : [];
      await follow(page, { symptom: symptom.id, answers: {} });
      for (const { id } of site.graph.devices) {
        const choice = choices.find(({ attributes }) => attributes['data-covers']?.split(' ').includes(id));
        await follow(choice ? hrefOf(choice) : page, { symptom: symptom.id, device: id, answers: {} });
      }
    }
    // Only the pages for any device where none of them is the first one have an address of their own.
    expect([...mains.keys()].filter((one) => !met.has(one) && !one.includes('/on/any/'))).toEqual([]);
    expect(met.size).toBeGreaterThan(which === 'own' ? 6 : 2);
  });

/** Calls a tool as the agent of the browser does. */
async function call<T>(page: Page, name: string, given: object): Promise<T> {
  const answer = (await page.webmcp.callTool(name, given as never)) as {
    readonly isError?: boolean;
    readonly content: readonly { readonly text: string }[];
    readonly structuredContent: unknown;
  };
  expect(answer.isError, answer.content[0]?.text).toBeFalsy();
  return answer.structuredContent as T;
}

async function faultOf(page: Page, name: string, given: object): Promise<string> {
  const answer = (await page.webmcp.callTool(name, given as never)) as {
    readonly isError?: boolean;
    readonly content: readonly { readonly text: string }[];
  };
  expect(answer.isError).toBe(true);
  return answer.content[0]?.text ?? '';
}

/** The names of the tools of a page, once all of its own are there. */
async function toolNames(page: Page): Promise<readonly string[]> {
  const names = async (): Promise<readonly string[]> => (await page.webmcp.tools()).map(({ name }) => name);
  await expect.poll(names).toContain('step');
  return names();
}

/** Notes what a page loads, and what its policy refuses. */
function watch(page: Page): { readonly loaded: string[]; readonly refused: string[] } {
  const [loaded, refused]: [string[], string[]] = [[], []];
  page.on('request', (request) => void loaded.push(request.url()));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text());
  });
  return { loaded, refused };
}

test('a page offers the tools of `kb mcp` with the same words and schemas, and loads what answers them with the first call', async ({
  page,
  toaster,
}) => {
  const { loaded, refused } = watch(page);
  await page.goto(`${toaster.url}symptoms/pops-up-at-once/`);
  await toolNames(page);
  const tools = await page.webmcp.tools();
  for (const { name, description, inputSchema } of toolDefinitions())
    expect(tools).toContainEqual(expect.objectContaining({ name, description, inputSchema }));
  expect(loaded.filter((url) => /answer-tools|graph\.json|search-index/.test(url))).toEqual([]);

  const plan = await call<Plan>(page, 'plan', { symptom: 'pops-up-at-once' });
  const cards = page.locator('li.card[data-minutes]');
  expect(plan.plan.map(({ id }) => id)).toEqual(
    await cards.evaluateAll((all) => all.map((card) => (card as HTMLElement).dataset['fix'])),
  );
  expect(loaded.filter((url) => url.includes('search-index'))).toEqual([]);
  const { results } = await call<{ results: readonly { id: string }[] }>(page, 'search', {
    query: 'toast pops up at once',
  });
  expect(results[0]?.id).toBe('pops-up-at-once');
  const { steps } = await call<{ steps: readonly { url: string; text: string }[] }>(page, 'next_fix', {
    symptom: 'pops-up-at-once',
    tried: [plan.next],
  });
  const step = await call<{ text: string }>(page, 'step', { permalink: steps[0]?.url });
  expect(step.text).toBe(steps[0]?.text);
  const fix = await call<{ title: string }>(page, 'get', { id: 'empty-crumb-tray' });
  expect(fix.title).toBe('Empty the crumb tray');
  expect(loaded.filter((url) => !url.startsWith(toaster.url))).toEqual([]);
  expect(refused).toEqual([]);
});

test('after fixes that did not help, a program gets the plan that the page works out anew', async ({
  page,
  toaster,
}) => {
  await page.goto(`${toaster.url}symptoms/stays-cold/`);
  await toolNames(page);
  const { plan } = await call<Plan>(page, 'plan', { symptom: 'stays-cold' });
  const shown = page.locator('section:is(:has(#plan), :has(#then)) > ol > li[data-fix]');
  await page.locator('tried-before summary').click();
  const tried: string[] = [];
  for (const { id } of plan) {
    tried.push(id);
    await page.locator(`tried-before input[value="${id}"]`).check();
    const told = await call<Plan>(page, 'plan', { symptom: 'stays-cold', tried });
    await expect
      .poll(() => shown.evaluateAll((all) => all.map((card) => (card as HTMLElement).dataset['fix'])))
      .toEqual(told.plan.map((move) => move.id));
  }
  expect(tried.length).toBeGreaterThan(2);
});

test('what is wrong with a call is an error that says what is meant, as of `kb mcp`', async ({
  page,
  toaster,
}) => {
  await page.goto(toaster.url);
  await toolNames(page);
  const site = await openSite(siteFiles(toaster.dir), toaster.dir);
  if ('error' in site) throw new Error(site.error);
  for (const [name, given, meant] of [
    ['plan', { symptom: 'pops-up' }, '`pops-up-at-once`'],
    ['plan', { symptom: 'pops-up-at-once', device: 'ap' }, '`app`'],
    ['plan', { symptom: 'pops-up-at-once', tried: ['try-other-socket'] }, '`try-another-socket`'],
    [
      'plan',
      { symptom: 'pops-up-at-once', answers: { 'does-lamp-come-on': 'x' } },
      '`does-the-lamp-come-on`',
    ],
    ['next_fix', { symptm: 'x' }, '`symptom`'],
    ['get', { id: 'empty-crum-tray' }, '`empty-crumb-tray`'],
    [
      'step',
      { permalink: '/fixes/empty-crumb-tray/#pull-the-tray-straight-ou' },
      '`pull-the-tray-straight-out`',
    ],
    ['search', {}, '`query`'],
  ] as const) {
    const fault = await faultOf(page, name, given);
    expect(fault, JSON.stringify(given)).toContain(meant);
    expect(fault).toBe((await callTool(() => site, name, given)).content[0]?.text);
  }
});

test('the forms that search are tools themselves, and say what they and their fields are', async ({
  page,
  toaster,
}) => {
  for (const path of ['', 'search/', 'nothing-here/']) {
    await page.goto(toaster.url + path);
    await toolNames(page);
    const form = (await page.webmcp.tools()).find(({ name }) => name === 'search_pages');
    expect(form?.description, path).toBeTruthy();
    const { properties } = form!.inputSchema as { properties: Record<string, { description?: string }> };
    expect(Object.keys(properties), path).toContain('q');
    for (const [field, { description }] of Object.entries(properties))
      expect(description, `${path} ${field}`).toBeTruthy();
  }
  // From a page without results the form leads to the page of results.
  await page.goto(toaster.url);
  await toolNames(page);
  await page.webmcp.callTool('search_pages', { q: 'crumbs' });
  await expect(page).toHaveURL(`${toaster.url}search/?q=crumbs`);
  await expect(page.locator('[data-search-state="done"]')).toBeAttached();
  // There it shows its results, and the agent gets them too.
  await toolNames(page);
  const { results } = await call<{ results: readonly { title: string }[] }>(page, 'search_pages', {
    q: 'toast pops up at once',
  });
  expect(results[0]?.title).toBe('The toaster pops up at once');
  await expect(page.locator('[data-result] a').first()).toHaveText(/pops up at once/);
});

test('below a path of a host, tools read below that path only', async ({ page, below }) => {
  const { loaded, refused } = watch(page);
  await page.goto(`${below.url}fixes/empty-crumb-tray/`);
  await toolNames(page);
  const plan = await call<Plan>(page, 'plan', { symptom: 'pops-up-at-once' });
  expect(plan.url).toBe(`https://example.org${path}symptoms/pops-up-at-once/`);
  const { results } = await call<{ results: readonly { url: string }[] }>(page, 'search', {
    query: 'crumbs',
  });
  expect(results[0]?.url).toContain(`https://example.org${path}`);
  await call(page, 'step', { permalink: `${path}fixes/empty-crumb-tray/#pull-the-tray-straight-out` });
  expect(loaded.filter((url) => !url.startsWith(below.url))).toEqual([]);
  expect(refused).toEqual([]);
});

test('a site without files of facts offers no tools but its form', async ({
  page,
  largeToaster: without,
}) => {
  const { loaded } = watch(page);
  await page.goto(without.url, { waitUntil: 'networkidle' });
  expect((await page.webmcp.tools()).map(({ name }) => name)).toEqual(['search_pages']);
  expect(loaded.filter((url) => /answer-tools|graph\.json/.test(url))).toEqual([]);
});
