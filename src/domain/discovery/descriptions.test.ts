import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { exampleBase } from '../knowledge/example-base.ts';
import { agentResources } from './agent-resources.ts';
import { agentSkillOf, skillType } from './agent-skill.ts';
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

const skill = { path: '/a/SKILL.md', type: skillType, title: 'Toast', description: 'How to toast' };

test('What the site has for agents is listed under names of its host and folder, with questions of readers', () => {
  const resources = [{ ...skill, path: '/b c/SKILL~.md', title: '</script> "News"' }, skill];
  const text = agentResources(resources, { home, questions: ['Cold', 'Burnt'] })!;
  const { specVersion, entries } = JSON.parse(text) as {
    specVersion: string;
    entries: Record<string, unknown>[];
  };
  equal(specVersion, '1.0');
  deepEqual(entries[0], {
    identifier: 'urn:air:toast.example:help:a-SKILL.md',
    displayName: 'Toast',
    type: 'text/markdown; profile="urn:air:agent-skills"',
    url: `${home}a/SKILL.md`,
    description: 'How to toast',
    representativeQueries: ['Cold', 'Burnt'],
  });
  for (const { identifier } of entries)
    match(String(identifier), /^urn:air:[a-zA-Z0-9.-]+(:[a-zA-Z0-9._-]+)+$/);
  equal(entries.length, 2);
  const many = agentResources([skill], { home, questions: ['1', '2', '3', '4', '5', '6'] })!;
  match(many, /"5"\s*\]/);
  const bare = agentResources([skill], { home: 'https://a.example/', questions: ['Cold'] })!;
  match(bare, /urn:air:a\.example:site:a-SKILL\.md/);
  ok(!bare.includes('representativeQueries'));
  equal(agentResources([skill], { home: 'http://[::1]/', questions: [] }), undefined);
});

test('An agent is told how to find a symptom, follow its plan and hand on steps, by the files that the site has', () => {
  const all = agentSkillOf(site, { home, has: { markdown: true, facts: true } });
  match(all.text, /^---\nname: fix-[a-z0-9-]+\ndescription: "Troubleshooting with “[^"]+"\n---\n\n# /);
  ok(all.path.endsWith(`/${all.name}/SKILL.md`), 'The folder of a skill has its name.');
  ok(all.text.includes(`${home}graph.json`) && all.text.includes(`${home}symptoms/<id>.json`));
  const twins = agentSkillOf(site, { home, has: { markdown: true, facts: false } }).text;
  ok(twins.includes(`${home}symptoms/<id>.md`) && !twins.includes('.json'));
  const pages = agentSkillOf(site, { home, has: { markdown: false, facts: false } }).text;
  ok(pages.includes(`${home}llms.txt`) && !/<id>/.test(pages));
});

test('The name and the description of a skill are as long as the format allows, and no title breaks out of its line', () => {
  const title = `${'Toast '.repeat(300)}"\n---\nname: other`;
  const { name, description, text } = agentSkillOf(
    { ...site, title },
    { home, has: { markdown: true, facts: true } },
  );
  ok(name.length <= 64 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name), name);
  equal([...description].length, 1024);
  equal(text.match(/^---$/gm)?.length, 2);
  equal(
    agentSkillOf({ ...site, title: '吐司' }, { home, has: { markdown: true, facts: true } }).name,
    'fix-problems',
  );
});

test('Everybody may read, and a site with an address says where its lists are', () => {
  equal(robotsOf(undefined), 'User-agent: *\nAllow: /\n');
  match(robotsOf(home), /^Sitemap: https:\/\/toast\.example\/help\/sitemap-index\.xml$/m);
  // Lines that search engines do not know count as a fault of the file.
  match(robotsOf(home), /^(?:(?:User-agent|Allow|Sitemap): .*\n|\n)+$/);
});
