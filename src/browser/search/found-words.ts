import { markedParts } from '../../domain/search/text.ts';
import { adoptStyle, make } from './elements.ts';
import style from './found-words.css?inline';
import { takeSought } from './words-sought.ts';

/** Milliseconds until the words look again like all others; the style sheet lets them fade meanwhile. */
const shown = 10_000;

/** Highlights the words of the query that led to this page for a while. Earlier ones go first. */
export function showFoundWords(): void {
  const sought = takeSought(location.pathname);
  const main = document.querySelector('main');
  if (!sought || !main) return;
  forget(main);
  for (const node of textNodesIn(main)) highlight(node, (word) => sought.has(word));
  if (main.querySelector('[data-found]') === null) return;
  adoptStyle(style);
  setTimeout(() => forget(main), shown);
}

function forget(main: Element): void {
  for (const found of main.querySelectorAll('[data-found]')) {
    const parent = found.parentNode;
    found.replaceWith(...found.childNodes);
    parent?.normalize();
  }
}

/** Words in controls and drawings stay as they are. */
const leftAlone = 'svg, script, style, template, noscript, button, select, textarea, .anchor';

function textNodesIn(main: Element): readonly Text[] {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(leftAlone) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

function highlight(node: Text, isHit: (word: string) => boolean): void {
  const parts = markedParts(node.data, isHit);
  if (parts.some(({ hit }) => hit))
    node.replaceWith(
      ...parts.map(({ text, hit }) => (hit ? make('mark', { 'data-found': '' }, text) : text)),
    );
}
