import type { Html, Nodes, Paragraph, Parent, PhrasingContent, RootContent } from 'mdast';
import { wordsOf } from '../../markdown/find-anchors.ts';
import { walk } from '../walk.ts';
import { count } from '../model.ts';

/** What was done to the words of a block; the names are those of the report. */
export type Mended = Set<string>;

/** Mends what other systems leave in running text, in place: spaces that do not break, words glued to bold ones, lines broken by hand. */
export function mendWords(node: RootContent, constructs: Map<string, number>): Mended {
  const mended: Mended = new Set();
  walk(node, (child, parent) => {
    if (child.type === 'paragraph' && parent && /^:::image\b/.test(textOf(child))) {
      const [, alt = ''] = /\balt-text="([^"]*)"/.exec(wordsOf(child)) ?? [];
      parent.children.splice(parent.children.indexOf(child), 1, pictureTodo(alt));
      mended.add('picture');
      count(constructs, 'picture');
      return;
    }
    if (child.type === 'text') mendText(child, mended, constructs);
    else if (child.type === 'footnoteReference')
      replaceIn(parent, child, { type: 'text', value: `[${child.identifier}]` });
    else if (child.type === 'image' || child.type === 'imageReference') {
      const alt = child.alt?.trim() ?? '';
      if (parent) replaceIn(parent, child, pictureTodo(alt));
      mended.add('picture');
      count(constructs, 'picture');
    }
    if ('children' in child && child.type !== 'list' && child.type !== 'table')
      unglue(child as Parent & { children: PhrasingContent[] }, mended, constructs);
  });
  trimEnds(node);
  if (
    node.type === 'paragraph' ||
    node.type === 'list' ||
    node.type === 'blockquote' ||
    node.type === 'table'
  )
    count(constructs, 'typed path', typedPathsIn(node).length);
  return mended;
}

function textOf({ children: [first] }: Paragraph): string {
  return first?.type === 'text' ? first.value : '';
}

/** Ways through menus that are typed out, as in `Settings > Display`: what is bold, else what reads like one. */
export function typedPathsIn(node: Nodes): readonly string[] {
  const found: string[] = [];
  walk(node, (child) => {
    if (child.type !== 'paragraph' && child.type !== 'heading') return;
    const bold = child.children.filter(({ type }) => type === 'strong').map((one) => wordsOf(one));
    const ways = bold.filter((words) => / [>›→] /.test(words));
    if (ways.length > 0) return void found.push(...ways);
    const words = child.children.map((one) => (one.type === 'inlineCode' ? '' : wordsOf(one))).join(' ');
    for (const [way] of words.replace(/ +/g, ' ').matchAll(typedPath))
      found.push(way.replace(/^(?:Open|Go to|Under|In|From|Select|Choose|Click|Navigate to) /, '').trim());
  });
  return found;
}

const typedPath = /\p{Lu}[^>›→.,;:()!?\n]{0,40}(?: ?[>›→] ?\p{Lu}[^>›→.,;:()!?\n—]{0,40})+/gu;

/** The comment that asks for a drawing in place of a picture of the old site. */
export function pictureTodo(alt: string): Html {
  return todoNode('picture', alt === '' ? 'no words for it' : alt);
}

const ours = new WeakSet<object>();

/** A comment of a draft in the text of a `.md` file. */
export function todoNode(kind: string, ask: string): Html {
  const words = ask.replace(/\s+/g, ' ').replace(/[<>]/g, '').replace(/-{2,}/g, '–').trim();
  const node: Html = { type: 'html', value: `<!-- TODO ${kind}: ${words} -->` };
  ours.add(node);
  return node;
}

/** The sign of an alert, as HTML, so that its brackets are written as they stand; the words follow on the next line. */
export function alertSign(kind: string): Html {
  const node: Html = { type: 'html', value: `[!${kind.toUpperCase()}]\n` };
  ours.add(node);
  return node;
}

/** True for what the import itself has written: all other HTML is left out. */
export function isOurs(node: object): boolean {
  return ours.has(node);
}

/** No paragraph begins or ends with a space. */
function trimEnds(top: Nodes): void {
  walk(top, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const [first, last] = [node.children[0], node.children.at(-1)];
    if (first?.type === 'text') first.value = first.value.trimStart();
    if (last?.type === 'text') last.value = last.value.trimEnd();
    const kept = node.children.filter((child) => child.type !== 'text' || child.value !== '');
    // A comment that begins a paragraph would make HTML of all of it.
    const comments = kept[0]?.type === 'html' ? kept.filter(({ type }) => type === 'html') : [];
    const rest = comments.length > 0 ? kept.filter(({ type }) => type !== 'html') : kept;
    if (comments.length > 0 && rest[0]?.type === 'text') rest[0].value = rest[0].value.trimStart();
    const behind = comments.flatMap((one) => [{ type: 'text', value: ' ' } as const, one]);
    node.children = [...rest, ...behind] as typeof node.children;
  });
}

function mendText(node: { value: string }, mended: Mended, constructs: Map<string, number>): void {
  const spaces = node.value.match(/\u00a0/g)?.length ?? 0;
  if (spaces > 0) {
    count(constructs, 'space that does not break', spaces);
    mended.add('space that does not break');
  }
  const whole = node.value.includes('\n') ? node.value.replace(/[ \t]*\n[ \t]*/g, ' ') : node.value;
  const value = whole
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    // A link that is not closed, and an id in braces that would be taken for a marker, stay text.
    .replace(/\] ?\((?= ?(?:\/|#|https?:)| ?$)/g, '] – (')
    // Signs of Markdown that are left over mark nothing.
    .replace(/(?<=[^\s*])\*\*(?=[^\s*])/g, '* *')
    .replace(/\*{2,}|`/g, '')
    .replace(/\{(?=#|\s*#|\s*was:)/g, '{ ')
    .replace(/^(\d{1,2})([.)])(?=\p{L})/u, '$1$2 ');
  if (value !== whole) mended.add('letters');
  node.value = value;
}

/** Puts a space between words and the bold words or links that are glued to them. */
function unglue(
  parent: { children: PhrasingContent[] },
  mended: Mended,
  constructs: Map<string, number>,
): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'strong' && child.type !== 'link') continue;
    const before = parent.children[index - 1];
    const after = parent.children[index + 1];
    if (after?.type === 'text' && /^\p{L}/u.test(after.value)) continue;
    if (
      before?.type === 'text' &&
      /[\p{L}\p{N},;:.!?]$/u.test(before.value) &&
      !/https?:$/.test(before.value)
    ) {
      before.value += ' ';
      const name = child.type === 'strong' ? 'glued bold' : 'glued link';
      mended.add(name);
      count(constructs, name);
    }
    if (after?.type === 'text') after.value = after.value.replace(/^ +(?=[.,;:!?](?:\s|$))/, '');
  }
}

function replaceIn(parent: Parent | undefined, child: Nodes, by: PhrasingContent): void {
  const index = parent?.children.indexOf(child as (typeof parent.children)[number]) ?? -1;
  if (parent && index >= 0) parent.children[index] = by;
}

/** A paragraph of plain words. */
export function paragraph(text: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value: text }] };
}
