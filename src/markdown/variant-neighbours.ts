import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from './visit.ts';
import { attribute } from './find-anchors.ts';

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/**
 * Tells every `<Variant>` which versions it and its neighbours are for, as the attribute `beside`: with `ids` filled in, a
 * style sheet then knows whether one that fits stands beside it.
 */
export function nameNeighbours(tree: Root, set: (node: Element, name: string, value: string) => void): void {
  visit(tree, (node) => {
    const variants = 'children' in node ? (node.children as Nodes[]).filter(isVariant) : [];
    const beside = [...new Set(variants.flatMap((variant) => (attribute(variant, 'ids') ?? '').split(' ')))];
    for (const variant of variants) set(variant, 'beside', beside.filter(Boolean).join(' '));
  });
}

function isVariant(node: Nodes): node is Element & Nodes {
  return (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name === 'Variant';
}
