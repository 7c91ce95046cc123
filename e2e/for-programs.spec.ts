import { runChecks } from 'afdocs';
import { computeScore } from 'afdocs/scoring';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { articleSchema, graphSchema, searchSchema } from '../src/articles/twins/schemas.ts';
import { contentDirOf } from '../src/articles/content-dir.ts';
import { twinPathOf } from '../src/domain/twins/twin-address.ts';
import { startServer } from '../src/server/static-server.ts';
import { dist, pagesOf } from './built-site.ts';
import { expect, test, words } from './knowledge-base.ts';

const site = parse(readFileSync(join(contentDirOf(process.cwd()).path, 'site.yaml'), 'utf8')) as {
  url?: string;
};
const pages = pagesOf(dist).filter(({ kind, path }) => kind !== 'redirect' && path !== '/404.html');
/** The address of a path as files for programs write it: the whole one, where the site has one. */
const addressOf = (path: string): string => (site.url ? new URL(path, site.url).href : path);
const origin = site.url ? new URL(site.url).origin : 'http://here.example';
const twinOf = (path: string): string => readFileSync(join(dist, twinPathOf(path)), 'utf8');
const pathOf = (address: string): string => new URL(address, origin).pathname;
const idsIn = (html: string): readonly string[] =>
  [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);

test('every page that a person can reach has a twin in Markdown, names it, and leads to the index for programs', () => {
  const wrong = pages.filter(
    ({ path, elements }) =>
      !existsSync(join(dist, twinPathOf(path))) ||
      !elements.some(
        ({ name, attributes }) =>
          name === 'link' &&
          attributes['type'] === 'text/markdown' &&
          attributes['href'] === twinPathOf(path),
      ) ||
      !elements.some(({ name, attributes }) => name === 'a' && attributes['href'] === '/llms.txt'),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('the twin of a fix has every step with its permanent link, and its title is that of the page', () => {
  const fixes = pages.filter(({ kind }) => kind === 'fix');
  const wrong = fixes.flatMap(({ path, elements }) => {
    const text = twinOf(path);
    return elements
      .filter(({ attributes }) => attributes['class']?.split(' ').includes('step'))
      .filter(({ attributes }) => !text.includes(`[#](${addressOf(path)}#${attributes['id']})`))
      .map(({ attributes }) => `${path}#${attributes['id']}`);
  });
  expect(fixes.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

test('in a twin, what the answers made of a cause stands apart from how likely it is', () => {
  const changes = Object.values(words.plan.change).join('|');
  const lines = pages
    .flatMap(({ path }) => twinOf(path).split('\n'))
    .filter((line) => new RegExp(`(?:${changes})$`).test(line));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => !new RegExp(`\\s(?:${changes})$`).test(line))).toEqual([]);
});

test('every address of the site in a twin is a whole one, and leads to a page and a place that are there', () => {
  const ids = new Map(pagesOf(dist).map(({ path, html }) => [path, new Set(idsIn(html))]));
  const wrong = pages.flatMap(({ path }) =>
    [...twinOf(path).matchAll(/(?<!\\)\]\(([^)\s]+)\)/g)].flatMap(([, address = '']) => {
      const url = URL.canParse(address) || !site.url ? new URL(address, origin) : undefined;
      if (!url) return [`${path} → ${address}: no whole address`];
      if (url.origin !== origin) return [];
      const anchors = ids.get(decodeURI(url.pathname));
      const known = anchors ? url.hash === '' || anchors.has(decodeURIComponent(url.hash.slice(1))) : false;
      return known ||
        (existsSync(join(dist, decodeURI(url.pathname), 'index.html')) === false &&
          existsSync(join(dist, decodeURI(url.pathname))))
        ? []
        : [`${path} → ${address}`];
    }),
  );
  expect(wrong).toEqual([]);
});

const json = (path: string): unknown => JSON.parse(readFileSync(join(dist, path), 'utf8')) as unknown;

test('the files of facts are what their published schemas say, and every address in them is there', () => {
  const graph = graphSchema.parse(json('graph.json'));
  const articles = [...graph.symptoms, ...graph.causes, ...graph.fixes];
  const facts = articles.map(({ facts: address = '' }) => articleSchema.parse(json(pathOf(address))));
  searchSchema.parse(json('search-index/search.json'));
  const addresses = new Set(JSON.stringify([graph, facts]).match(/https?:[^"\\]+/g));
  const ids = new Map(pagesOf(dist).map(({ path, html }) => [path, new Set(idsIn(html))]));
  const missing = [...addresses].filter((address) => {
    const { origin: host, pathname, hash } = new URL(address);
    if (host !== origin) return false;
    const anchors = ids.get(decodeURI(pathname));
    return anchors
      ? hash !== '' && !anchors.has(decodeURIComponent(hash.slice(1)))
      : !existsSync(join(dist, decodeURI(pathname)));
  });
  expect(articles.length).toBe(pages.filter(({ kind }) => ['symptom', 'cause', 'fix'].includes(kind)).length);
  expect(missing).toEqual([]);
});

test('programs that read documentation find all of it: afdocs gives the site at least 98 of 100', async () => {
  test.setTimeout(180_000);
  const server = await startServer({ dir: dist, port: 0, host: '127.0.0.1' });
  try {
    const report = await runChecks(server.url, {
      ...(site.url ? { canonicalOrigin: site.url } : {}),
      requestDelay: 0,
      requestTimeout: 60_000,
      maxConcurrency: 4,
      samplingStrategy: 'deterministic',
    });
    const { overall } = computeScore(report);
    const missed = report.results
      .filter(({ status }) => status === 'fail')
      .map(({ id, message }) => `${id}: ${message}`);
    expect(report.testedPages).toBeGreaterThan(10);
    expect(overall, missed.join('\n')).toBeGreaterThanOrEqual(site.url ? 98 : 90);
  } finally {
    await server.close();
  }
});
