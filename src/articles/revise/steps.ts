import { orderedListsIn } from '../../markdown/find-anchors.ts';
import { likeness } from '../../domain/permalinks/match.ts';
import type { ArticleFile } from '../content.ts';
import type { Refusal } from './desk.ts';

/** A text without some of its steps, the others numbered anew, and the lines of those that were taken out, numbered from 1. */
export interface CutSteps {
  readonly rest: string;
  readonly cut: readonly string[];
}

/** Takes the steps `first` to `last` (from 1) out of an article whose steps stand in one list. */
export function cutSteps(file: ArticleFile, text: string, first: number, last: number): CutSteps | Refusal {
  const items = file.body?.stepItems ?? [];
  const lists = (file.body?.stepParts ?? []).flatMap(orderedListsIn);
  if (lists.length !== 1)
    return {
      errors: [
        `The steps of \`${file.id}\` stand in ${lists.length} lists; only those of one list can be told apart.`,
      ],
    };
  if (first < 1 || last < first || last > items.length)
    return { errors: [`\`${file.id}\` has the steps 1 to ${items.length}.`] };
  if (last - first + 1 === items.length)
    return {
      errors: [
        `These are all steps of \`${file.id}\`. To give the article another id use \`kb rename\`, to join it with another one \`kb merge\`.`,
      ],
    };
  const lines = text.split('\n');
  const bounds = items.map(({ item }, index) => {
    const start = item.position?.start.line ?? 1;
    const next = items[index + 1]?.item.position?.start.line;
    return { start, end: next === undefined ? endOfItem(lines, start) : next - 1 };
  });
  const cut = bounds.slice(first - 1, last);
  const rest = bounds.filter((bound) => !cut.includes(bound));
  number(lines, rest);
  number(lines, cut);
  const [from, to] = [(cut[0]?.start ?? 1) - 1, cut.at(-1)?.end ?? 1];
  return {
    rest: [...lines.slice(0, from), ...lines.slice(to)].join('\n'),
    cut: trimmed(lines.slice(from, to)),
  };
}

/** The last line of the last item of a list, by the line on which it begins: what is indented, and lines that go on with a paragraph. */
function endOfItem(lines: readonly string[], start: number): number {
  let end = start;
  for (let line = start + 1; line <= lines.length; line++) {
    const text = lines[line - 1] ?? '';
    if (text.trim() === '') continue;
    const goesOn = line === end + 1 && !/^(?:[-+*>#<{|]|\d+[.)]\s|```|~~~)/.test(text);
    if (!/^\s/.test(text) && !goesOn) break;
    end = line;
  }
  return end;
}

/** How many steps at their beginnings all articles share, word for word or nearly. */
export function sharedSteps(files: readonly ArticleFile[]): number {
  const [one, ...others] = files.map(({ body }) => body?.steps.map(({ text }) => text) ?? []);
  if (!one) return 0;
  const end = one.findIndex(
    (step, index) => !others.every((steps) => likeness(step, steps[index] ?? '') >= alike),
  );
  return end === -1 ? one.length : end;
}

/** The share of words that makes two steps the same. */
const alike = 0.8;

function number(lines: string[], items: readonly { readonly start: number }[]): void {
  for (const [index, { start }] of items.entries()) {
    const line = lines[start - 1] ?? '';
    lines[start - 1] = line.replace(/^(\s*)\d+/, `$1${index + 1}`);
  }
}

function trimmed(lines: readonly string[]): readonly string[] {
  const end = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(0, end + 1);
}

/** Minutes of a part of a fix, by its share of the steps: halves, and never none. */
export function shareOf(minutes: number, part: number, whole: number): number {
  return Math.max(0.5, Math.round((minutes * part * 2) / whole) / 2);
}
