import type { Heading } from 'mdast';
import { wordsOf } from '../../markdown/find-anchors.ts';
import type { Block } from '../model.ts';
import { matchHeading, plainHeading, type HeadingMap, type HeadingMatch } from './headings.ts';

/** A heading within a region and what stands below it, deeper headings included. */
export interface Sub {
  readonly heading: Block;
  readonly title: string;
  readonly depth: number;
  readonly tab: boolean;
  readonly blocks: Block[];
}

/** What stands from a heading with a role to the next of its rank; before the first heading it has none. */
export interface Region {
  readonly heading?: Block | undefined;
  readonly title: string;
  readonly depth: number;
  readonly match?: HeadingMatch | undefined;
  /** What stands above the first heading within. */
  readonly lead: Block[];
  readonly subs: Sub[];
}

/** Cuts the blocks of a source into regions by the roles of their headings. Bold lines count as headings where the map knows them. */
export function regionsOf(blocks: readonly Block[], map: HeadingMap): readonly Region[] {
  const regions: Region[] = [{ title: '', depth: 0, lead: [], subs: [] }];
  for (const block of blocks) {
    const last = regions.at(-1) as Region;
    const heading = headingOf(block, map, last);
    if (!heading) {
      (last.subs.at(-1)?.blocks ?? last.lead).push(block);
      continue;
    }
    const { title, depth, tab } = heading;
    const match = matchHeading(title, map);
    const below = last.match !== undefined && (depth > last.depth || tab);
    // "Notes" below a fix are its notes; a cause below a symptom is a region of its own.
    if (
      match &&
      !(below && (match.role === last.match?.role || match.role === 'notes') && match.number === undefined)
    )
      regions.push({ heading: block, title, depth, match, lead: [], subs: [] });
    else if (below || (last.match === undefined && last.heading !== undefined && depth > last.depth))
      addSub(last, { heading: block, title, depth, tab, blocks: [] });
    else regions.push({ heading: block, title, depth, lead: [], subs: [] });
  }
  return withoutEmptyHeadings(regions);
}

/** Takes out headings that only stand above others of their role; those below them move up to their rank. */
function withoutEmptyHeadings(regions: readonly Region[]): readonly Region[] {
  let above: { readonly depth: number; readonly by: number } | undefined;
  return regions.flatMap((region, index): Region[] => {
    if (above && region.depth <= above.depth) above = undefined;
    const next = regions[index + 1];
    if (!next || !onlyStandsAbove(region, next))
      return [above ? { ...region, depth: region.depth - above.by } : region];
    above = { depth: region.depth, by: next.depth - region.depth };
    return [];
  });
}

/** "Cause" above "Cause 1: …" and "Cause 2: …" is no cause of its own; its heading is left out. */
function onlyStandsAbove({ heading, match, depth, lead, subs }: Region, next: Region): boolean {
  const alone =
    heading !== undefined &&
    match !== undefined &&
    lead.length + subs.length === 0 &&
    match.role === next.match?.role &&
    next.depth > depth;
  if (alone)
    Object.assign(heading, {
      fate: 'dropped',
      why: 'stands above headings that became articles',
      nodes: [],
    });
  return alone;
}

/** A deeper heading belongs to the one above it and stays one of its blocks. */
function addSub(region: Region, sub: Sub): void {
  const above = region.subs.at(-1);
  if (above && sub.depth > above.depth && !sub.tab) above.blocks.push(sub.heading);
  else region.subs.push(sub);
}

interface FoundHeading {
  readonly title: string;
  readonly depth: number;
  readonly tab: boolean;
}

function headingOf(block: Block, map: HeadingMap, region: Region): FoundHeading | undefined {
  const [node] = block.nodes;
  if (block.fate === 'dropped' || !node || block.nodes.length > 1) return undefined;
  if (node.type === 'heading') return { title: wordsOf(node), depth: node.depth, tab: isTab(node) };
  if (node.type !== 'paragraph') return undefined;
  const parts = node.children.filter((child) => child.type !== 'text' || !/^[\s:]*$/.test(child.value));
  const [only] = parts;
  if (parts.length !== 1 || only?.type !== 'strong') return undefined;
  const title = wordsOf(only).replace(/\s*:$/, '');
  const match = matchHeading(title, map);
  const depth =
    region.match && !region.heading?.nodes.some(({ type }) => type === 'heading') ? region.depth : 2;
  if (match && match.role !== 'notes' && match.role !== 'ignore') return { title, depth, tab: false };
  if (
    region.match?.role === 'fix' &&
    /^(?:method|option|way|solution|approach|methode|lösung)\s*\d/i.test(title)
  )
    return { title, depth: region.depth + 1, tab: false };
  return undefined;
}

function isTab(node: Heading): boolean {
  return (node.data as { tab?: boolean } | undefined)?.tab === true;
}

/** The headings of a source that have no role, in their plain form. */
export function unknownHeadingsOf(regions: readonly Region[]): readonly string[] {
  return regions
    .filter(({ match, heading, depth }) => heading && !match && depth > 1)
    .map(({ title }) => plainHeading(title));
}
