import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { unified, type Processor } from 'unified';
import type { Format } from './format.ts';
import { liftBlocks } from './lift-blocks.ts';
import { treeOf } from './plain/plain-tree.ts';

export type { Format };

const parsers = {
  mdx: unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze(),
  md: unified().use(remarkParse).use(remarkGfm).freeze(),
};

// Looking for GitHub's extensions at every letter takes half of the time, and most articles use none of them.
const plainParsers = {
  mdx: unified().use(remarkParse).use(remarkMdx).freeze(),
  md: unified().use(remarkParse).freeze(),
};

// A table alone needs none of the others, which look for an address at every letter.
const tableParsers = {
  mdx: unified().use(remarkParse).use(remarkMdx).use(remarkTable).freeze(),
  md: unified().use(remarkParse).use(remarkTable).freeze(),
};

// Letters that stand without spaces: bold, slanted and struck words begin and end between them and signs, too.
const denseParsers = {
  mdx: unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkDense).freeze(),
  md: unified().use(remarkParse).use(remarkGfm).use(remarkDense).freeze(),
};

function remarkDense(this: Processor): void {
  (this.data().micromarkExtensions ??= []).push(cjkFriendlyExtension(), gfmStrikethroughCjkFriendly());
}

function remarkTable(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmTable());
  (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown());
}

/** What tables, bare addresses, struck words, footnotes and task lists cannot do without. */
const extended = /[|~@]|https?:|www\.|\[\^|\[[ xX]\]|^[ \t>]*(?::-+:?|-+:)[ \t]*$/im;

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const more = /[~@]|https?:|www\.|\[\^|\[[ xX]\]/i;

/** The syntax tree of a body. Throws a `VFileMessage` (with `line`, `column`, `reason`) where MDX does not parse. */
export function parseBody(text: string, format: Format): Root {
  const tree = treeBefore(text, format);
  liftBlocks(tree);
  return tree;
}

function treeBefore(text: string, format: Format): Root {
  if (dense.test(text)) return denseParsers[format].parse(text);
  if (more.test(text)) return parsers[format].parse(text);
  const parser = (extended.test(text) ? tableParsers : plainParsers)[format];
  return treeOf(text, format, (part) => parser.parse(part));
}
