import type { Heading, ListItem, RootContent } from 'mdast';
import { headingIdOf, stepIdOf } from '../../domain/permalinks/anchors.ts';
import { takenBy } from '../../domain/permalinks/sections.ts';
import { wordsOf } from '../../markdown/find-anchors.ts';
import type { Draft } from '../model.ts';
import { headings } from '../shape/place.ts';

/** The permanent ids of a draft's headings, by their words; the first of several with the same words. */
export type HeadingIds = ReadonlyMap<string, string>;

/** Gives each heading and step of a draft an id of its own: where its words give one that is taken, an id is written behind them. `said` is a heading in the language of the site. */
export function anchorDraft(draft: Draft, said: (heading: string) => string): HeadingIds {
  const used = new Set<string>(takenBy(draft.kind));
  const ids = new Map<string, string>();
  const give = (words: string, id: string, mark: (id: string) => void): void => {
    const free = freeId(id, used);
    used.add(free);
    if (free !== id) mark(free);
    if (!ids.has(words)) ids.set(words, free);
  };
  for (const part of draft.parts) {
    if (part.nodes.length === 0) continue;
    give(part.heading, headingIdOf(said(part.heading)), (id) => marks.set(part, id));
    for (const heading of headingsIn(part.nodes)) {
      const words = wordsOf(heading);
      give(
        words,
        headingIdOf(words),
        (id) => void heading.children.push({ type: 'text', value: ` {#${id}}` }),
      );
    }
  }
  for (const item of stepsOf(draft)) {
    const first = item.children[0];
    const words = first ? wordsOf(first) : '';
    const id = stepIdOf(words);
    const free = freeId(id, used);
    used.add(free);
    if (free !== id) markStep(item, free);
  }
  return ids;
}

const marks = new WeakMap<object, string>();

/** The id to write behind the heading of a part, where its words do not give it. */
export function markOf(part: object): string | undefined {
  return marks.get(part);
}

function stepsOf(draft: Draft): readonly ListItem[] {
  const steps = draft.parts.find(({ heading }) => heading === headings.steps);
  return (steps?.nodes ?? []).flatMap((node) => (node.type === 'list' && node.ordered ? node.children : []));
}

function markStep(item: ListItem, id: string): void {
  const first = item.children[0];
  const marker = { type: 'text', value: ` {#${id}}` } as const;
  if (first?.type === 'paragraph' && wordsOf(first) !== '') first.children.push(marker);
  else item.children.unshift({ type: 'paragraph', children: [{ type: 'text', value: `{#${id}}` }] });
}

function freeId(id: string, used: ReadonlySet<string>): string {
  if (!used.has(id)) return id;
  let number = 2;
  while (used.has(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

function headingsIn(nodes: readonly RootContent[]): readonly Heading[] {
  return nodes.flatMap((node): readonly Heading[] =>
    node.type === 'heading'
      ? [node]
      : 'children' in node
        ? headingsIn(node.children as readonly RootContent[])
        : [],
  );
}
