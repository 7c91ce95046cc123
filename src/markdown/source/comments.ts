import type { Html, Parent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Whether a piece of HTML is nothing but comments. */
export function isComment(node: Html): boolean {
  return onlyComments.test(node.value);
}

const onlyComments = /^(?:\s*<!--[\s\S]*?-->)+\s*$/;

/** Takes HTML comments out of a text: they are notes among authors, and a page would publish them in its source. */
export function dropComments(tree: Root): void {
  visit(tree, (node) => {
    if (!('children' in node)) return;
    const parent = node as Parent;
    parent.children = parent.children.filter((child) => child.type !== 'html' || !isComment(child));
  });
}
