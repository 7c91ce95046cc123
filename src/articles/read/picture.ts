import { parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import type { Picture } from '../../domain/knowledge/picture.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { DataFile } from '../content.ts';
import { digestOf } from '../digest.ts';
import { fileNameIn } from '../content-dir.ts';
import { readText, type Intake } from './files.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A drawing taken apart, and what it holds that no page may take in, by where that stands in the text. */
export interface ParsedPicture {
  readonly picture: Picture;
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
  if (picture.title === '')
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
  return { id, file, value: picture, made: digestOf(text), placeOf: () => ({ file, line: 1, column: 1 }) };
}

/**
 * Takes an SVG text apart as a browser would. The shapes are written anew from what was understood, so that a page holds
 * nothing that was not looked at. Never throws; of a text without `<svg>` nothing is left.
 */
export function parsePicture(text: string): ParsedPicture {
  const root = parseFragment(text, { sourceCodeLocationInfo: true });
  const type = /<!(?:DOCTYPE|ENTITY)/i.exec(text);
  const faults = [
    ...(type ? [{ offset: type.index, what: 'a document type' }] : []),
    ...root.childNodes.flatMap(faultsOf),
  ];
  const svg = root.childNodes.find((node): node is Element => node.nodeName === 'svg');
  if (!svg) return { picture: { viewBox: standardBox, title: '', shapes: '' }, faults };
  const title = svg.childNodes.find((node) => node.nodeName === 'title');
  tidy(svg, title);
  return {
    picture: {
      viewBox: svg.attrs.find(({ name }) => name === 'viewBox')?.value ?? standardBox,
      title: title ? wordsIn(title).trim() : '',
      shapes: serialize(svg).replace(emptyShape, '/>'),
    },
    faults,
  };
}

const standardBox = '0 0 24 24';

/** The elements that draw something by themselves; every other one needs ids, styles, scripts or other files. */
const shapes: ReadonlySet<string> = new Set(
  'svg g title desc path rect circle ellipse line polyline polygon text tspan'.split(' '),
);

const emptyShape = /><\/(?:path|rect|circle|ellipse|line|polyline|polygon)>/g;

const elements: Readonly<Record<string, string>> = {
  script: 'a script',
  style: 'a style',
  foreignObject: 'foreign content',
  image: 'a reference to something else',
  use: 'a reference to something else',
  a: 'a reference to something else',
};

const attributes: readonly (readonly [name: RegExp, what: string])[] = [
  [/^on/i, 'an event handler'],
  [/^style$/i, 'a style'],
  [/^id$/i, 'an id'],
  [/^href$/i, 'a reference to something else'],
];

function faultsOf(node: Node): ParsedPicture['faults'] {
  if (!('tagName' in node)) return [];
  const { tagName, attrs, childNodes, sourceCodeLocation } = node;
  const start = sourceCodeLocation?.startOffset ?? 0;
  const allowed = shapes.has(tagName) && node.namespaceURI.endsWith('/svg');
  return [
    ...(allowed ? [] : [{ offset: start, what: elements[tagName] ?? `\`<${tagName}>\`` }]),
    ...attrs.flatMap(({ prefix, name, value }) => {
      const what =
        attributes.find(([pattern]) => pattern.test(name))?.[1] ??
        (/url\(/i.test(value) ? 'a reference to something else' : undefined);
      const place = sourceCodeLocation?.attrs?.[prefix ? `${prefix}:${name}` : name];
      return what === undefined ? [] : [{ offset: place?.startOffset ?? start, what }];
    }),
    ...childNodes.flatMap(faultsOf),
  ];
}

/** Takes the title of a drawing, comments and the space between shapes out of it. */
function tidy(node: Element, title: Node | undefined): void {
  node.childNodes = node.childNodes.filter(
    (child) =>
      child !== title && child.nodeName !== '#comment' && !('value' in child && child.value.trim() === ''),
  );
  for (const child of node.childNodes) if ('tagName' in child) tidy(child, title);
}

function wordsIn(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(wordsIn).join('') : '';
}
