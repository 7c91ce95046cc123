import { textOf, type Tree } from '../html/tree.ts';
import { codeSpan, escapeText, linkTarget } from '../domain/values/markdown-text.ts';
import { isAnchor, isLeftOut } from './left-out.ts';

/** Makes an address of a page the whole one, as a program needs it that has only the text. */
export type Absolute = (href: string) => string;

/** The running text of a part of a page as one line of Markdown, without white space at its ends. */
export function inlineOf(parts: readonly (Tree | string)[], absolute: Absolute): string {
  if (parts.every((part) => (typeof part === 'string' ? part.trim() === '' : isAnchor(part)))) return '';
  return parts
    .reduce<string>(
      (line, part) => joined(line, typeof part === 'string' ? escapeText(part) : marked(part, absolute)),
      '',
    )
    .trim();
}

/** One white space between two pieces, and no two marks that would be read as one. */
function joined(line: string, next: string): string {
  if (next.startsWith('[#](')) return line.trimEnd() + next;
  if (/\s$/.test(line)) return line + next.trimStart();
  return line.endsWith('*') && next.startsWith('*') ? `${line} ${next}` : line + next;
}

/** An element in a line. What is a block of its own elsewhere (in a link, say) is set off by white space. */
function marked(element: Tree, absolute: Absolute): string {
  if (isLeftOut(element)) return '';
  const { name, attributes, inside } = element;
  if (isAnchor(element)) return `[#](${linkTarget(absolute(attributes['href'] ?? ''))})`;
  if (name === 'br') return ' ';
  if (name === 'img') return imageOf(attributes, absolute);
  if (name === 'svg') return drawingOf(element);
  if (/^(?:code|samp)$/.test(name)) return codeSpan(textOf(element));
  const text = textOf(element);
  const spaces = { before: /^\s/.test(text) ? ' ' : '', after: /\s$/.test(text) ? ' ' : '' };
  const words = inlineOf(inside, absolute);
  if (words === '') return spaces.before;
  if (name === 'a' && attributes['href'] !== undefined)
    return `${spaces.before}[${withoutLinks(words)}](${linkTarget(absolute(attributes['href']))})${spaces.after}`;
  if (/^(?:b|strong|kbd)$/.test(name)) return `${spaces.before}${between('**', words)}${spaces.after}`;
  if (/^(?:em|i|cite|dfn)$/.test(name)) return `${spaces.before}${between('*', words)}${spaces.after}`;
  if (isBlock(name)) return ` ${words} `;
  return `${spaces.before}${words}${spaces.after}`;
}

/** Marks count only beside letters and digits wherever they stand; other words are set without them. */
function between(mark: string, words: string): string {
  const fits = /^[\p{L}\p{N}]/u.test(words) && /[\p{L}\p{N}]$/u.test(words) && !words.includes('*');
  return fits ? `${mark}${words}${mark}` : words;
}

/** Links hold no links. */
function withoutLinks(words: string): string {
  return words.replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1');
}

function imageOf(attributes: Tree['attributes'], absolute: Absolute): string {
  const { alt = '', src = '' } = attributes;
  if (src === '' || src.startsWith('data:')) return escapeText(alt);
  return alt === '' ? '' : `![${escapeText(alt)}](${linkTarget(absolute(src))})`;
}

/** A drawing by what it shows. */
function drawingOf({ attributes, inside }: Tree): string {
  const title = inside.find((part): part is Tree => typeof part === 'object' && part.name === 'title');
  const words = attributes['aria-label'] ?? (title ? textOf(title) : '');
  return words.trim() === '' ? '' : between('*', escapeText(words.trim()));
}

const blocks = new Set(
  'address article aside blockquote dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table ul'.split(
    ' ',
  ),
);

/** Whether an element stands on lines of its own. */
export function isBlock(name: string): boolean {
  return blocks.has(name);
}
