import type { Element, Nodes, Root } from 'hast';
import { visit } from '../visit.ts';

/** Gives the check boxes of a task list the words beside them as their name; without one they are silent to a screen reader. */
export function rehypeTaskLabels(fallback: string) {
  return (tree: Root): void =>
    visit(tree, 'element', (item) => {
      const box = item.tagName === 'li' && checkBoxOf(item);
      if (box) box.properties['ariaLabel'] = textOf(item).trim() || fallback;
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
