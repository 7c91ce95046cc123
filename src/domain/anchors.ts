/** What an anchor points to. */
export type AnchorKind = 'heading' | 'step' | 'picture';

/** One permanent place in a page; `line` and `column` (from 1) say where its words stand in the source. */
export interface Anchor {
  readonly id: string;
  readonly kind: AnchorKind;
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** True where the author (or `kb permalinks --fix`) wrote the id into the source. */
  readonly explicit: boolean;
}

const longest = 6;

/** The id that a step's words give at first publication: its first six words, in lower case, joined by hyphens. */
export function stepIdOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .match(/[\p{L}\p{N}]+/gu);
  return words ? words.slice(0, longest).join('-') : 'step';
}

const marker = { mdx: /^\s*\/\*\s*#([^\s*]+)\s*\*\/\s*$/, md: /\s*\{#([^\s}]+)\}\s*$/ };

/** The id in an MDX comment expression (`/* #id *\/`), or undefined. */
export function idInComment(expression: string): string | undefined {
  return marker.mdx.exec(expression)?.[1];
}

/** Splits Markdown text that ends in `{#id}` into the words and the id. */
export function splitTrailingId(text: string): { readonly words: string; readonly id: string | undefined } {
  const match = marker.md.exec(text);
  return match ? { words: text.slice(0, match.index), id: match[1] } : { words: text, id: undefined };
}
