import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { exampleBase } from '../knowledge/example-base.ts';
import { agentResources } from './agent-resources.ts';
import { openSearchOf } from './open-search.ts';
import { robotsOf } from './robots.ts';

const home = 'https://toast.example/help/';
const { site } = exampleBase();

test('Browsers learn how the site is searched: below its path, and with a short name of whole words', () => {
  const text = openSearchOf({ ...site, title: 'Toast that is not right at all' }, home);
  match(text, /<ShortName>Toast that is…<\/ShortName>/);
  match(text, /<LongName>Toast that is not right at all<\/LongName>/);
  match(
    text,
    /<Url type="text\/html" method="get" template="https:\/\/toast\.example\/help\/search\/\?q=\{searchTerms\}"\/>/,
  );
  match(
    openSearchOf({ ...site, title: 'Donaudampfschifffahrt' }, home),
    /<ShortName>Donaudampfschif…<\/ShortName>/,
  );
  ok(!openSearchOf({ ...site, title: '<script>"&' }, home).includes('<script>'));
  const long = openSearchOf(
    { ...site, title: 'Toast 🍞🍞🍞🍞🍞🍞🍞🍞🍞🍞 and forty more signs of a title that is long' },
    home,
  );
  match(long, /<ShortName>Toast…<\/ShortName>/);
  match(long, /<LongName>Toast 🍞{10} and forty more signs of a…<\/LongName>/u);
});

test('Browsers are told what a site is about by its description, else by its promise, else by its title', () => {
  const said = (more: Partial<typeof site>): string | undefined =>
    /<Description>(.*)<\/Description>/.exec(openSearchOf({ ...site, ...more, title: 'Title' }, home))?.[1];
  equal(said({ description: 'About bread', promise: 'Promise' }), 'About bread');
  equal(said({ description: '', promise: 'Promise' }), 'Promise');
  equal(said({ description: '', promise: '' }), 'Title');
});

test('What the site has for programs is listed under names of its host and folder, with questions of readers', () => {
  const resources = [
    { path: '/opensearch.xml', type: 'application/opensearchdescription+xml', title: 'Search' },
    { path: '/feed.xml', type: 'application/atom+xml', title: '</script> "News"' },
  ];
  const text = agentResources(resources, { home, description: 'Toast', questions: ['Cold', 'Burnt'] })!;
  const { specVersion, entries } = JSON.parse(text) as {
    specVersion: string;
    entries: Record<string, unknown>[];
  };
  equal(specVersion, '1.0');
  deepEqual(entries[0], {
    '@context': 'https://agenticresourcediscovery.org/context/v1',
    identifier: 'urn:air:toast.example:help:feed.xml',
    displayName: '</script> "News"',
    type: 'application/atom+xml',
    url: `${home}feed.xml`,
    description: 'Toast',
    representativeQueries: ['Cold', 'Burnt'],
  });
  for (const { identifier } of entries)
    match(String(identifier), /^urn:air:[a-zA-Z0-9.-]+(:[a-zA-Z0-9._-]+)+$/);
  equal(entries.length, 2);
  const many = agentResources([{ path: '/a b/c~.json', type: 'application/json', title: 'C' }], {
    home,
    description: 'Toast',
    questions: ['1', '2', '3', '4', '5', '6'],
  })!;
  match(many, /"urn:air:toast\.example:help:a-b-c-\.json"/);
  match(many, /"5"\s*\]/);
  const bare = agentResources(resources, {
    home: 'https://a.example/',
    description: '',
    questions: ['Cold'],
  })!;
  match(bare, /urn:air:a\.example:site:feed\.xml/);
  ok(!/description"|representativeQueries/.test(bare));
  equal(agentResources(resources, { home: 'http://[::1]/', description: '', questions: [] }), undefined);
});

test('Everybody may read, and a site with an address says where its lists are', () => {
  equal(robotsOf(undefined), 'User-agent: *\nAllow: /\n');
  match(robotsOf(home), /^Sitemap: https:\/\/toast\.example\/help\/sitemap-index\.xml$/m);
  // Lines that search engines do not know count as a fault of the file.
  match(robotsOf(home), /^(?:(?:User-agent|Allow|Sitemap): .*\n|\n)+$/);
});
