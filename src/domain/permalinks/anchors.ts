import { slugOf, wordsOfStep } from '../values/slug.ts';

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
  /** Earlier ids of this place, from its marker: `{/* #id was: old *\/}`. */
  readonly was: readonly string[];
}

/** What a marker in the source says: an id, earlier ids, or both. */
export interface Marker {
  readonly id?: string | undefined;
  readonly was: readonly string[];
}

/** The id that a step's words give at first publication: its first six words. Permanent, so this must never change. */
export function stepIdOf(text: string): string {
  return slugOf(text, { words: wordsOfStep, length: 60 }) || 'step';
}

/** The id that a heading's words give at first publication. Permanent, so this must never change. */
export function headingIdOf(text: string): string {
  return slugOf(text, { bytes: Infinity }) || 'section';
}

/** The marker in an MDX comment expression (`/* #id *\/`), or undefined where the comment is only a comment. */
export function markerInComment(expression: string): Marker | undefined {
  const inner = /^\s*\/\*([\s\S]*)\*\/\s*$/.exec(expression)?.[1];
  return inner === undefined ? undefined : parseMarker(inner);
}

/** Takes `{#id}` at the end of a line out of Markdown text. */
export function takeMarker(text: string): { readonly words: string; readonly marker: Marker | undefined } {
  for (const match of text.matchAll(/[ \t]*\{([^{}\n]*)\}[ \t]*(?=\n|$)/g)) {
    const marker = parseMarker(match[1] ?? '');
    if (marker)
      return { words: text.slice(0, match.index) + text.slice(match.index + match[0].length), marker };
  }
  return { words: text, marker: undefined };
}

/** A marker as an author writes it. */
export function formatMarker({ id, was }: Marker, format: 'mdx' | 'md'): string {
  const inner = [id === undefined ? '' : `#${id}`, was.length > 0 ? `was: ${was.join(', ')}` : '']
    .filter(Boolean)
    .join(' ');
  return format === 'mdx' ? `{/* ${inner} */}` : `{${inner}}`;
}

/** Reads `#id`, `was: old, older` or `#id was: old`. */
function parseMarker(text: string): Marker | undefined {
  const match = /^\s*(?:#([^\s,]+))?(?:\s*\bwas:\s*([^\s,]+(?:\s*,\s*[^\s,]+)*))?\s*$/.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  return { id: match[1], was: match[2]?.split(',').map((id) => id.trim().replace(/^#/, '')) ?? [] };
}
