import { folderOf, type Article, type Kind } from '../knowledge/article.ts';
import { byLetter, groupSymptoms } from '../knowledge/groups.ts';
import { articlesOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { slugOf } from '../values/slug.ts';

/** As many drawn tiles as one page shows at most. */
export const mostTiles = 32;
/** As many rows of words as one page shows at most. */
export const mostRows = 80;

/** A part of a list that is too long for one page: `/browse/fixes/r/`. */
export interface ListPart<T> {
  readonly path: string;
  readonly title: string;
  /** The permanent id of the group or letter where it begins; its later parts have none. */
  readonly id: string | undefined;
  readonly entries: readonly T[];
}

/** All parts of the list of a kind, in order: of symptoms by group, else by letter. None where the list stands on one page. `otherTitle` names what stands in no group. */
export function listPartsOf(
  base: KnowledgeBase,
  kind: Kind,
  otherTitle: string,
): readonly ListPart<Article>[] {
  const folder = folderOf[kind];
  if (kind !== 'symptom')
    return partsByLetter(
      folder,
      articlesOf(base).filter((article) => article.kind === kind),
      base.site.language,
    );
  if (base.symptoms.size <= mostTiles) return [];
  const groups = groupSymptoms(base, otherTitle);
  return groups.some(({ title }) => title !== '')
    ? partsOf(
        folder,
        groups.map(({ id, title, symptoms }) => ({ id, name: id, title, entries: symptoms })),
        mostTiles,
      )
    : partsByLetter(folder, [...base.symptoms.values()], base.site.language, mostTiles);
}

/** The parts of a list by the first letters of its titles; none where it stands on one page. */
export function partsByLetter<T extends { readonly title: string }>(
  folder: string,
  entries: readonly T[],
  language: string,
  most = mostRows,
): readonly ListPart<T>[] {
  if (entries.length <= most) return [];
  const letters = byLetter(entries, language);
  const sections = letters.map(({ letter, articles }) => ({
    id: letterIdOf(letter),
    name: slugOf(letter) || 'other',
    title: letter,
    entries: articles,
  }));
  return partsOf(folder, sections, most);
}

/** The permanent id of a letter in a list. */
export function letterIdOf(letter: string): string {
  return `letter-${letter.toLowerCase()}`;
}

interface Section<T> {
  readonly id: string;
  /** As it stands in an address. */
  readonly name: string;
  readonly title: string;
  readonly entries: readonly T[];
}

function partsOf<T>(folder: string, sections: readonly Section<T>[], most: number): readonly ListPart<T>[] {
  const taken = new Set<string>();
  return sections.flatMap(({ id, name, title, entries }) => {
    const chunks = Array.from({ length: Math.ceil(entries.length / most) }, (_, at) =>
      entries.slice(at * most, (at + 1) * most),
    );
    return chunks.map((chunk, at) => ({
      path: `/browse/${folder}/${freeName(name, taken)}/`,
      title: chunks.length > 1 ? `${title} (${at + 1}/${chunks.length})` : title,
      id: at === 0 ? id : undefined,
      entries: chunk,
    }));
  });
}

/** The name, or with a number behind it the first one that is free. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let at = 2; taken.has(free); at += 1) free = `${name}-${at}`;
  taken.add(free);
  return free;
}
