import type { List, ListItem, RootContent } from 'mdast';
import { wordsOf } from '../../markdown/find-anchors.ts';
import type { Block, Draft } from '../model.ts';
import { headings, partOf, settle } from './place.ts';

/** The longest list of steps that the check lets pass. */
const longestList = 12;

interface Unit {
  readonly block: Block;
  readonly node: RootContent;
}

/** How the steps of a fix were made. */
export type StepsFrom = 'list' | 'bullets' | 'paragraph' | 'prose' | 'nothing';

/**
 * Makes the steps of a fix out of blocks: numbered lists stay, bullets become numbers, each paragraph becomes a step with
 * the code below it. What stands above the first list tells what the fix does, what stands behind the last is good to know.
 */
export function makeSteps(draft: Draft, blocks: readonly Block[]): StepsFrom {
  const units: readonly Unit[] = blocks.flatMap((block) => block.nodes.map((node) => ({ block, node })));
  for (const block of blocks) if (block.nodes.length === 0) settle(draft, undefined, block, 'kept');
  const isList =
    (ordered: boolean) =>
    ({ node }: Unit) =>
      node.type === 'list' && Boolean(node.ordered) === ordered && node.children.length > 0;
  if (units.some(isList(true))) return fromLists(draft, units, isList(true), 'list');
  const words = units.filter(({ node }) => node.type !== 'html');
  if (words.length === 0) {
    for (const { block } of units) settle(draft, undefined, block, 'kept');
    partOf(draft, headings.steps).nodes.push(...units.map(({ node }) => node));
    return 'nothing';
  }
  const paragraphs = words.filter(({ node }) => node.type === 'paragraph' && !/:$/.test(wordsOf(node)));
  if (units.some(isList(false)) && paragraphs.length < 2)
    return fromLists(draft, units, isList(false), 'bullets');
  return fromProse(draft, units);
}

function fromLists(
  draft: Draft,
  units: readonly Unit[],
  isSteps: (unit: Unit) => boolean,
  from: StepsFrom,
): StepsFrom {
  const first = units.findIndex(isSteps);
  const last = units.findLastIndex(isSteps);
  const lists: RootContent[] = [];
  for (const [index, unit] of units.entries()) {
    const { block, node } = unit;
    if (index < first) {
      const heading = warns(node) ? headings.before : headings.intro;
      partOf(draft, heading).nodes.push(asText(node));
      settle(draft, heading, block, 'kept');
    } else if (node.type === 'list' && isSteps(unit)) {
      addList(lists, node);
      settle(
        draft,
        headings.steps,
        block,
        from === 'list' ? 'kept' : 'changed',
        from === 'list' ? '' : 'bullets became steps',
      );
    } else if (index < last || belongsToStep(node)) {
      addBetween(lists, node, index > last);
      settle(draft, headings.steps, block, 'kept');
    } else {
      partOf(draft, headings.notes).nodes.push(asText(node));
      settle(draft, headings.notes, block, 'kept');
    }
  }
  partOf(draft, headings.steps).nodes.push(...lists.flatMap(inBearableLists));
  return from;
}

function fromProse(draft: Draft, units: readonly Unit[]): StepsFrom {
  const items: ListItem[] = [];
  const open: RootContent[] = [];
  let prose = 0;
  for (const { block, node } of units) {
    if (warns(node) && items.length === 0) {
      partOf(draft, headings.before).nodes.push(node);
      settle(draft, headings.before, block, 'kept');
      continue;
    }
    const last = items.at(-1);
    if (node.type === 'paragraph' || node.type === 'heading' || !last) {
      items.push({
        type: 'listItem',
        spread: true,
        children: [...open.splice(0), asText(node)] as ListItem['children'],
      });
      prose += 1;
    } else last.children.push(node as ListItem['children'][number]);
    settle(
      draft,
      headings.steps,
      block,
      'changed',
      node.type === 'paragraph' ? 'a paragraph became a step' : 'it belongs to a step',
    );
  }
  const list: List = { type: 'list', ordered: true, start: 1, spread: true, children: items };
  partOf(draft, headings.steps).nodes.push(...inBearableLists(list));
  return prose <= 1 ? 'paragraph' : 'prose';
}

/** Adds a list of steps; one that counts on continues the last one. */
function addList(lists: RootContent[], node: List): void {
  const children = node.children.filter((item) => item.children.length > 0);
  const last = lists.at(-1);
  if (last?.type === 'list' && (node.start ?? 1) > 1) last.children.push(...children);
  else if (children.length > 0) lists.push({ ...node, ordered: true, start: 1, children });
}

/** Puts what stands between two lists where it belongs: code and quotes to the step above them, headings as bold words. */
function addBetween(lists: RootContent[], node: RootContent, behind: boolean): void {
  const last = lists.at(-1);
  const item = last?.type === 'list' ? last.children.at(-1) : undefined;
  if (item && (behind || belongsToStep(node))) item.children.push(node as ListItem['children'][number]);
  else lists.push(asText(node));
}

function belongsToStep(node: RootContent): boolean {
  return node.type === 'code' || node.type === 'table' || node.type === 'html';
}

/** A heading would end the steps, so it becomes bold words. */
function asText(node: RootContent): RootContent {
  return node.type === 'heading'
    ? { type: 'paragraph', children: [{ type: 'strong', children: node.children }] }
    : node;
}

/** True for a quote or paragraph that warns. */
function warns(node: RootContent): boolean {
  const first = node.type === 'blockquote' ? node.children[0] : undefined;
  const sign = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (sign?.type === 'html') return /^\[!(?:WARNING|CAUTION|IMPORTANT)\]/.test(sign.value);
  return (
    (node.type === 'blockquote' || node.type === 'paragraph') &&
    /^(?:warning|caution|important|danger|attention|achtung|warnung)\b\s*[:!]/i.test(wordsOf(node))
  );
}

/** A list in pieces that the check lets pass, of about equal length; the numbers go on. The writer gives neighbours different signs. */
function inBearableLists(node: RootContent): readonly RootContent[] {
  if (node.type !== 'list' || node.children.length <= longestList) return [node];
  const pieces = Math.ceil(node.children.length / longestList);
  const size = Math.ceil(node.children.length / pieces);
  return Array.from({ length: pieces }, (_, index): RootContent => {
    const start = index * size;
    return { ...node, start: start + 1, children: node.children.slice(start, start + size) };
  });
}

/** The steps of a draft, whatever the list they stand in. */
export function stepItems(draft: Draft): readonly ListItem[] {
  return partOf(draft, headings.steps).nodes.flatMap((node) =>
    node.type === 'list' && node.ordered ? node.children : [],
  );
}
