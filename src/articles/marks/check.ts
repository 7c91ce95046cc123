import type { Code, Delete, Nodes, Parents, Table } from 'mdast';
import { SKIP, visit } from '../../markdown/visit.ts';
import type { Place, Problem } from '../../domain/problems/problem.ts';
import { wordsOf } from '../../markdown/find-anchors.ts';
import { componentOf } from '../../markdown/components.ts';
import type { TextFile, Body, Point } from '../content.ts';
import { asAlert } from './as-alert.ts';
import { otherMarks } from './other-tools.ts';

/** Marks of other tools, references that nothing answers, and blocks of code that are never closed: readers would see them as they stand. */
export function checkMarks(file: TextFile, body: Body): readonly Problem[] {
  const found: Problem[] = [];
  visit(body.tree, (node, _, parent) => {
    if (node.type === 'mdxJsxFlowElement' && componentOf(node.name)?.holds === 'labels') return SKIP;
    if (node.type === 'code') found.push(...openFence(file, node), ...directiveFence(file, node));
    if (node.type === 'table') found.push(...longRows(file, node));
    if (node.type === 'delete') found.push(...oneTilde(file, node));
    if (node.type === 'link' && wordsOf(node) === '' && !node.children.some(({ type }) => type === 'image'))
      found.push(linkWithoutWords(file, node));
    if (node.type === 'image' && parent?.type !== 'paragraph') found.push(imageInside(file, node));
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      found.push(...marksIn(file, node));
    return undefined;
  });
  return found;
}

/** The text of a block, with a sign in place of what is no text, and where each of its characters stands. */
function marksIn(file: TextFile, block: Parents): readonly Problem[] {
  const pieces: { readonly at: number; readonly node: Nodes & { readonly value: string } }[] = [];
  let text = '';
  const add = (node: Nodes): void => {
    if (node.type === 'text') {
      pieces.push({ at: text.length, node });
      text += node.value;
    } else if (node.type === 'break') text += '\n';
    else if (node.type === 'link' || !('children' in node)) text += '\uFFFC';
    else node.children.forEach(add);
  };
  block.children.forEach(add);
  const taken: (readonly [from: number, to: number])[] = [];
  return otherMarks.flatMap(({ pattern, message, hint, md }) => {
    // Most blocks hold none: to make a pattern for each of them takes longer than to look.
    if ((md && file.format !== 'md') || !pattern.test(text)) return [];
    return [...text.matchAll(new RegExp(pattern, `g${pattern.flags}`))].flatMap((match): Problem[] => {
      const mark = match[0].trim();
      const from = match.index + match[0].indexOf(mark);
      if (taken.some(([start, end]) => from < end && from + mark.length > start)) return [];
      const piece = pieces.findLast(({ at }) => at <= from);
      const place = piece && placeOf(file, block, piece.node, from - piece.at, mark.length);
      if (!place) return [];
      taken.push([from, from + mark.length]);
      const told = mark.replaceAll('\uFFFC', '…');
      return [{ kind: 'foreign-markup', place, message: message(told), hint: hint(told) }];
    });
  });
}

/** Where a mark stands in the file; undefined where backslashes say that it is meant as it stands. */
function placeOf(
  file: TextFile,
  block: Parents,
  node: Nodes & { readonly value: string },
  index: number,
  length: number,
): Place | undefined {
  const before = node.value.slice(0, index).split('\n');
  const written = node.value.slice(index, index + length).split('\n')[0] ?? '';
  const start = node.position?.start ?? rowWith(file, block, written);
  const line = start.line + (node.position ? before.length - 1 : 0);
  const row = file.lines[line - 1] ?? '';
  const column = row.indexOf(written, before.length === 1 ? start.column - 1 : 0) + 1;
  return column === 0 || row[column - 2] === '\\' ? undefined : file.placeAt(line, column);
}

/** Text beside an address that was found in it has lost its place: it is looked for in the lines of its block. */
function rowWith(file: TextFile, { position }: Parents, written: string): Point {
  const { start, end } = position ?? { start: { line: 1 }, end: { line: 1 } };
  const rows = file.lines.slice(start.line - 1, end.line);
  return {
    line:
      start.line +
      Math.max(
        0,
        rows.findIndex((row) => row.includes(written)),
      ),
    column: 1,
  };
}

function linkWithoutWords(file: TextFile, { position }: Nodes): Problem {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  return {
    kind: 'broken-link',
    place: file.placeAt(line, column),
    message: 'The link has no words, so nobody can see or follow it.',
    hint: 'Write what the page is about between the square brackets.',
  };
}

function imageInside(file: TextFile, { position }: Nodes): Problem {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  return {
    kind: 'forbidden-markup',
    place: file.placeAt(line, column),
    message:
      'A picture is a block of its own, so it cannot stand inside of a link, a heading, bold words or a table.',
    hint: 'Put it on a line of its own, between two empty lines.',
  };
}

/** A block that is opened with three backticks and goes on to the end, because nothing closes it. */
function openFence(file: TextFile, { position, value }: Code): readonly Problem[] {
  if (!position) return [];
  const { start } = position;
  const opening = /^(`{3,}|~{3,})/.exec(file.lines[start.line - 1]?.slice(start.column - 1) ?? '')?.[1];
  if (!opening) return [];
  const inside = value === '' ? 0 : value.split('\n').length;
  const closing = file.lines
    .slice(start.line + inside, start.line + inside + (inside === 0 ? 2 : 1))
    .map((line) => /^[\s>]*(`{3,}|~{3,})\s*$/.exec(line)?.[1]);
  if (closing.some((fence) => fence?.startsWith(opening))) return [];
  return [
    {
      kind: 'foreign-markup',
      place: file.placeAt(start.line, start.column),
      message: 'The block of code is opened here and never closed, so all that follows is shown as code.',
      hint: `Write \`\`\`\`\` ${opening} \`\`\`\`\` on a line of its own where the code ends.`,
    },
  ];
}

/** A block that another tool draws as something else: ```` ```{note} ````. */
function directiveFence(file: TextFile, { lang, position }: Code): readonly Problem[] {
  const name = /^\{([\w:-]+)/.exec(lang ?? '')?.[1];
  if (name === undefined || !position) return [];
  return [
    {
      kind: 'foreign-markup',
      place: file.placeAt(position.start.line, position.start.column),
      message: 'This is a mark of another tool, so readers would see a block of code.',
      hint: asAlert(name) ?? `Write the name of a language behind the backticks, or none.`,
    },
  ];
}

/** Cells beyond the columns of the first line, which no page shows. */
function longRows(file: TextFile, { children: [head, ...rows] }: Table): readonly Problem[] {
  const columns = head?.children.length ?? 0;
  return rows.flatMap(({ children }): Problem[] => {
    const { line, column } = children[columns]?.position?.start ?? {};
    if (line === undefined || column === undefined) return [];
    return [
      {
        kind: 'foreign-markup',
        place: file.placeAt(line, column),
        message: `This line of the table has ${children.length} cells, and its first line has ${columns}, so readers would not see the rest.`,
        hint: 'Give the first two lines a column more, or write `\\|` where a cell holds this sign.',
      },
    ];
  });
}

/** Words between single tildes: struck here, lowered by other tools. */
function oneTilde(file: TextFile, { position, ...node }: Delete): readonly Problem[] {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  if ((file.lines[line - 1] ?? '').startsWith('~~', column - 1)) return [];
  const words = wordsOf(node);
  return [
    {
      kind: 'foreign-markup',
      place: file.placeAt(line, column),
      message: 'Words between single tildes are struck out here, and lowered elsewhere.',
      hint: `Write \`~~${words}~~\` to strike them out, else \`\\~${words}\\~\`.`,
    },
  ];
}
