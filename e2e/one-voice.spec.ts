import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { contentDirOf } from '../src/articles/content-dir.ts';
import { articleSchema, graphSchema } from '../src/articles/twins/schemas.ts';
import { twinPathOf } from '../src/domain/twins/twin-address.ts';
import { articlesIn, type Columns } from '../src/domain/search/columns.ts';
import type { SearchArticle } from '../src/domain/search/index.ts';
import type { Embed } from '../src/domain/tools/embed-script.ts';
import { unescapeText } from '../src/html/tags.ts';
import { textOf, treeIn, type Tree } from '../src/html/tree.ts';
import { durationOf } from '../src/twins/structured-data.ts';
import { stepsIn } from '../src/twins/steps.ts';
import { wordsOf } from '../src/words/words-of.ts';
import { root } from './build-site.ts';
import { dist, pagesOf, type BuiltPage } from './built-site.ts';
import { expect, test } from './knowledge-base.ts';

interface Linked {
  readonly '@type': string;
  readonly '@id': string;
  readonly name?: string;
  readonly headline?: string;
  readonly totalTime?: string;
  readonly mentions?: readonly { readonly '@id': string }[];
  readonly step?: readonly (Linked & {
    readonly url: string;
    readonly itemListElement?: readonly (Linked & { readonly url: string })[];
  })[];
}
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const textIn = (dir: string, path: string): string => readFileSync(join(dir, path), 'utf8');
const jsonIn = (dir: string, path: string): unknown => JSON.parse(textIn(dir, path)) as unknown;

/** What the search engines are told of an article. */
function linkedIn({ html }: BuiltPage): Linked {
  const [, text = '{}'] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html) ?? [];
  const { '@graph': graph } = JSON.parse(text) as { '@graph': readonly Linked[] };
  return graph[0]!;
}

/** What a site says of all its articles in one place. */
interface Lists {
  readonly graph: ReturnType<typeof graphSchema.parse>;
  readonly articles: readonly SearchArticle[];
  /** Addresses in the index for programs, with their words. */
  readonly index: readonly { readonly url: string; readonly text: string }[];
}

function listsOf(dir: string): Lists {
  const index = fromMarkdown(textIn(dir, 'llms.txt'));
  const lines = index.children.flatMap((node) => (node.type === 'list' ? node.children : []));
  return {
    graph: graphSchema.parse(jsonIn(dir, 'graph.json')),
    articles: articlesIn((jsonIn(dir, 'search-index/search.json') as { articles: Columns }).articles),
    index: lines
      .flatMap((item) => (item.children[0]?.type === 'paragraph' ? item.children[0].children : []))
      .flatMap((node) => (node.type === 'link' ? [{ url: node.url, text: toString(node) }] : [])),
  };
}

/** The title by which each twin of a page calls it. */
function titlesOf(
  dir: string,
  page: BuiltPage,
  { graph, articles, index }: Lists,
): Readonly<Record<string, string>> {
  const meta = page.elements.find(({ attributes }) => attributes['property'] === 'og:title');
  const { children } = fromMarkdown(textIn(dir, twinPathOf(page.path)));
  const heading = children.find((node) => node.type === 'heading');
  const facts = articleSchema.parse(jsonIn(dir, `${page.path.slice(0, -1)}.json`));
  const entry = [...graph.symptoms, ...graph.causes, ...graph.fixes].find(({ url }) => url === facts.url);
  const linked = linkedIn(page);
  const line = index.find(({ url }) => url.endsWith(twinPathOf(page.path)));
  return {
    page: oneLine(textOf(treeIn(page.html, 'h1') ?? '')),
    card: meta?.attributes['content'] ?? '',
    markdown: heading ? oneLine(toString(heading)) : '',
    facts: facts.title,
    graph: entry?.title ?? '',
    linked: linked.name ?? linked.headline ?? '',
    search: articles.find(({ path }) => path === page.path)?.title ?? '',
    index: line?.text ?? '',
  };
}

/** The fixes above the stop line, in the order of the page. */
function cardsIn({ inside }: Tree): readonly string[] {
  return inside.flatMap((part) => {
    if (typeof part === 'string' || part.name === 'details') return [];
    const { 'data-fix': fix, class: name } = part.attributes;
    return fix !== undefined && name === 'card' ? [fix] : cardsIn(part);
  });
}

for (const which of ['own', 'german'] as const)
  test(`a page and all its twins call an article by one name, with the same minutes, steps and order: ${which} site`, ({
    german,
  }) => {
    const dir = which === 'own' ? dist : german.dir;
    const lists = listsOf(dir);
    const { graph, articles } = lists;
    const { duration } = wordsOf(graph.language);
    const pages = pagesOf(dir).filter(({ kind }) => ['symptom', 'cause', 'fix'].includes(kind));
    expect(pages.length).toBeGreaterThan(6);
    for (const page of pages) {
      const titles = titlesOf(dir, page, lists);
      expect(new Set(Object.values(titles)), `${page.path}: ${JSON.stringify(titles)}`).toEqual(
        new Set([titles['page']]),
      );
      const main = treeIn(page.html, 'main')!;
      const markdown = textIn(dir, twinPathOf(page.path));
      const facts = articleSchema.parse(jsonIn(dir, `${page.path.slice(0, -1)}.json`));
      const linked = linkedIn(page);
      if (facts.kind === 'fix') {
        const entry = graph.fixes.find(({ id }) => id === facts.id)!;
        const hands = facts.minutes + facts.check;
        expect([entry.minutes, entry.wait], page.path).toEqual([hands, facts.wait]);
        expect(linked.totalTime, page.path).toBe(durationOf(hands + facts.wait));
        for (const said of [
          oneLine(textOf(main)),
          markdown,
          articles.find(({ path }) => path === page.path)?.time,
        ])
          expect(said, page.path).toContain(duration.minutes(hands));
        const steps = stepsIn(main).map(({ id, text }) => [text, `${facts.url}#${id}`]);
        expect(
          facts.steps.map(({ text, url }) => [text, url]),
          page.path,
        ).toEqual(steps);
        const told = (linked.step ?? []).flatMap((step) => step.itemListElement ?? [step]);
        expect(told.map(({ name, url }) => [name, url]).sort(), page.path).toEqual(steps.toSorted());
        for (const [, url] of steps) expect(markdown, page.path).toContain(`](${url})`);
      }
      if (facts.kind === 'symptom') {
        const [plan] = facts.plans;
        const moves = [...(plan?.start ?? []), ...(plan?.then ?? [])];
        const order = moves.map((move) => facts.moves[move]!);
        expect(cardsIn(main), page.path).toEqual(moves);
        expect(linked.mentions?.map((fix) => fix['@id']) ?? [], page.path).toEqual([
          ...new Set(order.map(({ url }) => url.replace(/#.*/, ''))),
        ]);
        const places = order.map(({ url }) => markdown.indexOf(`](${url})`, markdown.indexOf('### ')));
        expect(
          places.every((place) => place > 0),
          page.path,
        ).toBe(true);
      }
    }
  });

/** The entries of an Atom feed. */
function entriesIn(feed: string): readonly Readonly<Record<'title' | 'url' | 'summary', string>>[] {
  const inside = (text: string, name: string): string =>
    unescapeText(new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? '');
  return (feed.match(/<entry>.*?<\/entry>/gs) ?? []).map((entry) => ({
    title: inside(entry, 'title'),
    url: unescapeText(/<link rel="alternate"[^>]* href="([^"]*)"/.exec(entry)?.[1] ?? ''),
    summary: inside(entry, 'summary'),
  }));
}

for (const which of ['own', 'toaster'] as const)
  test(`feeds call fixes and symptoms as their pages do: ${which} site`, ({ toaster }) => {
    const dir = which === 'own' ? dist : toaster.dir;
    const graph = graphSchema.parse(jsonIn(dir, 'graph.json'));
    if (!/^https?:/.test(graph.url)) return;
    const fixes = new Map(graph.fixes.map((fix) => [fix.url, fix]));
    const headings = new Map(
      pagesOf(dir).map(({ path, html }) => [path, oneLine(textOf(treeIn(html, 'h1') ?? ''))]),
    );
    const pathOf = (url: string): string => `/${url.slice(graph.url.length)}`;
    const feeds = ['/feed.xml', ...graph.symptoms.map(({ url }) => `${pathOf(url)}feed.xml`)];
    let told = 0;
    for (const path of feeds) {
      for (const { title, url, summary } of entriesIn(textIn(dir, path))) {
        expect(title, path).toBe(headings.get(pathOf(url)));
        expect(title, path).toBe(fixes.get(url)?.title);
        expect(summary.startsWith(fixes.get(url)?.summary ?? '?'), `${path}: ${summary}`).toBe(true);
        told++;
      }
    }
    for (const { url, title } of graph.symptoms) {
      const feed = textIn(dir, `${pathOf(url)}feed.xml`);
      expect(unescapeText(/<title>([^<]*)</.exec(feed)?.[1] ?? ''), url).toContain(title);
      // Only fixes of its causes.
      const symptom = url.split('/').at(-2)!;
      const causes = graph.causes.filter(({ explains }) => explains.some((edge) => edge.symptom === symptom));
      const served = graph.fixes.filter(({ solves }) =>
        solves.some(({ cause }) => causes.some(({ id }) => id === cause)),
      );
      const known = new Set(served.map((fix) => fix.url));
      expect(
        entriesIn(feed).filter((entry) => !known.has(entry.url)),
        url,
      ).toEqual([]);
    }
    // What is not in a ledger yet is in no feed.
    const content = which === 'own' ? contentDirOf(process.cwd()).path : join(root, 'e2e/fixtures/toaster');
    expect(told > 0).toBe(existsSync(join(content, 'permalinks.json')));
  });

test('an embed says what the page of each device says: its title, its first fixes with their minutes, and its question', ({
  learningToaster: { dir },
}) => {
  const symptoms = graphSchema.parse(jsonIn(dir, 'graph.json')).symptoms;
  const pages = new Map(pagesOf(dir).map((page) => [page.path, treeIn(page.html, 'main')!]));
  let [devices, asked] = [0, 0];
  for (const { id } of symptoms) {
    const [, json = ''] = /\n?\}\)\((\{.*\}),function make/s.exec(textIn(dir, `embed/${id}/embed.js`)) ?? [];
    const embed = JSON.parse(json) as Embed;
    const roots = [...pages.keys()].filter((path) =>
      new RegExp(`^/symptoms/${id}/(?:on/[^/]+/)?$`).test(path),
    );
    expect(embed.plans.map(({ path }) => path).filter((path) => !roots.includes(path))).toEqual([]);
    for (const { path, fixes, ask } of embed.plans) {
      const main = pages.get(path)!;
      expect(oneLine(textOf(main)), path).toContain(embed.title);
      const order = cardsIn(main).slice(0, 4);
      const shown = fixes.map((at) => embed.fixes[at]!);
      expect(
        shown.map((fix) => /\/fixes\/([^/]+)\//.exec(fix.path)?.[1]),
        path,
      ).toEqual(order.map((move) => move.replace(/--.*/, '')));
      for (const { title, time } of shown) {
        expect(oneLine(textOf(main)), path).toContain(title);
        expect(oneLine(textOf(main)), path).toContain(time);
      }
      const question = /id="question-title"[^>]*>([^<]*)</.exec(textIn(dir, `${path}index.html`))?.[1];
      expect(ask?.title, path).toBe(question && unescapeText(question));
      devices++;
      if (ask) asked++;
    }
  }
  expect(devices).toBeGreaterThan(symptoms.length);
  expect(asked).toBeGreaterThan(0);
});
