import { markedParts } from '../../domain/search/text.ts';
import { wordsSoughtKey } from '../storage-keys.ts';
import style from './fading-marks.css?inline';
import { adoptStyle, elementOf, markup } from '../markup.ts';

/** Milliseconds until the words look again like all others; the style sheet lets them fade meanwhile. */
const shown = 10_000;

/** Highlights the words of the query that led to this page for a while, once. Earlier ones go first. */
export function showFoundWords(): void {
  const main = document.querySelector('main');
  const [page, ...words] = JSON.parse(sessionStorage.getItem(wordsSoughtKey) ?? '[]') as readonly string[];
  sessionStorage.removeItem(wordsSoughtKey);
  if (page !== location.pathname || !main) return;
  forget(main);
  for (const node of textNodesIn(main)) {
    const parts = markedParts(node.data, (word) => words.includes(word));
    if (parts.some(({ hit }) => hit))
      node.replaceWith(
        ...parts.map(({ text, hit }) => (hit ? elementOf(markup`<mark data-found>${text}</mark>`) : text)),
      );
  }
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
