import { markedParts } from '../../domain/search/highlight.ts';
import { readQuery } from '../../domain/search/query.ts';
import { termsOfQuery } from '../../domain/search/rank.ts';
import { fillWords } from '../fill-words.ts';
import { adoptStyle } from './adopt-style.ts';
import { make } from './elements.ts';
import { openIndex } from './index-files.ts';
import { takeMarks } from './marks-store.ts';
import style from './mark-page.css?inline';

/** Marks the words of the query that led to this page, with a way to take the marks off again. Earlier marks go first. */
export async function markPage(): Promise<void> {
  const text = takeMarks(location.pathname);
  const main = document.querySelector('main');
  if (text === undefined || !main) return;
  const { knowledge, terms, file } = await openIndex();
  const sought = new Set(termsOfQuery(readQuery(text, knowledge)));
  unmark(main);
  const isHit = (word: string): boolean => !terms.isFiller(word) && sought.has(terms.termOf(word));
  for (const node of textNodesIn(main)) markNode(node, isHit);
  if (main.querySelector('[data-search-mark]') === null) return;
  const words = file.labels.results;
  const button = make('button', { type: 'button', class: 'button' }, words['unmark'] ?? '');
  button.addEventListener('click', () => {
    unmark(main);
    main.focus();
  });
  adoptStyle(style);
  main.prepend(
    make(
      'p',
      { class: 'marks-note no-print' },
      make('span', {}, fillWords(words['marked'] ?? '', { words: text.slice(0, 60) })),
      ' ',
      button,
    ),
  );
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
