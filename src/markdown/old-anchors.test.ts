import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { wordsOf } from '../words/words-of.ts';
import { parseBody } from './parse.ts';
import { remarkArticle } from './remark-article.ts';

const { markup, content } = wordsOf('en');
const tombstones = [
  {
    page: '/fixes/toast/',
    anchor: 'shake',
    because: 'It did harm.',
    title: 'Shake it.',
    now: '/fixes/other/#push',
  },
  { page: '/fixes/grill/', because: 'It was hot.', title: 'Grill it', now: '/fixes/toast/' },
  { page: '/fixes/other/', anchor: 'wait', because: 'No.', title: 'Wait.' },
];

/** The ids of a body in the order of the page, each with the ids that it stands in. */
function placesIn(text: string, frontmatter: object = {}, path = '/kb/fixes/toast.mdx'): string {
  const tree: Root = parseBody(text, 'mdx');
  const file = new VFile({ path, data: { astro: { frontmatter } } });
  const given = {
    platforms: [],
    uiPaths: {},
    glossary: [],
    pictures: new Map(),
    screenshots: new Set<string>(),
    tombstones,
    words: { ...markup, steps: content.headings.steps, ranges: content.ranges },
  };
  remarkArticle({ readMarkup: () => given })(tree, file);
  const found: string[] = [];
  const parents = new Map<unknown, string>();
  visit(tree, (node, _, parent) => {
    const within = parents.get(parent) ?? '';
    const own =
      (node.data as { hProperties?: { id?: string } } | undefined)?.hProperties?.id ??
      ('attributes' in node
        ? node.attributes.find((part) => 'name' in part && part.name === 'anchor')?.value
        : undefined);
    parents.set(node, typeof own === 'string' ? own : within);
    if (typeof own === 'string') found.push(within ? `${within}>${own}` : own);
  });
  return found.join(' ');
}

test('an earlier id of a heading or step stands inside it', () => {
  equal(
    placesIn(
      '## Push it {/* #push was: press, shove */}\n\n<Steps>\n1. Wait. {/* was: stay */}\n</Steps>',
      { was: ['none'] },
      '/kb/causes/x.mdx',
    ),
    'push push>press push>shove wait wait>stay',
  );
});

test('an alias of the front matter does the same, with or without #', () => {
  equal(
    placesIn(
      '## Push it',
      {
        anchors: [
          { anchor: '#press', now: '#push-it' },
          { anchor: 'gone', now: 'nowhere' },
        ],
      },
      '/kb/causes/x.mdx',
    ),
    'push-it push-it>press',
  );
});

test('an earlier id of a picture stands right before it', () => {
  equal(
    placesIn(
      '<Picture id="lever" />',
      { anchors: [{ anchor: 'picture-handle', now: 'picture-lever' }] },
      '/kb/causes/x.mdx',
    ),
    'picture-handle picture-lever',
  );
});

test('what was taken away has its note above the text, on the page of its links', () => {
  equal(placesIn('## Push it'), 'shake was-grill push-it');
});

test('a renamed page speaks for what was taken from it under its earlier id', () => {
  equal(placesIn('## Push it', { was: ['other'] }, '/kb/fixes/bread.mdx'), 'wait push-it');
});
