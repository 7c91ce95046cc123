import { posix } from 'node:path';
import { decodePart } from '../../domain/values/decode.ts';
import { wordsOf } from '../../markdown/find-anchors.ts';
import {
  count,
  type Block,
  type LeftOut,
  type LeftOutReason,
  type SourceDocument,
  type SourceText,
} from '../model.ts';
import { drop, type BlockContext } from './block.ts';
import { blocksOf, cleanBlock, dropFollowers } from './blocks.ts';
import { longest } from './folder.ts';
import { splitSource, textField } from './front-matter.ts';
import { entriesOfExport } from './help-desk.ts';
import { cleanPage } from './html.ts';
import { parseOldText } from './parse.ts';

/** The articles of a text: one, or as many as an export holds; or why it holds none. */
export function documentsOf(
  source: SourceText,
  texts: ReadonlyMap<string, SourceText>,
): readonly (SourceDocument | LeftOut)[] {
  const leave = (reason: LeftOutReason, detail: string): LeftOut => ({ path: source.path, reason, detail });
  try {
    if (/\.json$/i.test(source.path)) {
      const entries = entriesOfExport(source);
      if (entries.length === 0)
        return [leave('not-an-article', 'JSON without entries that have a title and a body')];
      return entries.map(({ path, name, title, html, fields }) =>
        html.length > longest
          ? { path, reason: 'too-large' as const, detail: `${html.length} characters, more than ${longest}` }
          : htmlDocument({ ...source, path, text: html }, name, { ...fields, title }),
      );
    }
    if (/\.html?$/i.test(source.path)) return [htmlDocument(source, nameOf(source.path), {})];
    if (tooDeep.test(source.text)) return [leave('nested-too-deeply', 'more than a hundred levels')];
    return [markdownDocument(source, texts)];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [leave('nested-too-deeply', 'the text is nested too deeply to be read')];
  }
}

/** Signs of a nesting that no person wrote; a parser needs longer for it with every level. */
const tooDeep = /^(?:[ \t]{200,}\S|[ \t]*(?:>[ \t]*){60,}|[ \t]*(?:[-*+][ \t]+){60,})/m;

function markdownDocument(source: SourceText, texts: ReadonlyMap<string, SourceText>): SourceDocument {
  const constructs = countsOf(source);
  const { fields, body, above, error } = splitSource(source.text);
  if (error !== undefined) count(constructs, 'front matter that cannot be read');
  const blocks = blocksOf(
    parseOldText(body),
    above,
    contextOf(source.path, texts, constructs, [source.path]),
  );
  return {
    path: source.path,
    name: nameOf(source.path),
    sha: source.sha,
    fields,
    title: titleOf(fields, blocks),
    blocks,
    constructs,
  };
}

function contextOf(
  path: string,
  texts: ReadonlyMap<string, SourceText>,
  constructs: Map<string, number>,
  within: readonly string[],
): BlockContext {
  return {
    mdx: /\.mdx$/i.test(path),
    constructs,
    include: (address) => {
      const target = posix.normalize(
        posix.join(posix.dirname(path), decodePart(address.split(/[?#]/)[0] ?? '')),
      );
      const text = within.length < 4 && !within.includes(target) ? texts.get(target) : undefined;
      if (!text || tooDeep.test(text.text)) return undefined;
      const { body, above } = splitSource(text.text);
      return blocksOf(parseOldText(body), above, contextOf(target, texts, constructs, [...within, target]));
    },
  };
}

function htmlDocument(
  source: SourceText,
  name: string,
  fields: Readonly<Record<string, unknown>>,
): SourceDocument {
  const constructs = countsOf(source);
  const context: BlockContext = { mdx: false, constructs, include: () => undefined };
  const { title, pieces } = cleanPage(source.text);
  const blocks = pieces.flatMap(({ nodes, anchors, removed, line }): readonly Block[] => {
    if (nodes.length === 0) {
      const block: Block = { line, kind: 'html', nodes: [], anchors: [...anchors], why: '', words: '' };
      return [drop(block, removed[0] ?? 'HTML without words', context)];
    }
    for (const one of removed) count(constructs, one);
    return nodes.map((node, index) => {
      const whole = node.type === 'text' ? ({ type: 'paragraph', children: [node] } as const) : node;
      const block = cleanBlock({ ...whole } as typeof node, line, context);
      if (index === 0) block.anchors.push(...anchors);
      return block;
    });
  });
  dropFollowers(blocks, context);
  const all = { ...fields, ...(fields['title'] === undefined && title !== '' ? { title } : {}) };
  return {
    path: source.path,
    name,
    sha: source.sha,
    fields: all,
    title: titleOf(all, blocks),
    blocks,
    constructs,
  };
}

function countsOf({ mended }: SourceText): Map<string, number> {
  return new Map(mended.map((what) => [what, 1]));
}

function titleOf(fields: Readonly<Record<string, unknown>>, blocks: readonly Block[]): string {
  const first = blocks.find(({ nodes }) => nodes[0]?.type === 'heading')?.nodes[0];
  const heading = first?.type === 'heading' && first.depth === 1 ? wordsOf(first) : '';
  return textField(fields, 'title', 'name', 'subject') || heading;
}

/** What a file is called without its ending; a page called `index` or `readme` has the name of its folder. */
export function nameOf(path: string): string {
  const stem = posix.basename(path).replace(/\.[^.]+$/, '');
  const folder = posix.basename(posix.dirname(path));
  return /^(?:_?index|readme)$/i.test(stem) && folder !== '.' && folder !== '' ? folder : stem;
}
