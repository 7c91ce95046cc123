import type { Link, Root } from 'mdast';
import { findAndReplace, type RegExpMatchObject } from 'mdast-util-find-and-replace';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { GlossaryEntry } from '../domain/knowledge/site.ts';
import { componentOf } from './components.ts';

/**
 * Links each glossary term where a page uses it first, in running text only: never in headings, links, code, bold names
 * of buttons, or steps' places. A term that holds another comes before it.
 */
export function linkTerms(tree: Root, glossary: readonly GlossaryEntry[]): void {
  const linked = new Set<GlossaryEntry>();
  const words = textsIn(tree);
  findAndReplace(
    tree,
    patternsOf(glossary)
      .filter(({ pattern }) => pattern.test(words))
      .map(({ entry, pattern }) => [
        pattern,
        (word: string, { stack }: RegExpMatchObject) => {
          if (linked.has(entry) || stack.at(-2)?.type !== 'paragraph') return false;
          linked.add(entry);
          return termLink(entry, word);
        },
      ]),
    { ignore: isNoProse },
  );
}

/** The texts of a tree, one a line: of most terms an article has no word, and none of these need be looked for in the tree. */
function textsIn(tree: Root): string {
  const texts: string[] = [];
  visit(tree, 'text', ({ value }) => void texts.push(value));
  return texts.join('\n');
}

const known = new WeakMap<readonly GlossaryEntry[], readonly Pattern[]>();

interface Pattern {
  readonly entry: GlossaryEntry;
  readonly pattern: RegExp;
}

/** What finds the terms, the longest first: made once for all articles. */
function patternsOf(glossary: readonly GlossaryEntry[]): readonly Pattern[] {
  const made =
    known.get(glossary) ??
    [...glossary]
      .sort((a, b) => b.term.length - a.term.length)
      .map((entry) => ({ entry, pattern: patternOf(entry.term) }));
  known.set(glossary, made);
  return made;
}

/** What an element of the tree is not, whose words stand for themselves. */
function isNoProse(node: Node): boolean {
  const { type, name } = node as { readonly type: string; readonly name?: string | null };
  return (
    ['heading', 'link', 'strong'].includes(type) ||
    (type.startsWith('mdxJsx') && (componentOf(name)?.holds ?? 'text') !== 'text')
  );
}

function termLink(entry: GlossaryEntry, word: string): Link {
  return {
    type: 'link',
    url: `/glossary/#${entry.id}`,
    data: { hProperties: { className: ['term'] } },
    children: [{ type: 'text', value: word }],
  };
}

function patternOf(term: string): RegExp {
  const words = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const startsSmall = /^[a-z]/.test(term);
  return new RegExp(
    `(?<![\\p{L}\\p{N}-])${startsSmall ? `[${words[0]?.toLowerCase()}${words[0]?.toUpperCase()}]${words.slice(1)}` : words}(?![\\p{L}\\p{N}-])`,
    'u',
  );
}
