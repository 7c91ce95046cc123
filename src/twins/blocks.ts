import { textOf, type Tree } from '../html/tree.ts';
import { codeBlock, escapeStart, escapeText } from '../domain/values/markdown-text.ts';
import { inlineOf, isBlock, type Absolute } from './inline.ts';
import { isLeftOut } from './left-out.ts';

/** A part of a page as blocks of Markdown, each without an empty line at its ends. */
export function blocksOf(parts: readonly (Tree | string)[], absolute: Absolute): readonly string[] {
  const blocks: string[] = [];
  let line: (Tree | string)[] = [];
  const endLine = (): void => {
    const words = escapeStart(inlineOf(line, absolute));
    if (words !== '') blocks.push(words);
    line = [];
  };
  for (const part of parts) {
    if (typeof part === 'object' && isLeftOut(part)) continue;
    if (typeof part === 'object' && standsAlone(part)) {
      endLine();
      blocks.push(...blockOf(part, absolute));
    } else line.push(part);
  }
  endLine();
  return blocks;
}

/** Whether an element is a block, or holds one: links stay in their line whatever they hold. */
function standsAlone({ name, inside }: Tree): boolean {
  if (isBlock(name)) return true;
  return (
    name !== 'a' && name !== 'svg' && inside.some((part) => typeof part === 'object' && standsAlone(part))
  );
}

type Write = (element: Tree, absolute: Absolute) => readonly string[];

const blockOf = rememberingShared(writeBlock);
const itemOf = rememberingShared(writeItem);

/** Does the same, once for an element that many pages have and that leads to the same addresses. */
function rememberingShared(write: Write): Write {
  const known = new WeakMap<Absolute, WeakMap<Tree, readonly string[]>>();
  return (element, absolute) => {
    if (!element.shared) return write(element, absolute);
    const written = known.get(absolute) ?? new WeakMap<Tree, readonly string[]>();
    known.set(absolute, written);
    const blocks = written.get(element) ?? write(element, absolute);
    written.set(element, blocks);
    return blocks;
  };
}

function writeBlock(element: Tree, absolute: Absolute): readonly string[] {
  const { name, attributes, inside } = element;
  const heading = /^h([1-6])$/.exec(name);
  if (heading) return headingOf(Number(heading[1]), inside, absolute);
  if (name === 'version-picker')
    return elementsIn(element, 'p').flatMap((part) => blocksOf([part], absolute));
  if (name === 'details') return foldOf(element, absolute);
  if (name === 'summary') return summaryOf(element, absolute);
  if (name === 'ul' || name === 'ol') return listOf(element, absolute);
  if (name === 'pre') return [codeBlock(textOf(element), attributes['data-language'] ?? '')];
  if (name === 'table') return [tableOf(element, absolute)];
  if (name === 'hr') return ['---'];
  if (name === 'blockquote') return quoted(blocksOf(inside, absolute));
  if (/(?:^|\s)callout(?:\s|$)/.test(attributes['class'] ?? '')) return quoted(blocksOf(inside, absolute));
  if (name === 'dt' || name === 'figcaption' || isLabel(attributes))
    return strong(inlineOf(inside, absolute));
  return blocksOf(inside, absolute);
}

/** A heading with its permanent link. */
function headingOf(level: number, inside: Tree['inside'], absolute: Absolute): readonly string[] {
  const words = inlineOf(inside, absolute);
  return words === '' ? [] : [`${'#'.repeat(level)} ${words.replace(/(?:^|(?<=\s))#+$/, '\\$&')}`];
}

/** Something that can be folded; nothing where there is nothing in it. */
function foldOf({ inside }: Tree, absolute: Absolute): readonly string[] {
  const isHead = (part: Tree | string): boolean => typeof part === 'object' && part.name === 'summary';
  const within = blocksOf(
    inside.filter((part) => !isHead(part)),
    absolute,
  );
  return within.length === 0 ? [] : [...blocksOf(inside.filter(isHead), absolute), ...within];
}

/** What stands over something that can be folded; the name that only readers of screens hear, where it shows none. */
function summaryOf({ attributes, inside }: Tree, absolute: Absolute): readonly string[] {
  const blocks = inside.some((part) => typeof part === 'object' && /^h\d$/.test(part.name));
  if (blocks) return blocksOf(inside, absolute);
  return strong(inlineOf(inside, absolute) || inlineOf([attributes['aria-label'] ?? ''], absolute));
}

/** The words above a variant or over a part of a card. */
function isLabel({ class: names = '' }: Tree['attributes']): boolean {
  return /(?:^|\s)(?:label|for|name)(?:\s|$)/.test(names);
}

function strong(words: string): readonly string[] {
  if (words === '') return [];
  return [words.includes('*') || words.includes('](') ? escapeStart(words) : `**${words}**`];
}

function quoted(blocks: readonly string[]): readonly string[] {
  return blocks.length === 0
    ? []
    : [
        blocks
          .join('\n\n')
          .replace(/^(?=.)/gm, '> ')
          .replace(/^$/gm, '>'),
      ];
}

function listOf({ name, attributes, inside }: Tree, absolute: Absolute): readonly string[] {
  const items = inside.filter((part): part is Tree => typeof part === 'object' && !isLeftOut(part));
  const first = Number(attributes['start'] ?? 1);
  const written = items.flatMap((item) => {
    const blocks = item.name === 'li' ? itemOf(item, absolute) : blocksOf([item], absolute);
    return blocks.length === 0 ? [] : [blocks];
  });
  if (written.length === 0) return [];
  const isTight = written.every((blocks) =>
    blocks.every((block, at) => at === 0 || /^(?:[-*] |\d+\. )/.test(block)),
  );
  const lines = written.map((blocks, at) => {
    const mark = name === 'ol' ? `${first + at}. ` : '- ';
    return mark + blocks.join(isTight ? '\n' : '\n\n').replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`);
  });
  return [lines.join(isTight ? '\n' : '\n\n')];
}

/** An item of a list; a row of a drawn screen by its label and its value. */
function writeItem({ attributes, inside }: Tree, absolute: Absolute): readonly string[] {
  if (attributes['class'] !== 'row') return blocksOf(inside, absolute);
  const words = inside.map((part) =>
    typeof part === 'object' &&
    part.attributes['class'] === 'label' &&
    part.inside.every((each) => typeof each === 'string')
      ? (strong(inlineOf(part.inside, absolute))[0] ?? '')
      : inlineOf([part], absolute) || escapeText(textOf(part).trim()),
  );
  return [words.filter(Boolean).join(' ')];
}

function elementsIn({ inside }: Tree, name: string): readonly Tree[] {
  return inside.flatMap((part) =>
    typeof part === 'string' ? [] : part.name === name ? [part] : elementsIn(part, name),
  );
}

function tableOf(table: Tree, absolute: Absolute): string {
  const rows = elementsIn(table, 'tr').map((row) =>
    row.inside
      .filter((cell): cell is Tree => typeof cell === 'object' && /^t[dh]$/.test(cell.name))
      .map((cell) => inlineOf(cell.inside, absolute)),
  );
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const lineOf = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, at) => (cells[at] ?? '').replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [lineOf(head), lineOf(Array.from({ length: width }, () => '---')), ...body.map(lineOf)].join('\n');
}
