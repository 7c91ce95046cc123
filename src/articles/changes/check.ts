import type { Problem } from '../../domain/problems/problem.ts';
import { closest } from '../../domain/problems/closest.ts';
import { didYouMean, listOf } from '../../domain/problems/say.ts';
import type { Content } from '../content.ts';

/** Entries of `changes.yaml` that name nothing, more than one thing, or something that does not exist. */
export function checkChanges({ changes, site, uiPaths, articles }: Content): readonly Problem[] {
  const known = {
    version: (site?.value.platforms ?? []).flatMap(({ versions }) => versions.map(({ id }) => id)),
    place: Object.keys(uiPaths.value),
    source: [
      ...new Set(articles.flatMap(({ article }) => article?.sources.flatMap(({ url }) => url ?? []) ?? [])),
    ],
  } as const;
  return changes.value.flatMap((change, index): Problem[] => {
    const named = (['version', 'place', 'source'] as const).filter((field) => change[field] !== undefined);
    const [field] = named;
    if (named.length !== 1 || field === undefined)
      return [
        {
          kind: 'wrong-value',
          place: changes.placeOf([index]),
          message: `A change names one thing, and this one names ${named.length === 0 ? 'none' : listOf(named)}.`,
          hint: 'Write one of `version`, `place` and `source` in each entry.',
        },
      ];
    const value = change[field] ?? '';
    if (known[field].includes(value)) return [];
    return [
      {
        kind: 'wrong-value',
        place: changes.placeOf([index, field]),
        message: `There is no ${field} \`${value}\`, so nothing would be found stale.`,
        hint: didYouMean(closest(value, known[field])) ?? `Known: ${listOf(known[field])}.`,
      },
    ];
  });
}
