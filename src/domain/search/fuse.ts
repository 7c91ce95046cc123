import type { Engine, FullTextFilters } from './engine.ts';
import type { Profile } from './passages.ts';
import type { SearchQuery } from './query.ts';
import { heldBy, rank, type Ranked } from './rank.ts';

/** The share of the query that one text of the small index says, from which on the full text is not asked. */
const wellSaid = 0.8;
/** Reciprocal rank fusion: how little the first places count more than the next ones. */
const flat = 10;

/** Joins what the running texts answer to what was found by name, by rank. Only articles that hold every word count: Pagefind also answers with beginnings of words. */
export async function withFullText(
  query: SearchQuery,
  named: readonly Ranked[],
  engine: Engine,
  { kind, loses }: FullTextFilters,
): Promise<{ readonly query: SearchQuery; readonly ranked: readonly Ranked[] }> {
  const { fullText, terms } = engine;
  const asIs = { query, ranked: named };
  if (!fullText || query.slots.length === 0 || (named[0]?.signs.near ?? 0) >= wellSaid) return asIs;
  const slots = query.slots.map((slot) => ({
    ...slot,
    terms: [[terms.termOf(slot.word), 1] as const, ...slot.terms],
  }));
  const found = await fullText(slots.map(({ word }) => word).join(' '), { kind, loses });
  const holds = ({ counts }: Profile): boolean => slots.every((slot) => heldBy(slot, counts) === 1);
  const asTyped = { ...query, slots, mended: undefined, unknown: [] };
  const told = found.filter(holds).flatMap((profile) => rank(asTyped, [profile], engine));
  if (told.length === 0) return asIs;
  const value = (list: readonly Ranked[], path: string): number => {
    const at = list.findIndex(({ profile }) => profile.article.path === path);
    return at < 0 ? 0 : 1 / (flat + at);
  };
  // The running text of an article is known only where it was told.
  const all = new Map([...named, ...told].map((each) => [each.profile.article.path, each]));
  const valued = [...all].map(([path, each]) => ({ each, value: value(named, path) + value(told, path) }));
  return {
    query: asTyped,
    ranked: valued.sort((a, b) => b.value - a.value).map(({ each }) => each),
  };
}
