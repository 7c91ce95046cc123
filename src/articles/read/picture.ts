import { DOCTYPE_NODE, ELEMENT_NODE, parse, TEXT_NODE, type ElementNode, type Node } from 'ultrahtml';
import type { Picture } from '../../domain/knowledge/picture.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { DataFile } from '../content.ts';
import { fileNameIn } from '../content-dir.ts';
import { readText, type Intake } from './files.ts';

/** A drawing taken apart, and what it holds that no page may take in, by where that stands in the text; undefined where its tags do not pair. */
export interface ParsedPicture {
  readonly picture: Picture | undefined;
  readonly faults: readonly { readonly offset: number; readonly what: string }[];
}

/** Reads one drawing. Pictures stand inside the page: they need a title and hold nothing that runs, loads or clashes. */
export function readPicture(intake: Intake, id: string, path: string): DataFile<Picture> | undefined {
  const text = readText(intake, path);
  if (text === undefined) return undefined;
  const file = fileNameIn(intake.dir, path);
  const { picture, faults } = parsePicture(text);
  const placeAt = (offset: number): Problem['place'] => {
    const before = text.slice(0, offset).split('\n');
    const line = text.split('\n')[before.length - 1] ?? '';
    return {
      file,
      line: before.length,
      column: (before.at(-1) ?? '').length + 1,
      text: line.trim().slice(0, 80),
    };
  };
  if (picture?.title === '')
    intake.problems.push({
      kind: 'missing-alt',
      place: placeAt(0),
      message: 'The picture has no alternative text.',
      hint: 'Add `<title>what is to be seen</title>` as the first child of `<svg>`.',
    });
  for (const { offset, what } of faults)
    intake.problems.push({
      kind: 'forbidden-markup',
      place: placeAt(offset),
      message: `The picture holds ${what}, which a page must not take in.`,
      hint: 'Use plain shapes and text with presentation attributes.',
    });
  return picture && { id, file, value: picture, placeOf: () => ({ file, line: 1, column: 1 }) };
}

/**
 * Takes an SVG text apart. The shapes are written anew from what was understood, so that a page holds nothing that was not
 * looked at. Never throws; of a text without `<svg>` nothing is left.
 */
export function parsePicture(text: string): ParsedPicture {
  const root = treeOf(text);
  if (!root) return { picture: undefined, faults: [{ offset: 0, what: 'a tag that closes nothing' }] };
  const svg = childrenOf(root).find((node): node is ElementNode => isElement(node) && node.name === 'svg');
  if (!svg) return { picture: { viewBox: standardBox, title: '', shapes: '' }, faults: faultsOf(root, text) };
  const title = svg.children.find((node) => isElement(node) && node.name === 'title');
  return {
    picture: {
      viewBox: svg.attributes['viewBox'] ?? standardBox,
      title: title ? plainText(title) : '',
      shapes: svg.children
        .filter((node) => node !== title)
        .map(markupOf)
        .join(''),
    },
    faults: faultsOf(root, text),
  };
}

/** The parser stumbles over a closing tag that nothing has opened. */
function treeOf(text: string): Node | undefined {
  try {
    return parse(text) as Node;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const standardBox = '0 0 24 24';

/** The elements that draw something by themselves; every other one needs ids, styles, scripts or other files. */
const shapes: ReadonlySet<string> = new Set(
  'svg g title desc path rect circle ellipse line polyline polygon text tspan'.split(' '),
);

const elements: Readonly<Record<string, string>> = {
  script: 'a script',
  style: 'a style',
  foreignobject: 'foreign content',
  image: 'a reference to something else',
  use: 'a reference to something else',
  a: 'a reference to something else',
};

const attributes: readonly (readonly [name: RegExp, what: string])[] = [
  [/^on/i, 'an event handler'],
  [/^style$/i, 'a style'],
  [/^id$/i, 'an id'],
  [/^(?:xlink:)?href$/i, 'a reference to something else'],
];

function faultsOf(node: Node, text: string): ParsedPicture['faults'] {
  const inside = childrenOf(node).flatMap((child) => faultsOf(child, text));
  if (node.type === DOCTYPE_NODE) return [{ offset: node.loc[0].start, what: 'a document type' }];
  if (node.type === TEXT_NODE && isTornTag(node.value)) {
    const offset = text.indexOf(node.value.trim());
    return [{ offset: Math.max(0, offset), what: 'a tag that cannot be read' }];
  }
  if (!isElement(node)) return inside;
  const { start, end } = node.loc[0];
  const tag = text.slice(start, end);
  const what = elements[node.name.toLowerCase()];
  const own =
    what !== undefined || !shapes.has(node.name)
      ? [{ offset: start, what: what ?? `\`<${node.name}>\`` }]
      : [];
  return [
    ...own,
    ...Object.entries(node.attributes).flatMap((pair) => attributeFaults(pair, tag, start)),
    ...inside,
  ];
}

function attributeFaults(
  [name, value]: readonly [string, string],
  tag: string,
  start: number,
): ParsedPicture['faults'] {
  const { index = 0, 0: written = '' } =
    new RegExp(`(?<=[\\s"'])${name.replace(/\W/g, '\\$&')}\\s*(?:=\\s*.)?`, 's').exec(tag) ?? {};
  const unquoted = value === '' && /=\s*[^\s"']$/.test(written);
  const what =
    attributes.find(([pattern]) => pattern.test(name))?.[1] ??
    (/url\(/i.test(value)
      ? 'a reference to something else'
      : unquoted
        ? 'a value without quotes'
        : undefined);
  return what === undefined ? [] : [{ offset: start + index, what }];
}

/** The parser takes for text what it cannot read as a tag; a browser may read it as one. A prolog stands outside of the drawing. */
function isTornTag(text: string): boolean {
  return /<(?!\?xml)|["']\s*\/?>|\/>/.test(text);
}

function markupOf(node: Node): string {
  if (node.type === TEXT_NODE) return node.value.trim() === '' ? '' : node.value.replaceAll('<', '&lt;');
  if (!isElement(node)) return '';
  const written = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`)
    .join('');
  const inner = node.children.map(markupOf).join('');
  return inner === '' ? `<${node.name}${written}/>` : `<${node.name}${written}>${inner}</${node.name}>`;
}

function plainText(node: Node): string {
  if (node.type === TEXT_NODE) return decodeEntities(node.value).trim();
  return childrenOf(node).map(plainText).join(' ').trim();
}

function decodeEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&#39;|&apos;/g, "'")
    .replaceAll('&amp;', '&');
}

function isElement(node: Node): node is ElementNode {
  return node.type === ELEMENT_NODE;
}

function childrenOf(node: Node): readonly Node[] {
  return 'children' in node ? (node.children as readonly Node[]) : [];
}
