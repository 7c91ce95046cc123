import type { Element, Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Gives the check boxes of a task list the words beside them as their name; without one they are silent to a screen reader. */
export function rehypeTaskLabels(fallback: string) {
  return (tree: Root): void =>
    visit(tree, { type: 'element', tagName: 'li' }, (item) => {
      const box = checkBoxOf(item as Element);
      if (box) box.properties['ariaLabel'] = textOf(item as Element).trim() || fallback;
    });
}

function checkBoxOf(item: Element): Element | undefined {
  const inside = item.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'p' ? [child, ...child.children] : [child],
  );
  return inside.find(
    (child): child is Element =>
      child.type === 'element' && child.tagName === 'input' && child.properties['type'] === 'checkbox',
  );
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
