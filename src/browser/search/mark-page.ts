import { markedParts } from '../../domain/search/text.ts';
import { fillWords } from '../fill-words.ts';
import { adoptStyle, make } from './elements.ts';
import { takeMarks } from './marks-store.ts';
import style from './mark-page.css?inline';

/** Marks the words of the query that led to this page, with a way to take the marks off again. Earlier marks go first. */
export function markPage(): void {
  const left = takeMarks(location.pathname);
  const main = document.querySelector('main');
  if (!left || !main) return;
  unmark(main);
  for (const node of textNodesIn(main)) markNode(node, (word) => left.words.has(word));
  if (main.querySelector('[data-search-mark]') === null) return;
  const { marked = '', unmark: remove = '' } =
    document.querySelector<HTMLElement>('.search-open')?.dataset ?? {};
  const button = make('button', { type: 'button', class: 'button' }, remove);
  button.addEventListener('click', () => {
    unmark(main);
    main.focus();
  });
  adoptStyle(style);
  const said = make('span', {}, fillWords(marked, { words: left.query }));
  main.prepend(make('p', { class: 'marks-note no-print' }, said, ' ', button));
}

function unmark(main: Element): void {
  main.querySelector('.marks-note')?.remove();
  for (const mark of main.querySelectorAll('[data-search-mark]')) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
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

function markNode(node: Text, isHit: (word: string) => boolean): void {
  const parts = markedParts(node.data, isHit);
  if (parts.some(({ hit }) => hit))
    node.replaceWith(
      ...parts.map(({ text, hit }) => (hit ? make('mark', { 'data-search-mark': '' }, text) : text)),
    );
}
