import type { List, ListItem } from 'mdast';
import { wordsOf } from '../../markdown/find-anchors.ts';
import { newDraft, type Block, type Draft } from '../model.ts';
import { headings, partOf, place, placeHeading, settle } from './place.ts';
import type { Region, Sub } from './regions.ts';
import { summaryFrom, titleFrom, wordCount, wordsIn } from './words.ts';

/** A proposed cause, with the number that its heading gave it and how deep that stood. */
export interface FoundCause {
  readonly draft: Draft;
  readonly number?: number | undefined;
  readonly depth: number;
  readonly region?: Region | undefined;
}

/** The causes that a source names: one for each heading, one for each bullet, or one for the whole section. */
export function causesOf(regions: readonly Region[], symptom: Draft): readonly FoundCause[] {
  return regions
    .filter(({ match }) => match?.role === 'cause')
    .flatMap((region) => {
      const found = causesIn(region, symptom);
      const first = found[0];
      if (region.heading && first) settle(first.draft, undefined, region.heading, 'kept');
      return found;
    });
}

function causesIn(region: Region, symptom: Draft): readonly FoundCause[] {
  const solid = region.lead.filter(({ nodes, fate }) => nodes.length > 0 && fate !== 'dropped');
  const titled = region.subs.filter(({ title }) => wordCount(title) > 0);
  if (titled.length > 1 && region.match?.title === undefined) return causesOfSubs(region, titled, symptom);
  const list = solid.find(({ nodes }) => nodes.length === 1 && isListOfCauses(nodes[0]));
  const lists = solid.filter(({ nodes }) => nodes.some(({ type }) => type === 'list'));
  if (list && lists.length === 1 && region.match?.title === undefined && region.subs.length === 0)
    return causesOfBullets(region, list, symptom);
  return [wholeRegion(region)];
}

function wholeRegion(region: Region): FoundCause {
  const draft = newDraft('cause', 'cause');
  for (const block of region.lead) place(draft, headings.cause, block);
  for (const { heading, title, blocks } of region.subs) {
    placeHeading(draft, headings.cause, title, heading);
    for (const block of blocks) place(draft, headings.cause, block);
  }
  const words = wordsIn(region.lead) || wordsIn(region.subs.flatMap(({ blocks }) => blocks));
  draft.title = region.match?.title ?? titleFrom(words);
  draft.summary = summaryFrom(words);
  return { draft, number: region.match?.number, depth: region.depth, region };
}

function causesOfSubs(region: Region, subs: readonly Sub[], symptom: Draft): readonly FoundCause[] {
  introduce(region.lead, symptom, region.title);
  return subs.map(({ heading, title, blocks, depth }, index) => {
    const draft = newDraft('cause', 'cause');
    draft.title = title.replace(/^(?:cause|reason|ursache)\s*\d+\s*[:.–-]?\s*/i, '') || title;
    draft.summary = summaryFrom(wordsIn(blocks) || title);
    settle(draft, undefined, heading, 'kept');
    for (const block of blocks) place(draft, headings.cause, block);
    return { draft, number: index + 1, depth, region };
  });
}

function causesOfBullets(region: Region, list: Block, symptom: Draft): readonly FoundCause[] {
  introduce(
    region.lead.filter((block) => block !== list),
    symptom,
    region.title,
  );
  const [node] = list.nodes as readonly List[];
  return (node?.children ?? []).map((item, index) => {
    const draft = newDraft('cause', 'cause');
    const words = wordsOf(item);
    draft.title = titleFrom(words);
    draft.summary = summaryFrom(words);
    partOf(draft, headings.cause).nodes.push(...(item.children as typeof list.nodes));
    settle(draft, headings.cause, list, 'moved', index === 0 ? 'each entry became a cause' : '');
    return { draft, number: index + 1, depth: region.depth, region };
  });
}

/** What stands above or below a list of causes: a line that only introduces it is left out, the rest tells of the symptom. */
function introduce(blocks: readonly Block[], symptom: Draft, title: string): void {
  for (const block of blocks) {
    if (/:$/.test(block.words.trim()) && block.kind === 'paragraph') {
      block.fate = 'dropped';
      block.why = 'introduces a list whose entries became articles';
      block.nodes = [];
    } else place(symptom, title || headings.others, block, 'moved', 'speaks of all causes');
  }
}

/** A list whose entries can be causes: at least two, and each says something. */
function isListOfCauses(node: Block['nodes'][number] | undefined): boolean {
  return (
    node?.type === 'list' &&
    node.children.length >= 2 &&
    node.children.every((item: ListItem) => {
      const first = item.children[0];
      return first?.type === 'paragraph' && wordCount(wordsOf(first)) >= 4;
    })
  );
}
