import type { RootContent } from 'mdast';
import type { Block, Draft, Fate, Part } from '../model.ts';

/** Headings of our own in new articles, in English; the writer says them in the language of the site. */
export const headings = {
  symptom: 'What it means',
  cause: 'What happens',
  intro: 'What this does',
  before: 'Before you start',
  steps: 'Steps',
  verify: 'Check it worked',
  notes: 'Good to know',
  others: 'More about it',
} as const;

/** The part of a draft below a heading; begun where there is none yet. */
export function partOf(draft: Draft, heading: string, first = false): Part {
  const there = draft.parts.find((part) => part.heading === heading);
  if (there) return there;
  const part: Part = { heading, blocks: [], nodes: [] };
  if (first) draft.parts.unshift(part);
  else draft.parts.push(part);
  return part;
}

/** Puts a block with all its nodes into a part of a draft. */
export function place(draft: Draft, heading: string, block: Block, fate: Fate = 'kept', why = ''): void {
  const part = partOf(draft, heading);
  part.nodes.push(...block.nodes);
  settle(draft, heading, block, fate, why);
}

/** Says where a block stands now, without writing its nodes: they have become something else. */
export function settle(draft: Draft, heading: string | undefined, block: Block, fate: Fate, why = ''): void {
  if (heading !== undefined) partOf(draft, heading).blocks.push(block);
  block.home ??= draft;
  block.under ??= heading;
  block.fate ??= fate;
  if (why !== '' && block.fate !== 'dropped') block.why = block.why ? `${block.why}, ${why}` : why;
}

/** Puts a heading within a part. */
export function placeHeading(draft: Draft, heading: string, title: string, block: Block): void {
  const node: RootContent = { type: 'heading', depth: 3, children: [{ type: 'text', value: title }] };
  partOf(draft, heading).nodes.push(node);
  settle(draft, heading, block, 'kept');
  block.under = title;
}
