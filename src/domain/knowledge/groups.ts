import type { Symptom } from './article.ts';
import type { KnowledgeBase } from './knowledge-base.ts';

/** The symptoms as home shows them: the site's groups in their order, then what stands in none. */
export function groupSymptoms(
  base: KnowledgeBase,
  otherTitle: string,
): readonly { readonly title: string; readonly symptoms: readonly Symptom[] }[] {
  const grouped = new Set(base.site.groups.flatMap((group) => group.symptoms));
  const rest = [...base.symptoms.values()].filter(({ id }) => !grouped.has(id));
  const groups = base.site.groups.map(({ title, symptoms }) => ({
    title,
    symptoms: symptoms.flatMap((id) => base.symptoms.get(id) ?? []),
  }));
  return [...groups, { title: groups.length > 0 ? otherTitle : '', symptoms: rest }].filter(
    ({ symptoms }) => symptoms.length > 0,
  );
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
