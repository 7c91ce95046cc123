import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mock, test } from 'node:test';
import { staysFresh } from './freshness.ts';
import { buildOf, exampleBrowser, type Files } from './fixtures/browser.ts';

const page = (main: string): string => `<html lang=en><body><main id="main">${main}</main></body></html>`;
const saysSaved = '<p data-offline>Saved</p>';

/** A toaster's site: a plan with an answered page, its fixes, another plan, and a script that knows its build. */
const files = (build: string): Files => ({
  '/': page(`Home ${build}`),
  '/404.html': page('<h1>Nothing here</h1><p>Mistyped?</p>'),
  '/_astro/a.js': 'the same in all builds',
  [`/_astro/${build}.js`]: `script of ${build}`,
  '/search.json': `index of ${build}`,
  '/symptoms/cold/': page(
    `${build} <a href="/fixes/plug/?from=cold">Plug</a><a href="/fixes/reset/">Reset</a>`,
  ),
  '/symptoms/cold/lamp/on/': page(`${build} answered`),
  '/symptoms/burnt/': page(`${build} <a href=/fixes/dial/>Dial</a>`),
  '/symptoms/burnt/lamp/on/': page(`${build} answered`),
  '/fixes/plug/': page('Plug it in'),
  '/fixes/reset/': page(`${saysSaved} Reset <a href="/symptoms/cold/#plan">Cold</a>`),
  '/fixes/dial/': page('Turn the dial'),
});
const first = buildOf(files('one'), { moved: { '/go/plug/': '/fixes/plug/' } });
const second = buildOf(files('two'));

/** A browser whose reader has opened a page of a build, whose worker was then installed. */
async function visited(path = '/symptoms/cold/', build = first) {
  const browser = exampleBrowser();
  browser.serve(build);
  const opened = (await browser.open(path))!;
  ok(await browser.install(build));
  return { browser, opened };
}

test('After one page the reader goes on without a network: its plan with all answers, its fixes, the search, and nothing of other plans', async () => {
  const { browser, opened } = await visited();
  deepEqual(opened.messages, ['saved']);
  browser.online = false;
  deepEqual(
    (await browser.saved()).filter((path) => /symptoms|fixes/.test(path)),
    ['/fixes/plug/', '/fixes/reset/', '/symptoms/cold/', '/symptoms/cold/lamp/on/'],
  );
  match((await browser.open('/symptoms/cold/lamp/on/'))!.text, /one answered/);
  match((await browser.open('/fixes/plug/?from=cold'))!.text, /Plug it in/);
  equal(await browser.ask(opened, '/search.json?x=1'), 'index of one');
});

test('From a fix, the plan that it stands in is saved, with its other fixes', async () => {
  const { browser } = await visited('/fixes/reset/');
  const saved = await browser.saved();
  ok(saved.includes('/symptoms/cold/') && saved.includes('/fixes/plug/'));
  ok(!saved.includes('/symptoms/cold/lamp/on/'));
  ok((await (await visited('/fixes/reset/?from=cold')).browser.saved()).includes('/symptoms/cold/lamp/on/'));
});

test('A page says that it is saved when all that it leads on to is, and only then', async () => {
  const { browser } = await visited('/symptoms/burnt/');
  browser.replace({ '/fixes/plug/': 'torn' });
  const reset = (await browser.open('/fixes/reset/'))!;
  deepEqual(reset.messages, []);
  ok(!(await browser.open('/fixes/reset/'))!.text.includes('data-saved'));
  browser.replace({ '/fixes/plug/': first.files['/fixes/plug/']! });
  deepEqual((await browser.open('/fixes/reset/'))!.messages, ['saved']);
  match((await browser.open('/fixes/reset/'))!.text, /^<html data-saved lang=en>/);
});

test('A second visit saves all of a small site, and of a large one what that page leads on to', async () => {
  const small = buildOf(files('one'), { all: true });
  const { browser } = await visited('/', small);
  ok(!(await browser.saved()).includes('/fixes/dial/'));
  await browser.open('/');
  deepEqual(await browser.saved(), Object.keys(files('one')).sort());
  const large = await visited('/');
  await large.browser.open('/symptoms/burnt/');
  ok((await large.browser.saved()).includes('/fixes/dial/'));
  ok(!(await large.browser.saved()).includes('/fixes/plug/'));
});

test('A reader who saves data gets neither the answers nor the whole site', async () => {
  const small = buildOf(files('one'), { all: true });
  const browser = exampleBrowser();
  browser.saveData = true;
  browser.serve(small);
  await browser.open('/symptoms/cold/');
  ok(await browser.install(small));
  await browser.open('/symptoms/cold/');
  const saved = await browser.saved();
  ok(saved.includes('/fixes/plug/'));
  ok(!saved.includes('/symptoms/cold/lamp/on/') && !saved.includes('/fixes/dial/'));
});

test('Without a network a saved page says of which day it is, by the clock of the host', async () => {
  const { browser } = await visited();
  ok(!(await browser.open('/symptoms/cold/'))!.text.includes('offline'));
  browser.online = false;
  match(
    (await browser.open('/symptoms/cold/'))!.text,
    /<main id="main"><p class="link-note" role="status">You are offline since November 27, 2026\.<\/p>/,
  );
});

test('Nothing is thrown away by the clock: with one that is wrong by years, or with none, the pages are there', async () => {
  for (const date of ['Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 01 Jan 2100 00:00:00 GMT', 'no date']) {
    const browser = exampleBrowser();
    browser.date = date;
    browser.serve(first);
    await browser.open('/symptoms/cold/');
    ok(await browser.install(first));
    browser.online = false;
    match((await browser.open('/fixes/plug/'))!.text, /You are offline since .*Plug it in/);
  }
});

test('A page that is not saved says so, one that never was is lost, and one that has moved leads on', async () => {
  const { browser } = await visited();
  browser.online = false;
  const unsaved = (await browser.open('/fixes/dial/'))!;
  equal(unsaved.status, 503);
  match(unsaved.text, /You are offline.*<h1>Not saved<\/h1><p>It opens later\.<\/p>/);
  const lost = (await browser.open('/fixes/dail/'))!;
  equal(lost.status, 404);
  match(lost.text, /You are offline.*<h1>Nothing here<\/h1>/);
  match((await browser.open('/go/plug/'))!.text, /Plug it in/);
  match((await browser.open('/fixes/plug'))!.text, /Plug it in/);
});

test('A new build takes the place of the old one, asks only for what has changed, and keeps what was saved', async () => {
  const { browser, opened } = await visited();
  browser.close(opened);
  browser.serve(second);
  browser.asked.length = 0;
  ok(await browser.install(second));
  ok(!browser.asked.includes('/_astro/a.js') && !browser.asked.includes('/fixes/plug/'));
  browser.online = false;
  match((await browser.open('/symptoms/cold/lamp/on/'))!.text, /two answered/);
  match((await browser.open('/fixes/plug/'))!.text, /Plug it in/);
});

test('A page that is open while a new build comes goes on with the files of its own, also after the worker slept', async () => {
  const { browser, opened } = await visited();
  browser.serve(second);
  ok(await browser.install(second));
  browser.sleep();
  equal(await browser.ask(opened, '/_astro/one.js'), 'script of one');
  equal(await browser.ask(opened, '/search.json'), 'index of one');
  const later = (await browser.open('/symptoms/cold/'))!;
  match(later.text, /two/);
  equal(await browser.ask(later, '/search.json'), 'index of two');
  equal(browser.stores().length, 3);
  browser.close(opened);
  await browser.open('/');
  deepEqual(browser.stores(), ['mendbook / state', `mendbook / ${second.site.build}`].sort());
});

test('A page from the network that is newer than what is saved gets nothing of what is saved, and the new build is looked for', async () => {
  const { browser } = await visited();
  browser.serve(second);
  const newer = (await browser.open('/symptoms/burnt/'))!;
  match(newer.text, /two/);
  equal(browser.updates, 1);
  equal(await browser.ask(newer, '/search.json'), 'index of two');
  ok(!(await browser.saved()).includes('/symptoms/burnt/'));
});

test('A reader who comes back after days gets the page of today and its own files, and from then on the saved one without waiting', async () => {
  const { browser, opened } = await visited();
  browser.serve(second);
  match((await browser.open('/symptoms/cold/'))!.text, /one/, 'It was compared a minute ago.');
  await laterBy(staysFresh, async () => {
    const today = (await browser.open('/symptoms/cold/'))!;
    match(today.text, /two/);
    equal(await browser.ask(today, '/search.json'), 'index of two');
    equal(await browser.ask(opened, '/search.json'), 'index of one');
    equal(browser.updates, 1);
    ok(await browser.install(second));
    const before = browser.asked.length;
    match((await browser.open('/symptoms/cold/'))!.text, /two/);
    ok(!browser.asked.slice(before).includes('/symptoms/cold/'));
  });
});

test('Where nothing has changed the host is asked once a day; where it does not answer soon, once in a life of the worker', async () => {
  const { browser } = await visited();
  const asks = async (): Promise<boolean> => {
    const before = browser.asked.length;
    match((await browser.open('/symptoms/cold/'))!.text, /one/);
    return browser.asked.slice(before).includes('/symptoms/cold/');
  };
  equal(await asks(), false);
  for (const days of [1, -400])
    await laterBy(days * staysFresh, async () => {
      equal(await asks(), true);
      equal(await asks(), false);
    });
  await laterBy(800 * staysFresh, async () => {
    browser.serve(second);
    browser.slow = true;
    equal(await asks(), true);
    equal(await asks(), false);
    ok(!(await browser.open('/symptoms/cold/'))!.text.includes('offline'), 'Slow is not offline.');
    browser.sleep();
    browser.deaf = true;
    equal(await asks(), true);
    match((await browser.open('/symptoms/cold/'))!.text, /You are offline since/);
  });
});

test('While files are being uploaded no mixture is saved: the worker before stays until the new build is whole', async () => {
  const { browser } = await visited();
  browser.replace({
    '/': second.files['/']!,
    [`/offline/${second.site.build}.json`]: JSON.stringify(
      second.files[`/offline/${second.site.build}.json`],
    ),
  });
  equal(await browser.install(second), false);
  browser.replace({
    [`/offline/${second.site.build}.json`]: second.files[`/offline/${second.site.build}.json`]!,
  });
  equal(await browser.install(second), false);
  browser.online = false;
  match((await browser.open('/'))!.text, /Home one/);
  browser.online = true;
  browser.serve(second);
  ok(await browser.install(second));
  match((await browser.open('/'))!.text, /Home two/);
});

test('An installation that was cut off goes on where it was, and its half never answers', async () => {
  const browser = exampleBrowser();
  browser.serve(first);
  const opened = (await browser.open('/'))!;
  browser.room = first.files[`/offline/${first.site.build}.json`]!.length + 150;
  equal(await browser.install(first), false);
  equal(await browser.ask(opened, '/search.json'), 'index of one');
  browser.room = undefined;
  const before = browser.asked.length;
  ok(await browser.install(first));
  ok(browser.asked.slice(before).every((path, at, all) => all.indexOf(path) === at));
});

test('Where storage is refused or full, the site is there as long as the network is', async () => {
  const refusing = exampleBrowser();
  refusing.serve(first);
  refusing.refuses = true;
  await refusing.open('/');
  equal(await refusing.install(first), false);
  match((await refusing.open('/fixes/plug/'))!.text, /Plug it in/);
  const { browser } = await visited();
  browser.room = 0;
  match((await browser.open('/symptoms/burnt/'))!.text, /one/);
  deepEqual((await browser.open('/fixes/dial/'))!.messages, []);
  browser.refuses = true;
  match((await browser.open('/symptoms/cold/'))!.text, /one/);
  equal(await browser.ask((await browser.open('/'))!, '/search.json'), 'index of one');
});

test('Where the browser has thrown away what was saved, it is saved again', async () => {
  const { browser } = await visited();
  const opened = (await browser.open('/'))!;
  for (const name of browser.stores()) if (!name.endsWith('state')) browser.throwAway(name);
  match((await browser.open('/symptoms/cold/'))!.text, /one/);
  browser.online = false;
  match((await browser.open('/fixes/plug/'))!.text, /Plug it in/);
  browser.close(opened);
});

/** Sites that share a host share its storage. */
test('A site below a path leaves alone what others on its host have saved', async () => {
  const below = buildOf(files('one'), { base: '/help/' });
  const browser = exampleBrowser();
  browser.serve(below);
  ok(await browser.install(below));
  equal(await browser.open('/elsewhere/').then((opened) => opened?.text), 'lost');
  await browser.open('/help/symptoms/cold/');
  browser.online = false;
  equal(await browser.open('/elsewhere/'), undefined);
  match((await browser.open('/help/symptoms/cold/'))!.text, /You are offline/);
  ok(browser.stores().every((name) => name.startsWith('mendbook /help/ ')));
});

/** Does something as if so many milliseconds had passed. */
async function laterBy(milliseconds: number, work: () => Promise<void>): Promise<void> {
  mock.timers.enable({ apis: ['Date'], now: Date.now() + milliseconds });
  try {
    await work();
  } finally {
    mock.timers.reset();
  }
}
