import { markedParts } from '../../domain/search-marks.ts';
import { fillWords } from '../fill-words.ts';
import { make } from './elements.ts';
import { openIndex } from './index-files.ts';
import { takeMarks } from './marks-store.ts';
import { readQuery } from '../../domain/search-query.ts';
import { termsOfQuery } from '../../domain/search-rank.ts';

const query = takeMarks(location.pathname);
if (query !== undefined) void markPage(query);

/** Marks the words of the query that led here, with a way to take the marks off again. */
async function markPage(text: string): Promise<void> {
  const { knowledge, terms, file } = await openIndex();
  const sought = new Set(termsOfQuery(readQuery(text, knowledge, { verbatim: false })));
  const isHit = (word: string): boolean => !terms.isFiller(word) && sought.has(terms.termOf(word));
  const main = document.querySelector('main');
  if (!main) return;
  const marks = textNodesIn(main).flatMap((node) => markNode(node, isHit));
  if (marks.length === 0) return;
  const { marked = '', unmark = '' } = file.labels.results;
  const button = make('button', { type: 'button', class: 'button' }, unmark);
  const note = make('p', { class: 'marks-note no-print', role: 'status' }, fillWords(marked, { words: text }), ' ', button);
  button.addEventListener('click', () => {
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    main.normalize();
    note.remove();
    main.focus();
  });
  main.prepend(note);
}

function textNodesIn(main: Element): readonly Text[] {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest('svg, script, style, .anchor, button, noscript, template') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

function markNode(node: Text, isHit: (word: string) => boolean): readonly HTMLElement[] {
  const parts = markedParts(node.data, isHit);
  if (!parts.some(({ hit }) => hit)) return [];
  const pieces = parts.map(({ text, hit }) => (hit ? make('mark', {}, text) : document.createTextNode(text)));
  node.replaceWith(...pieces);
  return pieces.filter((piece) => piece instanceof HTMLElement);
}
