import type { Root, RootContent } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown } from 'mdast-util-to-markdown';
import { takenBy } from '../../domain/permalinks/sections.ts';
import { wordsOf } from '../../markdown/find-anchors.ts';
import { walk } from '../walk.ts';
import type { Draft, Part, Todo } from '../model.ts';
import { isOurs, paragraph } from '../read/mend.ts';
import { headings } from '../shape/place.ts';
import { markOf, type HeadingIds } from './anchors.ts';

/** The order of the parts of an article; others stand where they came. */
const order: readonly string[] = [
  headings.symptom,
  headings.cause,
  headings.intro,
  headings.before,
  headings.steps,
  headings.verify,
  headings.notes,
];

/** Makes the parts of a draft whole and plain, in place: no HTML but our comments, headings of the third level, a step in every fix. */
export function settleParts(draft: Draft): void {
  draft.parts.sort((a, b) => rank(a) - rank(b));
  for (const part of draft.parts) {
    for (const node of part.nodes)
      walk(node, (child, parent) => {
        if (child.type === 'footnoteDefinition')
          Object.assign(child, paragraph(`[${child.identifier}] ${wordsOf(child)}`));
        if (child.type === 'heading') child.depth = child.depth <= 3 ? 3 : child.depth;
        if ((child.type === 'html' && !isOurs(child)) || (child.type === 'definition' && parent))
          Object.assign(child, { type: 'text', value: '' });
      });
  }
  if (draft.kind === 'fix') addStep(draft);
  else if (
    !draft.parts.some(({ nodes }) => nodes.some((node) => node.type !== 'heading' && wordsOf(node) !== ''))
  ) {
    const heading = headings[draft.kind === 'cause' ? 'cause' : 'symptom'];
    const part = draft.parts.find((one) => one.heading === heading);
    if (part) part.nodes.unshift(paragraph(draft.summary));
    else draft.parts.unshift({ heading, blocks: [], nodes: [paragraph(draft.summary)] });
  }
}

function addStep(draft: Draft): void {
  let steps = draft.parts.find(({ heading }) => heading === headings.steps);
  if (!steps) draft.parts.push((steps = { heading: headings.steps, blocks: [], nodes: [] }));
  if (steps.nodes.some((node) => node.type === 'list' && node.ordered && node.children.length > 0)) return;
  steps.nodes.unshift({
    type: 'list',
    ordered: true,
    children: [{ type: 'listItem', children: [paragraph('To be written: what to do.')] }],
  });
  draft.todos.push({ kind: 'text', ask: 'The old article does not say what to do.' });
}

function rank({ heading }: Part): number {
  const at = order.indexOf(heading);
  return at === -1 ? (heading === headings.notes ? 99 : 50) : heading === headings.notes ? 99 : at;
}

/** A draft as the text of a `.md` file. */
export function articleText(draft: Draft, ids: HeadingIds, said: (heading: string) => string): string {
  const children = draft.parts
    .filter(({ nodes }) => nodes.length > 0)
    .flatMap((part): RootContent[] => {
      const mark = markOf(part);
      const title = mark === undefined ? said(part.heading) : `${said(part.heading)} {#${mark}}`;
      return [{ type: 'heading', depth: 2, children: [{ type: 'text', value: title }] }, ...part.nodes];
    });
  return `---\n${frontMatter(draft, ids)}---\n\n${markdownOf({ type: 'root', children })}`;
}

const options = {
  bullet: '-',
  fence: '`',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  resourceLink: true,
  emphasis: '_',
  extensions: [
    // Bare addresses have become links when the text was read, so none has to be escaped.
    gfmTableToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmTaskListItemToMarkdown(),
    {
      // The check takes these for slips of the pen.
      unsafe: [
        { atBreak: true, character: '-', after: '[^\\s-]' },
        { character: '`', inConstruct: 'phrasing' },
      ],
    },
  ],
} as const;

function markdownOf(tree: Root): string {
  return toMarkdown(tree, options as unknown as Parameters<typeof toMarkdown>[1]);
}

function frontMatter(draft: Draft, ids: HeadingIds): string {
  const lines: string[] = [];
  const asked = new Set<Todo>();
  const add = (field: string, value: unknown): void => {
    for (const todo of draft.todos)
      if (todo.field === field && !asked.has(todo)) {
        asked.add(todo);
        lines.push(comment(todo));
      }
    lines.push(...fieldLines(field, value));
  };
  add('title', draft.title);
  add('summary', draft.summary);
  lines.push('draft: true');
  for (const [name, list] of [
    ['aliases', draft.aliases],
    ['says', draft.says],
    ['codes', draft.codes],
  ] as const)
    if (list.length > 0) add(name, list);
  if (draft.kind === 'cause')
    add(
      'explains',
      draft.edges.map(({ to, word }) => ({ symptom: to.id, likelihood: word })),
    );
  if (draft.kind === 'fix')
    add(
      'solves',
      draft.edges.map(({ to, word }) => ({ cause: to.id, works: word })),
    );
  for (const [name, value] of draft.fields) if (name !== 'works') add(name, value);
  const anchors = anchorsOf(draft, ids);
  if (anchors.length > 0) add('anchors', anchors);
  lines.push(...draft.todos.filter((todo) => !asked.has(todo)).map(comment));
  return `${lines.join('\n')}\n`;
}

function comment({ kind, ask }: Todo): string {
  return `# TODO ${kind}: ${ask.replace(/[\s\u0085\u2028\u2029]+/g, ' ').trim()}`;
}

function fieldLines(name: string, value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [`${name}: ${scalar(value)}`];
  const entries: readonly unknown[] = value;
  if (entries.every((entry) => typeof entry !== 'object'))
    return [`${name}: [${entries.map(scalar).join(', ')}]`];
  return [`${name}:`, ...entries.map((entry) => `  - { ${pairs(entry)} }`)];
}

function pairs(entry: unknown): string {
  return Object.entries(entry as Record<string, unknown>)
    .map(([key, value]) => `${key}: ${scalar(value)}`)
    .join(', ');
}

/** A value as YAML; quoted wherever it could be read as anything but its words. */
function scalar(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = String(value);
  const plain =
    /^\p{L}(?:[\p{L}\p{N} ’'()/.-]*[\p{L}\p{N})’.])?$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text).replace(/[\u0085\u2028\u2029\ufeff]/g, ' ');
}

/** Anchors of the old page that now mean the heading above them. */
function anchorsOf(
  draft: Draft,
  ids: HeadingIds,
): readonly { readonly anchor: string; readonly now: string }[] {
  const taken = new Set<string>([...takenBy(draft.kind), ...ids.values()]);
  const blocks = new Set(draft.parts.flatMap((part) => part.blocks));
  return [...blocks].flatMap((block) =>
    block.home !== draft || block.under === undefined
      ? []
      : block.anchors.flatMap((anchor) => {
          const now = ids.get(block.under ?? '');
          if (now === undefined || taken.has(anchor) || !/^[\w.:-]{1,80}$/.test(anchor)) return [];
          taken.add(anchor);
          return [{ anchor, now }];
        }),
  );
}
