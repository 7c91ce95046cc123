import type { Emphasis, Paragraph, Root } from 'mdast';
import { EXIT, visit } from 'unist-util-visit';
import type { AnchoredNode } from './find-anchors.ts';

/** A note about something taken away, at the top of the page that its links lead to. Shown only to who followed such a link. */
export interface MovedNote {
  readonly id: string;
  readonly text: string;
  readonly link?: { readonly href: string; readonly label: string } | undefined;
}

/** Puts an empty place with each earlier id right where the new one stands, so that old links work without a script. */
export function placeOldAnchors(tree: Root, node: AnchoredNode['node'], ids: readonly string[]): void {
  if (ids.length === 0) return;
  const places = ids.map(placeOf);
  const block: Paragraph = { type: 'paragraph', data: { hName: 'div' }, children: places };
  if (node.type === 'heading') node.children.unshift(...places);
  else if (node.type === 'listItem')
    node.children[0]?.type === 'paragraph'
      ? node.children[0].children.unshift(...places)
      : node.children.unshift(block);
  else
    visit(tree, node, (_, index, parent) => {
      if (parent && index !== undefined)
        parent.children.splice(index, 0, ...(parent.type === 'paragraph' ? places : [block]));
      return EXIT;
    });
}

/** Puts the notes above the text. */
export function placeNotes(tree: Root, notes: readonly MovedNote[]): void {
  tree.children.unshift(
    ...notes.map(({ id, text, link }): Paragraph => ({
      type: 'paragraph',
      data: { hProperties: { id, className: ['moved'] } },
      children: [
        { type: 'text', value: link ? `${text} ` : text },
        ...(link
          ? [
              {
                type: 'link' as const,
                url: link.href,
                children: [{ type: 'text' as const, value: link.label }],
              },
            ]
          : []),
      ],
    })),
  );
}

function placeOf(id: string): Emphasis {
  return { type: 'emphasis', data: { hName: 'span', hProperties: { id, className: ['was'] } }, children: [] };
}
