import type { GlossaryEntry } from '../knowledge/site.ts';
import { partsByLetter, type ListPart } from './list-parts.ts';

/** Other names of a term that its entry shows; the rest are spellings for the search, which nobody reads. */
export const mostNames = 3;

/** An entry with its term as the title by which lists sort it. */
export type Term = GlossaryEntry & { readonly title: string };

export function termsOf(glossary: readonly GlossaryEntry[]): readonly Term[] {
  return glossary.map((entry) => ({ ...entry, title: entry.term }));
}

/** Bytes of ids, words and links that one page can show within what a page may weigh. */
const mostBytes = 18_000;
/** Terms of one part. */
const mostOfPart = 40;

/** The parts of the glossary by letter, `/browse/glossary/c/`; none where it stands on one page. */
export function glossaryPartsOf(
  glossary: readonly GlossaryEntry[],
  language: string,
): readonly ListPart<Term>[] {
  return weightOf(glossary) <= mostBytes
    ? []
    : partsByLetter('glossary', termsOf(glossary), language, mostOfPart);
}

function weightOf(glossary: readonly GlossaryEntry[]): number {
  const shown = glossary.flatMap(({ id, term, also, meaning, link = '' }) => [
    id,
    term,
    meaning,
    link,
    ...also.slice(0, mostNames),
  ]);
  return new TextEncoder().encode(shown.join('')).length;
}
