import { treeIn } from '../html/tree.ts';
import { escapeStart, escapeText, linkTarget } from './escape.ts';
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
 * What a built page says as Markdown: its main part with components as plain text, every variant, whole addresses, and the permanent link of each step behind
 * it. Undefined for a page that has no main part.
 */
export function twinOf(html: string, { address, note }: TwinPlace): string | undefined {
  const main = treeIn(html, 'main');
  if (!main) return undefined;
  return `> ${note}\n\n${blocksOf(main.inside, absoluteFrom(address)).join('\n\n')}\n`;
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

/** Where a reader came from says nothing to others. */
function absoluteFrom(address: string): Absolute {
  const origin = /^https?:\/\/[^/]+/.exec(address)?.[0] ?? '';
  return (href) => {
    const plain = href.replace(/\?from=[^#]*/, '');
    if (plain.startsWith('#') || plain === '') return address + plain;
    return plain.startsWith('/') && !plain.startsWith('//') ? origin + plain : plain;
  };
}
