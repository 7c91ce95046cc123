import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Root } from 'mdast';
import { wordsOf } from '../words/words-of.ts';
import { markArticle, type ArticleMarkup } from './remark-article.ts';

const markup: ArticleMarkup = {
  platforms: [
    {
      id: 'phone',
      name: 'Phone',
      versions: [
        { id: 'v18', name: 'OS 18 and later', range: '>=18' },
        { id: 'v15', name: 'OS 15–17', range: '15–17' },
      ],
    },
    { id: 'desk', name: 'Desk', versions: [] },
  ],
  uiPaths: {
    messages: [
      { for: 'phone', versions: '18 and later', path: ['Settings', 'Apps', 'Messages'] },
      { for: 'phone', versions: '15–17', path: ['Settings', 'Messages'] },
      { for: 'desk', path: ['Menu', 'Messages'] },
    ],
  },
  glossary: [],
  pictures: new Map(),
  screenshots: new Set(),
  tombstones: [],
  words: {
    linkToHeading: String,
    linkToStep: String,
    gonePage: String,
    gonePlace: String,
    goOn: '',
    steps: 'Steps',
    table: '',
    ranges: wordsOf('en').content.ranges,
  },
};

/** What a component is given beside what its author wrote. */
function filled(name: string, written: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const node: MdxJsxTextElement = {
    type: 'mdxJsxTextElement',
    name,
    attributes: Object.entries(written).map(([key, value]) => ({
      type: 'mdxJsxAttribute',
      name: key,
      value,
    })),
    children: [],
  };
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [node] }] };
  markArticle({ tree, anchored: [], steps: [] }, { id: 'x', folder: 'fixes', anchors: [], was: [] }, markup);
  return Object.fromEntries(
    node.attributes.flatMap((part) => (part.type === 'mdxJsxAttribute' ? [[part.name, part.value]] : [])),
  );
}

const waysOf = (written: Readonly<Record<string, string>>): unknown =>
  JSON.parse(String(filled('Path', written)['ways']));

test('a path shows the ways of the platform that it is for, each under its versions, and no other ones', () => {
  deepEqual(waysOf({ to: 'messages', for: 'desk' }), [
    { rows: ['Menu', 'Messages'], ids: ['desk'], label: 'Desk' },
  ]);
  deepEqual(waysOf({ to: 'messages', for: 'phone' }), [
    { rows: ['Settings', 'Apps', 'Messages'], ids: ['v18'], label: 'OS 18 and later' },
    { rows: ['Settings', 'Messages'], ids: ['v15'], label: 'OS 15–17' },
  ]);
});

test('a path that is for nobody is for the first platform, and goes on with the rows of its own', () => {
  deepEqual(waysOf({ to: 'messages', then: 'Send › Now ›' }), [
    { rows: ['Settings', 'Apps', 'Messages', 'Send', 'Now'], ids: ['v18'], label: 'OS 18 and later' },
    { rows: ['Settings', 'Messages', 'Send', 'Now'], ids: ['v15'], label: 'OS 15–17' },
  ]);
  deepEqual(waysOf({ to: 'nowhere' }), []);
});

test('a variant says for what it is: all versions, one of them, or a range in the words of the platform', () => {
  const said = (written: Readonly<Record<string, string>>) => {
    const { ids, label } = filled('Variant', written);
    return [ids, label];
  };
  deepEqual(said({ for: 'phone' }), ['v18 v15', 'Phone']);
  deepEqual(said({ for: 'phone', versions: '15–17' }), ['v15', 'OS 15–17']);
  deepEqual(said({ for: 'phone', versions: '>=16' }), ['v18 v15', 'OS 16 and later']);
  deepEqual(said({ for: 'phone desk' }), ['v18 v15 desk', 'Phone, Desk']);
  deepEqual(said({ for: 'desk', versions: '2' }), ['desk', 'Desk 2']);
});

test('the label that an author wrote is kept, and a variant for nobody has none', () => {
  equal(filled('Variant', { label: 'iPhone 8 and later' })['label'], 'iPhone 8 and later');
  equal(filled('Variant', { for: 'phone', label: 'Mine' })['label'], 'Mine');
  equal(filled('Variant', {})['label'], '');
});
