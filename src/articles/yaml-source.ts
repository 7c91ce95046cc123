import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Place } from '../domain/problem.ts';

/** Keys and indexes that lead to a value, as in `['solves', 0, 'cause']`. */
export type FieldPath = readonly (string | number)[];

/** A YAML text that knows where its values stand. */
export interface YamlSource {
  readonly data: unknown;
  readonly errors: readonly { readonly place: Place; readonly message: string }[];
  /** The place of a value; of its nearest parent where the path does not exist. */
  readonly placeOf: (path: FieldPath) => Place;
  /** The place of a key, for "unknown field". */
  readonly placeOfKey: (path: FieldPath) => Place;
}

/** Parses YAML that starts on line `firstLine` of `file`; `lines` are all lines of the file. */
export function parseYaml(text: string, file: string, lines: readonly string[], firstLine: number): YamlSource {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    const row = Math.max(1, line) + firstLine - 1;
    return { file, line: row, column: Math.max(1, col), text: lines[row - 1]?.trim() };
  };
  const errors = [...document.errors, ...document.warnings].map((error) => ({
    place: placeAt(error.pos[0]),
    message: firstSentence(error.message),
  }));
  return {
    data: document.errors.length > 0 ? undefined : document.toJS(),
    errors,
    placeOf: (path) => placeAt(startOf(nodeAt(document, path))),
    placeOfKey: (path) => placeAt(startOfKey(document, path) ?? startOf(nodeAt(document, path))),
  };
}

function nodeAt(document: Document, path: FieldPath): Node | null {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (node && typeof node === 'object' && 'range' in node) return node as Node;
  }
  return document.contents as Node | null;
}

function startOfKey(document: Document, path: FieldPath): number | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path.at(-1)));
  return pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}

function firstSentence(message: string): string {
  const line = message.split('\n')[0]?.trim() ?? message;
  return line.endsWith('.') ? line : `${line}.`;
}
