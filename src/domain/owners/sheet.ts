import { closest } from '../problems/closest.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { likelihoodWords, weightOf, type LikelihoodWord } from '../knowledge/likelihood.ts';
import { valueIdOf, valuesOf, type AuthoredValue } from './values.ts';

/** One question of the sheet, as it is handed out and read back. */
export interface SheetEntry {
  readonly value: string;
  readonly question?: unknown;
  readonly today?: unknown;
  readonly answer?: unknown;
}

/** An answer that changes a value. */
export interface Change {
  readonly from: AuthoredValue;
  readonly to: AuthoredValue;
}

/** The question of a value in the words of a person who knows the subject and not the files. */
export function questionOf(base: KnowledgeBase, value: AuthoredValue): string {
  const titleOf = (articles: ReadonlyMap<string, { readonly title: string }>, id: string): string =>
    `“${entryOf(articles, id).title}”`;
  if (value.kind === 'likelihood')
    return `Of 100 readers with ${titleOf(base.symptoms, value.symptom)}: for how many is it ${titleOf(base.causes, value.cause)}?`;
  if (value.kind === 'works')
    return `Of 100 readers for whom it is ${titleOf(base.causes, value.cause)}: how many does ${titleOf(base.fixes, value.fix)} help?`;
  return `How many minutes of work is ${titleOf(base.fixes, value.fix)}?`;
}

/** What a sheet changes, and what of it cannot be understood, in full sentences. Questions without an answer change nothing. */
export function readSheet(
  base: KnowledgeBase,
  entries: readonly SheetEntry[],
): { readonly changes: readonly Change[]; readonly faults: readonly string[] } {
  const known = new Map(valuesOf(base).map((value) => [valueIdOf(value), value]));
  const changes = new Map<string, Change>();
  const faults: string[] = [];
  for (const { value: id, answer, today } of entries) {
    if (answer === undefined || answer === null || answer === '') continue;
    const from = known.get(id);
    const now = from && answerOf(from, answer);
    if (!from) faults.push(unknownValue(id, known.keys()));
    else if (changes.has(id)) faults.push(`\`${id}\` is answered twice. Keep one of the two.`);
    else if (now === undefined)
      faults.push(
        `The answer \`${String(answer)}\` to \`${id}\` is ${from.kind === 'minutes' ? 'no number of minutes. Write one like 2 or 0.5.' : `no number from 0 to 100 and none of ${likelihoodWords.join(', ')}.`}`,
      );
    else if (today !== undefined && today !== from.now)
      faults.push(
        `\`${id}\` was \`${String(today)}\` when the sheet was made and is \`${from.now}\` today. Print a new sheet, or write \`today: ${from.now}\`.`,
      );
    else if (now !== from.now) changes.set(id, { from, to: { ...from, now } as AuthoredValue });
  }
  return { changes: [...changes.values()], faults };
}

function unknownValue(id: string, known: Iterable<string>): string {
  const meant = closest(id, known);
  return `No value is called \`${id}\`.${meant ? ` Did you mean \`${meant}\`?` : ''}`;
}

/** Minutes as they are; a word, or the word nearest to so many of 100 readers (on the scale of ratios, as the words are). */
function answerOf(value: AuthoredValue, answer: unknown): number | LikelihoodWord | undefined {
  const number = typeof answer === 'number' && Number.isFinite(answer) && answer >= 0 ? answer : undefined;
  if (value.kind === 'minutes') return number;
  if (number === undefined) return likelihoodWords.find((word) => word === answer);
  if (number > 100) return undefined;
  const share = Math.min(0.99, Math.max(0.01, number / 100));
  const odds = (p: number): number => Math.log(p / (1 - p));
  return likelihoodWords.toSorted(
    (a, b) => Math.abs(odds(weightOf(a)) - odds(share)) - Math.abs(odds(weightOf(b)) - odds(share)),
  )[0];
}
