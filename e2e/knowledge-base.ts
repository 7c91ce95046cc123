import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, type Locator, type Page } from 'playwright/test';
import { startServer } from '../src/server/static-server.ts';
import { wordsOf } from '../src/words/words-of.ts';
import { buildOnce, root, scratch } from './build-site.ts';
import { packedFolder, type Folder } from './packed-folder.ts';

const words = wordsOf('en');

/** The parts of the site, found as a reader finds them: by role and visible name. Specs hold no selectors of their own. */
export class KnowledgeBase {
  readonly page: Page;
  readonly main: Locator;
  readonly title: Locator;
  readonly breadcrumbs: Locator;
  readonly skipLink: Locator;
  readonly support: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.title = page.getByRole('heading', { level: 1 });
    this.breadcrumbs = page.getByRole('navigation', { name: words.page.breadcrumbs });
    this.skipLink = page.getByRole('link', { name: words.page.skip });
    this.support = page.getByRole('contentinfo').getByRole('region');
  }

  /** A part of a page by its heading, such as the plan. */
  part(heading: string): Locator {
    return this.main.getByRole('region', { name: heading, exact: true });
  }

  link(name: string | RegExp): Locator {
    return this.main.getByRole('link', { name });
  }

  /** The fixes of one part of a plan, in order. */
  fixesIn(part: string): Locator {
    return this.part(part).getByRole('heading', { level: 3 }).getByRole('link');
  }

  /** Links from a page to articles of a kind. */
  linksTo(folder: 'symptoms' | 'causes' | 'fixes'): Locator {
    return this.main
      .getByRole('link')
      .and(this.page.locator(`[href^="/${folder}/"]:not([href="/${folder}/"])`));
  }

  /** The numbered steps of a fix. */
  get steps(): Locator {
    return this.page.locator('[id].step');
  }

  /** The results of the search page. */
  get searchRegion(): Locator {
    return this.page.locator('[data-search-state]');
  }

  get results(): Locator {
    return this.page.locator('[data-result]');
  }

  /** Asks the search page of the site under test; the addresses of the results, best first. */
  async search(query: string): Promise<readonly string[]> {
    await this.page.goto(`/search/?q=${encodeURIComponent(query)}`);
    await this.page
      .locator('[data-search-state="done"], [data-search-state="empty"]')
      .waitFor({ state: 'attached' });
    return this.results.evaluateAll((results) =>
      results.map((result) => result.querySelector('a')?.getAttribute('href') ?? ''),
    );
  }

  /** Moves the focus with the Tab key until it is on the link, then opens it. */
  async openByKeyboard(link: Locator): Promise<void> {
    const target = await link.first().elementHandle();
    for (let presses = 0; presses < 300; presses += 1) {
      await this.page.keyboard.press('Tab');
      if (await this.page.evaluate((element) => document.activeElement === element, target)) {
        await this.page.keyboard.press('Enter');
        return;
      }
    }
    throw new Error('The Tab key never reached the link.');
  }
}

const toaster = 'e2e/fixtures/toaster';
export const pods = 'e2e/fixtures/pods';
export const germanToaster = 'e2e/fixtures/toaster-de';
const feedback = 'feedback: { endpoint: "https://answers.example/in", mail: crumbs@answers.example }';

/** A built and served site other than the one under test. */
export interface Site {
  readonly dir: string;
  readonly url: string;
}

/** Serves the built site of another knowledge base for as long as `use` takes. */
export async function withSite(
  content: string,
  use: (site: Site) => Promise<void>,
  prepare?: () => void,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const dir = await buildOnce(content, prepare, environment);
  const server = await startServer({ dir, port: 0, host: '127.0.0.1' });
  try {
    await use({ dir, url: server.url });
  } finally {
    await server.close();
  }
}

interface Sites {
  readonly toaster: Site;
  readonly folder: Folder;
  readonly askingToaster: Site;
  readonly learningToaster: Site;
  readonly largeToaster: Site;
  readonly german: Site;
  readonly podsSite: Site;
  readonly below: Site;
}

/** Where the host of `below` has it. */
export const pathBelow = '/help/messages/';

/**
 * The test of every spec. A worker and its browser serve only tests with the same fixtures of a worker, so a site that one spec alone needs
 * is a fixture of its tests: it is built once all the same.
 */
export const test = base.extend<{ kb: KnowledgeBase }, Sites>({
  kb: async ({ page }, use) => use(new KnowledgeBase(page)),
  // Small and fictional: what it holds is known, so tests can name it.
  toaster: [async ({}, use) => withSite(toaster, use), { scope: 'worker', timeout: 300_000 }],
  // The same as a folder on a disk, in a place whose name has a space and a sign.
  folder: [
    async ({ toaster }, use, { workerIndex }) =>
      use(await packedFolder(toaster.dir, join(scratch, `a folder #${workerIndex}`))),
    { scope: 'worker', timeout: 300_000 },
  ],
  // The same of another owner, who asks for answers and has not said where the site will be.
  askingToaster: [
    async ({}, use) => {
      const content = join(scratch, 'asking-toaster');
      await withSite(content, use, () => {
        cpSync(join(root, toaster), content, { recursive: true });
        const file = join(content, 'site.yaml');
        const site = readFileSync(file, 'utf8').replace(/^url: .*\n/m, '');
        writeFileSync(file, `${site}${feedback}\n`);
      });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  // The same of an owner who asks for all that was tried, and has learned from it.
  learningToaster: [
    async ({}, use) => {
      const content = join(scratch, 'learning-toaster');
      await withSite(content, use, () => {
        cpSync(join(root, toaster), content, { recursive: true });
        const file = join(content, 'site.yaml');
        const asks =
          'agent: true\nembed: true\nfeedback: { endpoint: "https://answers.example/in", tried: true, truth: 0.99 }';
        writeFileSync(file, `${readFileSync(file, 'utf8')}${asks}\n`);
        writeFileSync(
          join(content, 'evidence.yaml'),
          `reports:\n  pops-up-at-once:\n    - { tried: [try-another-socket], worked: true, times: 57 }\n    - { tried: [try-another-socket], worked: false, times: 46 }\n`,
        );
      });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  // The same, taken for a knowledge base that outgrows the small index of the search, of an owner who wants no files of facts.
  largeToaster: [
    async ({}, use) => {
      const content = join(scratch, 'large-toaster');
      const copy = (): void => {
        cpSync(join(root, toaster), content, { recursive: true });
        writeFileSync(join(content, 'site.yaml'), 'machines: { json: false }\n', { flag: 'a' });
      };
      await withSite(content, use, copy, { KB_SMALL_INDEX: '0' });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  // That of the guide, on a technical subject.
  podsSite: [async ({}, use) => withSite(pods, use), { scope: 'worker', timeout: 300_000 }],
  // The toaster below a path of a host that has other things as well, with a screenshot.
  below: [
    async ({}, use) => {
      const content = join(scratch, 'toaster-below-a-path');
      await withSite(content, use, () => {
        cpSync(join(root, toaster), content, { recursive: true });
        const file = join(content, 'site.yaml');
        const site = readFileSync(file, 'utf8').replace(/^url: .*$/m, `url: https://example.org${pathBelow}`);
        writeFileSync(file, site);
        cpSync(
          join(root, 'e2e/fixtures/pods/pictures/events-of-a-pod.png'),
          join(content, 'pictures/screen.png'),
        );
        const article = join(content, 'fixes/try-another-socket.md');
        const text = readFileSync(article, 'utf8');
        writeFileSync(article, text.replace('## Steps', '![A screen](pictures/screen.png)\n\n## Steps'));
      });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  // A smaller one in another language.
  german: [async ({}, use) => withSite(germanToaster, use), { scope: 'worker', timeout: 300_000 }],
});

export { expect } from 'playwright/test';
export { words };
