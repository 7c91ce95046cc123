import type { Nodes, PhrasingContent } from 'mdast';
import type { Place } from '../../domain/problems/problem.ts';
import { attribute } from '../../markdown/find-anchors.ts';
import type { TextFile, Body } from '../content.ts';
import { rawField } from '../read/raw-fields.ts';
import { componentOf, namersOf } from '../../markdown/components.ts';

/** A piece of running text, with the place of each of its characters. */
export interface Passage {
  /** Names of buttons stand between `nameStart` and `nameEnd`, a `<Path>` is its key between `pathStart` and `pathEnd`. */
  readonly text: string;
  readonly role: 'field' | 'paragraph' | 'step' | 'note' | 'cell' | 'heading';
  readonly placeAt: (index: number) => Place;
}

export const marks = {
  nameStart: '\uE000',
  nameEnd: '\uE001',
  pathStart: '\uE002',
  pathEnd: '\uE003',
} as const;

/** What an article says in its fields, titles apart. What readers type and what screens say is not the author's to change. */
export function fieldPassages(file: TextFile): readonly Passage[] {
  const passage = (value: unknown, path: readonly (string | number)[]): Passage[] =>
    typeof value === 'string' ? [{ text: value, role: 'field', placeAt: () => file.placeOf(path) }] : [];
  const list = (name: string): readonly unknown[] => {
    const value = rawField(file, name);
    return Array.isArray(value) ? (value as readonly unknown[]) : [];
  };
  const inEntries = (name: string, field: string): Passage[] =>
    list(name).flatMap((entry, index) =>
      passage(
        typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[field] : undefined,
        [name, index, field],
      ),
    );
  return [
    ...['short', 'summary', 'verify', 'cost', 'because'].flatMap((name) =>
      passage(rawField(file, name), [name]),
    ),
    ...['lost', 'kept', 'needs'].flatMap((name) =>
      list(name).flatMap((entry, index) => passage(entry, [name, index])),
    ),
    ...inEntries('explains', 'because'),
    ...inEntries('solves', 'because'),
    ...inEntries('similar', 'difference'),
  ];
}

/** Code as it stands, but without what a rule would take for a slip of Markdown; as long as before, so that places stay. */
function plainCode(value: string): string {
  return value.replace(/`|\*\*|\](?= ?\()/g, (sign) => '·'.repeat(sign.length));
}

/** The running text of a body. `step` is the first paragraph of a step, `note` what else stands in a step. */
export function bodyPassages(file: TextFile, body: Body): readonly Passage[] {
  const steps = new Set<Nodes>(body.stepItems.map(({ item }) => item));
  const found: Passage[] = [];
  const visit = (node: Nodes, role: Passage['role']): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      found.push(
        passageOf(
          file,
          node.children,
          node.type === 'paragraph' ? role : node.type === 'heading' ? 'heading' : 'cell',
        ),
      );
    } else if (steps.has(node) && 'children' in node) {
      node.children.forEach((child, index) => visit(child, index === 0 ? 'step' : 'note'));
    } else if (
      'children' in node &&
      !(node.type === 'mdxJsxFlowElement' && componentOf(node.name)?.holds === 'labels')
    ) {
      for (const child of node.children) visit(child, role === 'step' ? 'note' : role);
    }
  };
  visit(body.tree, 'paragraph');
  return found;
}

/** The sentences of a passage, each with where it begins. */
export function sentencesOf({ text }: Passage): readonly { readonly text: string; readonly index: number }[] {
  const sentences: { text: string; index: number }[] = [];
  let index = 0;
  for (const part of text.split(
    /((?<=[.!?…]["”“’)\]\uE001]{0,2})\s+(?=["“„‘(]?(?:[\uE000\uE002\p{Lu}\p{N}]|\p{Ll}\p{Lu})))/u,
  )) {
    if (part.trim() !== '') sentences.push({ text: part, index });
    index += part.length;
  }
  return sentences;
}

/** How many words a reader counts; a `<Path>` is one. */
export function wordCount(text: string): number {
  return text
    .replace(/\uE002[^\uE003]*\uE003/g, 'place')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The text with names, paths and quotations blanked, so that only the author's own words are left; every index stays. */
export function ownWords(text: string): string {
  return text.replace(/\uE000[^\uE001]*\uE001|\uE002[^\uE003]*\uE003|„[^“]*“|“[^”]*”|"[^"]*"/g, (found) =>
    ' '.repeat(found.length),
  );
}

/** The text as an author writes it in Markdown. */
export function asMarkdown(text: string): string {
  return text
    .replace(/\uE000([^\uE001]*)\uE001/g, '**$1**')
    .replace(/\uE002([^\uE003]*)\uE003/g, '<Path to="$1" />')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Components that name a place in the interface, each with the attribute that does. */
const placers = namersOf('place');

function passageOf(file: TextFile, nodes: readonly PhrasingContent[], role: Passage['role']): Passage {
  const parts: { readonly start: number; readonly node: Nodes }[] = [];
  let text = '';
  const add = (value: string, node: Nodes): void => {
    parts.push({ start: text.length, node });
    text += value;
  };
  const visit = (node: PhrasingContent): void => {
    if (node.type === 'text') add(node.value, node);
    else if (node.type === 'inlineCode')
      add(`${marks.nameStart}${plainCode(node.value)}${marks.nameEnd}`, node);
    else if (node.type === 'break') add(' ', node);
    else if (node.type === 'mdxJsxTextElement' && placers.has(node.name ?? ''))
      add(
        `${marks.pathStart}${attribute(node, placers.get(node.name ?? '') ?? '') ?? ''}${marks.pathEnd}`,
        node,
      );
    else if ('children' in node) {
      if (node.type === 'strong') add(marks.nameStart, node);
      for (const child of node.children) visit(child as PhrasingContent);
      if (node.type === 'strong') add(marks.nameEnd, node);
    }
  };
  for (const node of nodes) visit(node);
  return { text, role, placeAt: (index) => placeIn(file, parts, text, index) };
}

function placeIn(
  file: TextFile,
  parts: readonly { readonly start: number; readonly node: Nodes }[],
  text: string,
  index: number,
): Place {
  const part = parts.findLast(({ start }) => start <= index) ?? parts[0];
  const start = part?.node.position?.start ?? { line: 1, column: 1 };
  if (part?.node.type !== 'text') return file.placeAt(start.line, start.column);
  const before = text.slice(part.start, index).split('\n');
  const line = start.line + before.length - 1;
  const source = file.lines[line - 1] ?? '';
  const column =
    before.length === 1
      ? start.column + before[0]!.length
      : (/^[\s>]*/.exec(source)?.[0].length ?? 0) + (before.at(-1)?.length ?? 0) + 1;
  // Escapes and entities make the source longer than the text.
  const word = /^[\p{L}\p{N}]+/u.exec(text.slice(index))?.[0];
  const found = word ? source.indexOf(word, column - 1) : -1;
  return file.placeAt(line, found === -1 ? column : found + 1);
}
