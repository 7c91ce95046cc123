import type { Link, Nodes, Paragraph, Parent, PhrasingContent, Root } from 'mdast';
import type { GlossaryEntry } from '../domain/knowledge/site.ts';

/**
 * Links each glossary term where a page uses it first, in running text only: never in headings, links, code, bold names
 * of buttons, or steps' places.
 */
export function linkTerms(tree: Root, glossary: readonly GlossaryEntry[]): void {
  const open = [...glossary]
    .sort((a, b) => b.term.length - a.term.length)
    .map((entry) => ({ entry, pattern: patternOf(entry.term) }));
  visit(tree);

  function visit(node: Nodes): void {
    if (node.type === 'heading' || node.type === 'link' || node.type === 'strong' || node.type === 'code')
      return;
    if (
      (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
      ['Screen', 'Row', 'Path'].includes(node.name ?? '')
    )
      return;
    if (!('children' in node)) return;
    const parent = node as Parent;
    parent.children = (parent.children as PhrasingContent[]).flatMap((child) =>
      child.type === 'text' ? linkIn(child.value, node) : [child],
    ) as typeof parent.children;
    for (const child of parent.children) visit(child);
  }

  function linkIn(text: string, parent: Nodes): PhrasingContent[] {
    if (!isProse(parent)) return [{ type: 'text', value: text }];
    for (const [index, { entry, pattern }] of open.entries()) {
      const match = pattern.exec(text);
      if (!match) continue;
      open.splice(index, 1);
      const word = match[0];
      return [
        ...linkIn(text.slice(0, match.index), parent),
        termLink(entry, word),
        ...linkIn(text.slice(match.index + word.length), parent),
      ].filter((part) => part.type !== 'text' || part.value !== '');
    }
    return [{ type: 'text', value: text }];
  }
}

function isProse(node: Nodes): node is Paragraph {
  return node.type === 'paragraph';
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
