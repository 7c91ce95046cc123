import { textOf, type Tree } from '../html/tree.ts';
import { isBlock } from './inline.ts';
import { isAnchor, isLeftOut } from './left-out.ts';

/** A step as it stands in a page. */
export interface PageStep {
  /** Its permanent id. */
  readonly id: string;
  readonly number: number;
  /** What to do, in one line, without the screens and lists below it. */
  readonly text: string;
  /** The name above the variant that it is a part of. */
  readonly variant?: string | undefined;
}

/** The steps in a part of a page, in their order. */
export function stepsIn(tree: Tree, variant?: string): readonly PageStep[] {
  return tree.inside.flatMap((part) => {
    if (typeof part === 'string') return [];
    const { attributes } = part;
    const own = attributes['data-variant'] !== undefined ? (labelIn(part) ?? variant) : variant;
    const { id } = attributes;
    const isStep = id !== undefined && /(?:^|\s)step(?:\s|$)/.test(attributes['class'] ?? '');
    if (!isStep) return stepsIn(part, own);
    return [
      {
        id,
        number: Number(attributes['data-step'] ?? 1),
        text: firstWords(part),
        ...(own ? { variant: own } : {}),
      },
      ...stepsIn(part, own),
    ];
  });
}

function labelIn({ inside }: Tree): string | undefined {
  const label = inside.find(
    (part): part is Tree =>
      typeof part === 'object' && /(?:^|\s)label(?:\s|$)/.test(part.attributes['class'] ?? ''),
  );
  return label && oneLine(textOf(label));
}

/** The words of a step up to its first block; those of its first paragraph where it has paragraphs. */
function firstWords({ inside }: Tree): string {
  const at = inside.findIndex((part) => typeof part === 'object' && isBlock(part.name));
  const before = oneLine((at === -1 ? inside : inside.slice(0, at)).map(wordsOf).join(''));
  const block = inside[at];
  return before !== '' || typeof block !== 'object' ? before : oneLine(wordsOf(block));
}

function wordsOf(part: Tree | string): string {
  if (typeof part === 'string') return part;
  if (part.name === 'br') return ' ';
  return isAnchor(part) || isLeftOut(part) ? '' : part.inside.map(wordsOf).join('');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
