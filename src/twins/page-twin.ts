import type { Tree } from '../html/tree.ts';
import { escapeStart, escapeText, linkTarget } from '../domain/values/markdown-text.ts';
import { blocksOf } from './blocks.ts';
import type { Absolute } from './inline.ts';

/** Where a page stands, as its twin in Markdown says it. */
export interface TwinPlace {
  /** Its whole address, or its path where the site has none. */
  readonly address: string;
  /** What stands above the text for whoever reads it without the page: a line of Markdown. */
  readonly note: string;
}

/**
 * What a built page says as Markdown, from its main part: components as plain text, every variant, whole addresses, and the permanent link of each step behind
 * it.
 */
export function twinOf({ inside }: Tree, { address, note }: TwinPlace): string {
  const text = blocksOf(inside, absoluteOn(address)).join('\n\n').replaceAll(here, linkTarget(address));
  return `> ${note}\n\n${text}\n`;
}

/** The twin of a page that only leads on to the address `to`. */
export function movedTwin(moved: {
  readonly note: string;
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly to: string;
}): string {
  const { note, title, text, label, to } = moved;
  const link = `[${escapeText(label)}](${linkTarget(to)})`;
  return `> ${note}\n\n# ${escapeText(title)}\n\n${escapeStart(escapeText(text))} ${link}\n`;
}

/** Stands for the address of the page, which is no part of what pages have in common; it is no character, so no text holds it. */
const here = '\uFDD1';
const known = new Map<string, Absolute>();

/** The whole addresses of all pages that stand on the host of this one. */
function absoluteOn(address: string): Absolute {
  const origin = /^https?:\/\/[^/]+/.exec(address)?.[0] ?? '';
  const absolute = known.get(origin) ?? absoluteFrom(origin);
  known.set(origin, absolute);
  return absolute;
}

/** Where a reader came from says nothing to others. */
function absoluteFrom(origin: string): Absolute {
  return (href) => {
    const plain = href.replace(/\?from=[^#]*/, '');
    if (plain.startsWith('#') || plain === '') return here + plain;
    return plain.startsWith('/') && !plain.startsWith('//') ? origin + plain : plain;
  };
}
