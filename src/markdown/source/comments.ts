import type { Html } from 'mdast';

/** Whether a piece of HTML is nothing but comments: notes among authors, which no page publishes. */
export function isComment(node: Html): boolean {
  return /^(?:\s*<!--[\s\S]*?-->)+\s*$/.test(node.value);
}
