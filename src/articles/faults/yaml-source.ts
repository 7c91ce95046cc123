import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
import type { Place } from '../../domain/problems/problem.ts';
import { once } from '../../domain/values/on-demand.ts';
import type { FieldPath } from '../content.ts';
import { plainYaml } from './plain-yaml.ts';
import { wordsForFault } from './yaml-faults.ts';
import { quoted } from './yaml-line.ts';
import { openingOf } from './yaml-openings.ts';

/** A mistake in the YAML itself, in the author's words. */
export interface YamlFault {
  readonly place: Place;
  readonly message: string;
  readonly hint: string;
}

/** A YAML text that knows where its values stand. */
export interface YamlSource {
  /** Undefined where the text does not parse. */
  readonly data: unknown;
  readonly errors: readonly YamlFault[];
  /** The place of a value; of its nearest parent where the path does not exist. */
  readonly placeOf: (path: FieldPath) => Place;
  /** The text of a value that YAML takes for a number, a truth value or nothing, as it stands in the file; undefined for any other. */
  readonly writtenAt: (path: FieldPath) => string | undefined;
  /** The place of a key, for "unknown field". */
  readonly placeOfKey: (path: FieldPath) => Place;
}

/** Parses YAML as `parseAnyYaml` does; of what is plain, without a parser. */
export function parseYaml(...[text, ...place]: Parameters<typeof parseAnyYaml>): YamlSource {
  const data = plainYaml(text);
  if (!data) return parseAnyYaml(text, ...place);
  // Where its values stand, nobody asks before something is to be told of one.
  const source = once(() => parseAnyYaml(text, ...place));
  return {
    data,
    errors: [],
    writtenAt: (path) => source().writtenAt(path),
    placeOf: (path) => source().placeOf(path),
    placeOfKey: (path) => source().placeOfKey(path),
  };
}

/** Parses YAML that starts on line `firstLine` of `file`; `lines` are all lines of the file. Never throws. */
export function parseAnyYaml(
  text: string,
  file: string,
  lines: readonly string[],
  firstLine: number,
): YamlSource {
  const counter = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    const row = Math.max(1, line) + firstLine - 1;
    return { file, line: row, column: Math.max(1, col), text: lines[row - 1]?.trim() };
  };
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'error',
  });
  if (/(?:^|[{,?])\s*(?:[-+.\d]|true|false|null|~)/im.test(text)) keepKeys(document);
  const errors = faultsOf(document, text, lines, placeAt, firstLine);
  const usable =
    document.errors.every(({ code }) => code === 'DUPLICATE_KEY') && errors.every(({ usable: kept }) => kept);
  return {
    data: usable ? document.toJS() : undefined,
    errors: errors.map(({ place, message, hint }) => ({ place, message, hint })),
    writtenAt: (path) => writtenIn(document.getIn(path, true)),
    placeOf: (path) => placeAt(startOf(nodeAt(document, path))),
    placeOfKey: (path) => placeAt(startOfKey(document, path) ?? startOf(nodeAt(document, path))),
  };
}

/** Names of fields are texts, whatever YAML takes them for: `010` is not ten. */
function keepKeys(document: Document): void {
  visit(document, {
    Pair: (_, { key }) => {
      const written = writtenIn(key);
      if (written && isScalar(key)) key.value = written;
    },
  });
}

function writtenIn(node: unknown): string | undefined {
  return isScalar(node) && node.type === 'PLAIN' && typeof node.value !== 'string' ? node.source : undefined;
}

/** A fault, and whether the rest of the text can be trusted in spite of it. */
type Found = YamlFault & { readonly usable: boolean };

/** One mistake makes the parser stumble many times, so only the first of its errors is told; fields written twice are told each. */
function faultsOf(
  document: Document,
  text: string,
  lines: readonly string[],
  placeAt: (offset: number) => Place,
  firstLine: number,
): readonly Found[] {
  const first = document.errors
    .filter(({ code }) => code !== 'DUPLICATE_KEY')
    .sort((a, b) => a.pos[0] - b.pos[0])[0];
  const twice = document.errors
    .filter(({ code, pos }) => code === 'DUPLICATE_KEY' && (!first || pos[0] < first.pos[0]))
    .map(({ pos }) => duplicateField(pos[0], document, placeAt));
  if (first) return [...twice, syntaxFault(first, text, lines, placeAt, firstLine)];
  return [...twice, ...silentFaults(document, text, lines, placeAt)];
}

function syntaxFault(
  error: YAMLError,
  yaml: string,
  lines: readonly string[],
  placeAt: (offset: number) => Place,
  firstLine: number,
): Found {
  const open = openingOf(error, yaml);
  const place = placeAt(open?.offset ?? error.pos[0]);
  if (open) return { place, usable: false, ...open.words(place.text ?? '') };
  const near = (step: number): string => {
    let row = place.line - 1 + step;
    while (row >= firstLine - 1 && row < lines.length && lines[row]?.trim() === '') row += step;
    return row < firstLine - 1 || lines[row]?.trim() === '---' ? '' : (lines[row] ?? '');
  };
  const { message, hint, move } = wordsForFault({
    code: error.code,
    reason: error.message,
    text: lines[place.line - 1] ?? '',
    rest: (lines[place.line - 1] ?? '').slice(place.column - 1),
    before: near(-1),
    after: near(1),
    entry: lines.slice(firstLine - 1, place.line - 1).findLast((line) => /^\s*- /.test(line)) ?? '',
  });
  if (!move) return { place, usable: false, message, hint };
  const text = near(move === 'after' ? 1 : -1);
  const row =
    (move === 'after' ? lines.indexOf(text, place.line) : lines.lastIndexOf(text, place.line - 2)) + 1;
  return {
    place: { ...place, line: row, column: text.length - text.trimStart().length + 1, text: text.trim() },
    usable: false,
    message,
    hint,
  };
}

function duplicateField(offset: number, document: Document, placeAt: (offset: number) => Place): Found {
  const place = placeAt(offset);
  let field = '';
  let first = place.line;
  visit(document, {
    Map: (_, map) => {
      const again = map.items.find(({ key }) => isScalar(key) && key.range?.[0] === offset);
      if (!again || !isScalar(again.key)) return undefined;
      field = String(again.key.value);
      const earlier = map.items.find(({ key }) => isScalar(key) && String(key.value) === field);
      if (earlier && isScalar(earlier.key)) first = placeAt(earlier.key.range?.[0] ?? offset).line;
      return visit.BREAK;
    },
  });
  const where = first === place.line ? 'twice on this line' : `twice: here and on line ${first}`;
  return {
    place,
    usable: true,
    message: `The field \`${field}\` is written ${where}, so one of its values would be lost.`,
    hint: 'Remove one of the two.',
  };
}

/** What YAML accepts but no author means: references, tags, and text cut off at a `#`. */
function silentFaults(
  document: Document,
  text: string,
  lines: readonly string[],
  placeAt: (offset: number) => Place,
): readonly Found[] {
  if (!/(?:^|[\s[{,:])[&*!]\S| #\S/.test(text)) return [];
  const fault = (place: Place, code: string, reason: string): Found => {
    const row = lines[place.line - 1] ?? '';
    const line = { text: row, rest: row.slice(place.column - 1), before: '', after: '', entry: '' };
    return { place, usable: false, ...wordsForFault({ code, reason, ...line }) };
  };
  const found = document.warnings.map(({ pos, code, message }) =>
    fault(placeAt(pos[0]), code === 'TAG_RESOLVE_FAILED' ? 'REFERENCE' : code, message),
  );
  const refer = (node: Node, sign: string): void => {
    const offset = text.lastIndexOf(sign, startOf(node));
    found.push(fault(placeAt(offset === -1 ? startOf(node) : offset), 'REFERENCE', ''));
  };
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) refer(node, '*');
      else if ('anchor' in node && node.anchor) refer(node, `&${node.anchor}`);
      else if (node.tag?.startsWith('!')) refer(node, node.tag);
      else if (
        isScalar(node) &&
        node.type === 'PLAIN' &&
        typeof node.value === 'string' &&
        node.comment &&
        /^\S/.test(node.comment)
      ) {
        const place = placeAt(startOf(node));
        found.push({
          place,
          usable: false,
          message: 'A `#` after a space begins a note, so the text would end before it.',
          hint: `Write \`${quoted(lines[place.line - 1] ?? '')}\`.`,
        });
      }
      return undefined;
    },
  });
  return found.slice(0, 1);
}

function nodeAt(document: Document, path: FieldPath): Node | null {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node;
  }
  return document.contents as Node | null;
}

function startOfKey(document: Document, path: FieldPath): number | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path.at(-1)),
  );
  return pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}
