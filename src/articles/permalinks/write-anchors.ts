import { formatMarker, type Anchor } from '../../domain/permalinks/anchors.ts';
import { parseArticleBody } from '../read/body.ts';
import { splitFrontMatter } from '../read/front-matter.ts';

/** "The heading or step that now has the id `from` shall have the id `to`." */
export interface AnchorChange {
  readonly from: string;
  readonly to: string;
}

/** How a source is read: its format, and what its language calls the heading above the steps. */
export interface Reading {
  readonly format: 'mdx' | 'md';
  readonly stepsHeading: string;
  /** Whether numbered lists are steps where no list stands below that heading, as in fixes in plain Markdown. */
  readonly listsAreSteps?: boolean;
}

/** The text after the changes, and those that could not be made without changing something else. */
export interface Written {
  readonly text: string;
  readonly failed: readonly AnchorChange[];
}

/**
 * Writes ids into the source of an article, each at the end of a line of its heading or step. The text is read again after
 * each change: one that would alter anything but that id is not made. Line ends and every other byte stay as they are.
 */
export function writeAnchors(text: string, reading: Reading, changes: readonly AnchorChange[]): Written {
  let now = text;
  const failed: AnchorChange[] = [];
  for (const change of changes) {
    const changed = writeAnchor(now, reading, change);
    if (changed === undefined) failed.push(change);
    else now = changed;
  }
  return { text: now, failed };
}

function writeAnchor(text: string, reading: Reading, change: AnchorChange): string | undefined {
  const before = anchorsOf(text, reading);
  const matches = before?.filter(({ id }) => id === change.from) ?? [];
  const [target] = matches;
  if (!before || !target || matches.length > 1 || target.explicit) return undefined;
  const wanted = before.map((anchor) =>
    anchor === target ? { ...anchor, id: change.to, explicit: true } : anchor,
  );
  const marker = formatMarker({ id: change.to, was: target.was }, reading.format);
  // The first line is the right place; where it ends inside a bold word or a component, a later line of the step may do.
  for (let line = target.line; line < target.line + reach; line++) {
    const changed = appendToLine(text, line, marker);
    if (changed !== undefined && isSame(anchorsOf(changed, reading), wanted)) return changed;
  }
  return undefined;
}

/** How many lines a step's first paragraph may take. */
const reach = 8;

/** The text with a marker at the end of a line, before trailing spaces, a closing `##` of a heading, or a hard break. */
function appendToLine(text: string, line: number, marker: string): string | undefined {
  const rows = text.split('\n');
  const row = rows[line - 1];
  if (row === undefined || row.trim() === '') return undefined;
  const bare = row.replace(olderMarker, '');
  const end = /(?:[ \t]+#+)?[ \t]*\\?\r?$/.exec(bare)?.index ?? bare.length;
  rows[line - 1] = `${bare.slice(0, end)} ${marker}${bare.slice(end)}`;
  return rows.join('\n');
}

/** A marker that names earlier ids only; the new one takes them over. */
const olderMarker = /[ \t]*\{(?:\/\*)?\s*was:[^{}]*\}/;

function anchorsOf(
  text: string,
  { format, stepsHeading, listsAreSteps }: Reading,
): readonly Anchor[] | undefined {
  const parts = splitFrontMatter(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const result = parts && parseArticleBody(parts.body, format, stepsHeading, listsAreSteps);
  return result && 'body' in result ? result.body.anchors : undefined;
}

function isSame(found: readonly Anchor[] | undefined, wanted: readonly Anchor[]): boolean {
  return found !== undefined && JSON.stringify(found) === JSON.stringify(wanted);
}
