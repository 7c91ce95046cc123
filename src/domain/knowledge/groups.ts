import { slugOf } from '../values/slug.ts';
import type { Symptom } from './article.ts';
import { entryOf, type KnowledgeBase } from './knowledge-base.ts';
import type { SymptomGroup } from './site.ts';

/** A part of home, with the permanent id of its heading; `title` is undefined for what stands in no group. */
export interface HomeGroup {
  readonly id: string;
  readonly title?: string | undefined;
  readonly symptoms: readonly string[];
}

/** The parts of home that hold a symptom, in the order of the site, then what stands in none. Without groups there is one part, and it has no heading. */
export function homeGroupsOf(
  groups: readonly SymptomGroup[],
  symptoms: readonly string[],
): readonly HomeGroup[] {
  const grouped = new Set(groups.flatMap((group) => group.symptoms));
  const there = new Set(symptoms);
  return [
    ...groups.map((group) => ({
      id: groupIdOf(group),
      title: group.title,
      symptoms: group.symptoms.filter((id) => there.has(id)),
    })),
    { id: groups.length > 0 ? otherGroup : '', symptoms: symptoms.filter((id) => !grouped.has(id)) },
  ].filter((group) => group.symptoms.length > 0);
}

/** The id of the heading of what stands in no group, in every language. */
export const otherGroup = 'more';

/** The permanent id that the title of a group gives to its heading. */
export function groupIdOf({ title }: Pick<SymptomGroup, 'title'>): string {
  return slugOf(title, { bytes: Infinity }) || 'group';
}

/** The symptoms as home shows them: the site's groups in their order, then what stands in none, under `otherTitle`. */
export function groupSymptoms(
  base: KnowledgeBase,
  otherTitle: string,
): readonly { readonly id: string; readonly title: string; readonly symptoms: readonly Symptom[] }[] {
  return homeGroupsOf(base.site.groups, [...base.symptoms.keys()]).map(({ id, title, symptoms }) => ({
    id,
    title: title ?? (id === '' ? '' : otherTitle),
    symptoms: symptoms.map((symptom) => entryOf(base.symptoms, symptom)),
  }));
}

/** Articles under their first letter, in the order of the language. */
export function byLetter<T extends { readonly title: string }>(
  articles: Iterable<T>,
  language: string,
): readonly { readonly letter: string; readonly articles: readonly T[] }[] {
  const sorted = [...articles].sort((a, b) => a.title.localeCompare(b.title, language));
  const letters = Map.groupBy(
    sorted,
    ({ title }) => /\p{L}|\p{N}/u.exec(title)?.[0].toLocaleUpperCase(language) ?? '#',
  );
  return [...letters].map(([letter, group]) => ({ letter, articles: group }));
}
