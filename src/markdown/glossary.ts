import type { Link, Nodes, Paragraph, Root, Text } from 'mdast';
import type { Node } from 'unist';
import type { GlossaryEntry } from '../domain/knowledge/site.ts';
import { componentOf } from './components.ts';

/**
 * Links each glossary term where a page uses it first, in running text only: never in headings, links, code, bold names
 * of buttons, or steps' places. A term that holds another comes before it.
 */
export function linkTerms(tree: Root, glossary: readonly GlossaryEntry[]): void {
  const texts = proseIn(tree);
  const words = texts.map(({ text }) => text.value).join('\n');
  for (const { entry, pattern } of patternsOf(glossary)) {
    if (!pattern.test(words)) continue;
    const at = texts.findIndex(({ text }) => pattern.test(text.value));
    if (texts[at]) texts.splice(at, 1, ...linkIn(texts[at], pattern, entry));
  }
}

/** A text that stands in a paragraph. */
interface Prose {
  readonly text: Text;
  readonly paragraph: Paragraph;
}

/** The running text of a tree, in its order. */
function proseIn(tree: Root): Prose[] {
  const found: Prose[] = [];
  const look = (node: Nodes): void => {
    if (!('children' in node) || isNoProse(node)) return;
    for (const child of node.children)
      if (child.type !== 'text') look(child);
      else if (node.type === 'paragraph') found.push({ text: child, paragraph: node });
  };
  look(tree);
  return found;
}

/** Puts a link in the place of a term's first words in a text, and gives what is left of the text around it. */
function linkIn({ text, paragraph }: Prose, pattern: RegExp, entry: GlossaryEntry): readonly Prose[] {
  const { index, 0: word } = pattern.exec(text.value)!;
  const around = [text.value.slice(0, index), text.value.slice(index + word.length)];
  const [before, after] = around.map((value): Text[] => (value === '' ? [] : [{ type: 'text', value }]));
  const at = paragraph.children.indexOf(text);
  paragraph.children.splice(at, 1, ...before!, termLink(entry, word), ...after!);
  return [...before!, ...after!].map((rest) => ({ text: rest, paragraph }));
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
