import type { Element, Nodes, Root } from 'hast';

/** Gives the check boxes of a task list the words beside them as their name; without one they are silent to a screen reader. */
export function rehypeTaskLabels(fallback: string) {
  return (tree: Root): void => label(tree, fallback);
}

function label(node: Nodes, fallback: string): void {
  if (!('children' in node)) return;
  if (node.type === 'element' && node.tagName === 'li') {
    const box = checkBoxOf(node);
    if (box) box.properties['ariaLabel'] = textOf(node).trim() || fallback;
  }
  for (const child of node.children) label(child, fallback);
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
