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

/** The syntax tree of a body. Throws a `VFileMessage` (with `line`, `column`, `reason`) where MDX does not parse. */
export function parseBody(text: string, format: Format): Root {
  const tree = parsers[format].parse(text);
  liftBlocks(tree);
  return tree;
}
