import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { liftBlocks } from './lift-blocks.ts';

export type Format = 'mdx' | 'md';

const parsers = {
  mdx: unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze(),
  md: unified().use(remarkParse).use(remarkGfm).freeze(),
};

// Looking for GitHub's extensions at every letter takes half of the time, and most articles use none of them.
const plainParsers = {
  mdx: unified().use(remarkParse).use(remarkMdx).freeze(),
  md: unified().use(remarkParse).freeze(),
};

/** What tables, bare addresses, struck words, footnotes and task lists cannot do without. */
const extended = /[|~@]|https?:|www\.|\[\^|\[[ xX]\]|^[ \t>]*(?::-+:?|-+:)[ \t]*$/im;

/** The syntax tree of a body. Throws a `VFileMessage` (with `line`, `column`, `reason`) where MDX does not parse. */
export function parseBody(text: string, format: Format): Root {
  const tree = (extended.test(text) ? parsers : plainParsers)[format].parse(text);
  liftBlocks(tree);
  return tree;
}
