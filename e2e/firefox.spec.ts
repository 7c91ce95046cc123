import { startServer } from '../src/server/static-server.ts';
import { firefoxPath, startFirefox, type FirefoxPage } from './firefox.ts';
import { expect, test as base, words } from './knowledge-base.ts';

const test = base.extend<{ firefox: FirefoxPage }>({
  firefox: async ({}, use) => {
    const firefox = await startFirefox(firefoxPath ?? '');
    await use(firefox);
    await firefox.close();
  },
});

test.skip(firefoxPath === undefined, 'No Firefox is installed here, and `KB_FIREFOX` names none.');

const title = `document.querySelector('h1').textContent.trim()`;
const link = (text: string): string =>
  `[...document.querySelectorAll('main a')].find((a) => a.textContent.includes(${JSON.stringify(text)}))`;

/** Goes through a plan as a reader does: an answer, the search, a step. */
async function walk(firefox: FirefoxPage, home: string, index: string): Promise<void> {
  await firefox.open(`${home}${index}`);
  await firefox.value(`${link('Pops up at once')}.click()`);
  await firefox.until(`location.href === ${JSON.stringify(`${home}symptoms/pops-up-at-once/${index}`)}`);
  await firefox.value(`${link('It stays dark')}.click()`);
  await firefox.until(`location.href.endsWith('lamp-off/${index}#plan')`);
  await firefox.type('/');
  await firefox.until(`document.activeElement.matches('input')`);
  await firefox.type('crumb tray');
  await firefox.until(
    `document.querySelector('[role=option]')?.textContent.includes('Empty the crumb tray')`,
  );
  await firefox.value(`document.querySelector('[role=option]').click()`);
  await firefox.until(`/empty-crumb-tray/.test(location.href) && ${title} === 'Empty the crumb tray'`);
  await firefox.open(`${home}search/${index}?q=tray`);
  await firefox.until(`Boolean(${link('Empty the crumb tray')})`);
  await firefox.open(`${home}fixes/empty-crumb-tray/${index}?from=pops-up-at-once#on-the-back-near-the-base`);
  await firefox.until(`document.activeElement.id === 'on-the-back-near-the-base'`);
  // A script that is on its way when the next page opens counts as an error in Firefox.
  await firefox.until(`Boolean(document.querySelector('.step-bar'))`);
  expect(firefox.errors).toEqual([]);
}

/** Says of a fix that it did not help, and sees it in the plan. */
async function mark(firefox: FirefoxPage, home: string, index: string): Promise<void> {
  const no = `[...document.querySelectorAll('main button')].find((button) => button.textContent.includes(${JSON.stringify(words.outcome.no)}))`;
  await firefox.open(`${home}fixes/try-another-socket/${index}?from=pops-up-at-once`);
  await firefox.until(`Boolean(${no})`);
  await firefox.value(`${no}.click()`);
  await firefox.until(`/fixes\\/unplug-and-cool/.test(location.href)`);
  await firefox.open(`${home}symptoms/pops-up-at-once/${index}`);
  await firefox.until(
    `document.querySelector('main').textContent.includes(${JSON.stringify(words.tried.results.n)})`,
  );
  expect(firefox.errors).toEqual([]);
}

test('Firefox opens the folder from a disk: its links, search, step links and marks', async ({
  firefox,
  folder,
}) => {
  await walk(firefox, folder.url, 'index.html');
  await mark(firefox, folder.url, 'index.html');
});

test('Firefox goes through the site, and goes on when its host is gone', async ({ firefox, toaster }) => {
  const host = await startServer({ dir: toaster.dir, port: 0, host: '127.0.0.1' });
  try {
    await walk(firefox, host.url, '');
    await firefox.open(`${host.url}fixes/reset-browning-memory/?from=pops-up-at-once`);
    await firefox.until(
      `getComputedStyle(document.querySelector('[data-offline]')).visibility === 'visible'`,
    );
  } finally {
    await host.close();
  }
  await walk(firefox, host.url, '');
  await mark(firefox, host.url, '');
});
