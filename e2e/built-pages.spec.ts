import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { HtmlValidate as Validator } from 'html-validate';
import { destinationsOf } from '../src/articles/links/destinations.ts';
import { contentDirOf } from '../src/articles/content-dir.ts';
import { readContent } from '../src/articles/read/content.ts';
import { startServer } from '../src/server/static-server.ts';
import { generate, writeFiles } from './bench/generate.ts';
import { buildOnce, scratch } from './build-site.ts';
import { dist, filesOf, pagesOf, withoutRepeats, type BuiltPage } from './built-site.ts';
import { expect, test } from './knowledge-base.ts';

// In one worker, which reads each page once.
test.describe.configure({ mode: 'default' });

const pages = pagesOf(dist);
const read = pages.filter(({ kind }) => kind !== 'redirect');

test('there is a page of every kind', () => {
  expect([...new Set(pages.map(({ kind }) => kind))]).toEqual(
    expect.arrayContaining(['home', 'index', 'symptom', 'cause', 'fix']),
  );
});

test('the head of a page says each thing once', () => {
  const twice = read.flatMap(({ path, elements }) => {
    const said = elements.flatMap(({ name, attributes: of }) =>
      name === 'meta'
        ? [`${of['name'] ?? ''} ${of['property'] ?? ''} ${of['media'] ?? ''} ${of['http-equiv'] ?? ''}`]
        : name === 'link' && !/^(?:alternate|stylesheet|modulepreload|preload)$/.test(of['rel'] ?? '')
          ? [of['rel'] ?? '']
          : [],
    );
    return said.filter((one, at) => said.indexOf(one) !== at).map((one) => `${path}: ${one.trim()}`);
  });
  expect(twice).toEqual([]);
});

test('every internal link and anchor leads somewhere', () => {
  const files = new Set(filesOf(dist));
  const anchors = new Map(pages.map((page) => [page.path, new Set(idsOf(page))]));
  const broken = pages.flatMap((page) =>
    addressesIn(page).flatMap((address) => {
      const url = new URL(address, `https://here.example${page.path}`);
      if (url.host !== 'here.example') return [];
      const path = decodeURIComponent(url.pathname);
      if (!files.has(path.endsWith('/') ? `${path}index.html` : path))
        return [`${page.path} → ${address}: no such page`];
      const anchor = decodeURIComponent(url.hash.slice(1));
      return anchor && anchors.get(path)?.has(anchor) === false
        ? [`${page.path} → ${address}: no such anchor`]
        : [];
    }),
  );
  expect(broken).toEqual([]);
});

test('every anchor that the check lets a link name is on its page', () => {
  const content = readContent(contentDirOf(process.cwd()));
  const built = new Map(read.map((page) => [page.path, new Set(idsOf(page))]));
  const accepted = [...destinationsOf(content)].filter(([path]) => built.has(path));
  expect(accepted.length).toBeGreaterThan(content.articles.length);
  const missing = accepted.flatMap(([path, anchors]) =>
    [...(anchors ?? [])].filter((id) => !built.get(path)?.has(id)).map((id) => `${path}#${id}`),
  );
  expect(missing).toEqual([]);
});

test('every id stands once on its page, and what refers to an id finds it', () => {
  const wrong = read.flatMap((page) => {
    const ids = idsOf(page);
    const twice = ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => `${page.path}: #${id} stands twice`);
    const lost = page.elements.flatMap(({ attributes }) =>
      ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'popovertarget']
        .flatMap((name) => attributes[name]?.split(/\s+/).filter(Boolean) ?? [])
        .filter((id) => !ids.includes(id))
        .map((id) => `${page.path}: nothing has the id ${id}`),
    );
    return [...twice, ...lost];
  });
  expect(wrong).toEqual([]);
});

test('every page has one h1, a title and a description of its own kind, a language and a main landmark', () => {
  const wrong = read.flatMap(({ path, elements, html }) => {
    const count = (name: string): number => elements.filter((element) => element.name === name).length;
    const description = elements.find(
      ({ name, attributes }) => name === 'meta' && attributes['name'] === 'description',
    );
    return [
      ...(count('h1') === 1 ? [] : [`${path}: ${count('h1')} h1`]),
      ...(count('main') === 1 ? [] : [`${path}: ${count('main')} main`]),
      ...(/<title>[^<]+<\/title>/.test(html) ? [] : [`${path}: no title`]),
      ...(description?.attributes['content'] ? [] : [`${path}: no description`]),
      ...(elements[0]?.attributes['lang'] ? [] : [`${path}: no language`]),
    ];
  });
  expect(wrong).toEqual([]);
});

test('no title is used for two pages', () => {
  const titles = new Map<string, string[]>();
  for (const { path, html, elements } of read) {
    const canonical = elements.find(({ attributes }) => attributes['rel'] === 'canonical')?.attributes[
      'href'
    ];
    // What stands for another page, such as a symptom after answers or the map of one that was renamed, says so.
    if (canonical !== undefined && !new URL(canonical, 'http://site').pathname.endsWith(path)) continue;
    const title = /<title>([^<]*)/.exec(html)?.[1] ?? '';
    titles.set(title, [...(titles.get(title) ?? []), path]);
  }
  expect([...titles].filter(([, paths]) => paths.length > 1)).toEqual([]);
});

test('heading levels never skip one', () => {
  const wrong = read.flatMap(({ path, elements }) => {
    const levels = elements.filter(({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name[1]));
    return levels
      .filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
      .map((level) => `${path}: h${level}`);
  });
  expect(wrong).toEqual([]);
});

test('nothing may run or style a page but what its policy names', () => {
  const wrong = read.flatMap(({ path, elements }) => {
    const policy =
      elements.find(
        ({ name, attributes }) =>
          name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy',
      )?.attributes['content'] ?? '';
    const has = (directive: string): boolean =>
      policy.split(';').some((part) => part.trim().startsWith(`${directive} `));
    return [
      ...['default-src', 'script-src', 'style-src', 'object-src', 'base-uri']
        .filter((name) => !has(name))
        .map((name) => `${path}: no ${name}`),
      ...(/'unsafe-(?:inline|eval|hashes)'|\*|https?:/.test(policy) ? [`${path}: ${policy}`] : []),
      ...elements.flatMap(({ name, attributes }) =>
        Object.keys(attributes)
          .filter((key) => key === 'style' || key.startsWith('on'))
          .map((key) => `${path}: <${name} ${key}>`),
      ),
    ];
  });
  expect(wrong).toEqual([]);
});

test('no page carries the long names that Astro gives the scopes of styles', () => {
  const wrong = read
    .filter(({ elements }) =>
      elements.some(({ attributes }) => Object.keys(attributes).some((name) => /astro|-cid-/.test(name))),
    )
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('no page loads anything from another host', () => {
  const wrong = read.flatMap(({ path, elements }) =>
    elements.flatMap(({ name, attributes }) => {
      const loads = [
        attributes['src'],
        attributes['srcset'],
        attributes['poster'],
        attributes['data'],
        name === 'link' && attributes['rel'] !== 'canonical' && attributes['rel'] !== 'alternate'
          ? attributes['href']
          : undefined,
        name === 'form' ? attributes['action'] : undefined,
      ];
      return loads
        .filter((address) => address !== undefined && /^(?:[a-z]+:)?\/\//i.test(address))
        .map((address) => `${path}: <${name}> ${address}`);
    }),
  );
  expect(wrong).toEqual([]);
});

test('a page with its style weighs at most 14,000 bytes as gzip packs it, which every host does', () => {
  expect(tooHeavy(read)).toEqual([]);
});

test('a page of a symptom has at most 900 elements', () => {
  const large = pages
    .filter(({ kind }) => kind === 'symptom' || kind === 'answered')
    .map(({ path, html }) => `${path}: ${html.match(/<[a-z]/g)?.length ?? 0}`)
    .filter((line) => Number(line.split(': ')[1]) > 900);
  expect(large).toEqual([]);
});

test('no page grows with the knowledge base: lists come in parts, and links to what they held lead on', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const content = join(scratch, 'hundreds');
  const files = new Map(generate({ articles: 380, words: [40, 60] }));
  files.set('glossary.yaml', termsFor(1200));
  const dir = await buildOnce(content, () => writeFiles(content, files));
  const built = pagesOf(dir);
  expect(tooHeavy(built)).toEqual([]);
  const reached = new Set(
    built.flatMap(({ elements }) => elements.map(({ attributes }) => attributes['href'])),
  );
  const lost = built
    .filter(({ kind, path }) => ['symptom', 'cause', 'fix'].includes(kind) || path.startsWith('/browse/'))
    .filter(({ path }) => !reached.has(path))
    .map(({ path }) => path);
  expect(lost).toEqual([]);
  for (const list of ['symptoms', 'causes', 'fixes', 'says', 'glossary'])
    expect(
      built.some(({ path }) => path.startsWith(`/browse/${list}/`)),
      list,
    ).toBe(true);
  const letters = built.find(({ path }) => path === '/glossary/');
  expect(letters?.html.match(/\bid="?term-\d+/g)).toHaveLength(1200);
  const rows = Math.max(
    ...built
      .filter(({ path }) => path.startsWith('/browse/'))
      .map(({ html }) => html.match(/<li\b/g)?.length ?? 0),
  );
  expect(rows).toBeLessThan(300);
  const server = await startServer({ dir, port: 0, host: '127.0.0.1' });
  try {
    await page.goto(`${server.url}glossary/#term-17`);
    await expect(page).toHaveURL(/\/browse\/glossary\/b\/#term-17$/);
    await expect(page.locator('#term-17')).toBeFocused();
    await expect(page.locator('#term-17')).toContainText('that 17 slices need');
  } finally {
    await server.close();
  }
});

test('no file of the site is empty', () => {
  expect(filesOf(dist).filter((file) => statSync(join(dist, file)).size === 0)).toEqual([]);
  expect(existsSync(join(dist, '404.html')), '404.html').toBe(true);
});

test('the HTML of every page is valid', async () => {
  const { HtmlValidate } = createRequire(import.meta.url)('html-validate') as {
    HtmlValidate: typeof Validator;
  };
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // How Astro writes is not how valid it is.
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'void-style': 'off',
      'attr-quotes': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      // Same-host files need no integrity hash; long titles and telephone numbers are the writing rules' concern.
      'require-sri': 'off',
      'long-title': 'off',
      'tel-non-breaking': 'off',
      // A form that filters at once has nothing to submit; words that a script fills in are axe's concern, in the page as it is shown.
      'wcag/h32': 'off',
      'wcag/h30': 'off',
      // An id may begin with a digit, as a screen text does: `/says/#137`.
      'valid-id': ['error', { relaxed: true }],
      // A button in a form submits it without being told.
      'no-implicit-button-type': 'off',
      // `role=list` keeps a list without bullets a list in Safari; a region is a table that scrolls.
      'no-redundant-role': 'off',
      'prefer-native-element': ['error', { exclude: ['list', 'region'] }],
    },
  });
  const wrong: string[] = [];
  for (const page of withoutRepeats(read)) {
    const { results } = await validator.validateString(page.html);
    for (const { messages } of results)
      for (const { ruleId, message, line, column } of messages)
        wrong.push(`${page.path} ${line}:${column} ${ruleId}: ${message}`);
  }
  expect(wrong).toEqual([]);
});

function idsOf(page: BuiltPage): readonly string[] {
  return page.elements.flatMap(({ attributes }) => (attributes['id'] ? [attributes['id']] : []));
}

function addressesIn(page: BuiltPage): readonly string[] {
  return page.elements.flatMap(({ name, attributes }) => {
    if (name === 'meta' && attributes['http-equiv'] === 'refresh')
      return [attributes['content']?.replace(/^\d+;\s*url=/i, '') ?? ''];
    if (name === 'link' && ['canonical', 'preconnect'].includes(attributes['rel'] ?? '')) return [];
    return ['href', 'src', 'action'].flatMap((key) =>
      attributes[key] && /^(?:[/#?.]|[\w-]+(?:[/?#.]|$))/.test(attributes[key]) ? [attributes[key]] : [],
    );
  });
}

/** A glossary of so many terms, each with a meaning of its own. */
function termsFor(count: number): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `- { id: term-${at}, term: "${'ABCDEFGHKLMNPRST'[at % 16]}term ${at}", meaning: "The part of the lever that ${at} slices need." }\n`,
  ).join('');
}

function tooHeavy(built: readonly BuiltPage[]): readonly string[] {
  return built
    .map(({ path, html }) => ({ path, bytes: gzipSync(html, { level: 9 }).length }))
    .filter(({ bytes }) => bytes > 14_000)
    .map(({ path, bytes }) => `${path}: ${bytes}`);
}
