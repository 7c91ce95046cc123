import type { SearchCore } from './index.ts';
import { termsFor, type Terms } from './language.ts';
import { buildSynonyms, type QueryKnowledge } from './query.ts';
import { wordsIn } from './text.ts';
import { buildVocabulary, type KnownWord, type Vocabulary } from './vocabulary.ts';

/** The core of the index, ready for use. */
export interface OpenCore {
  readonly core: SearchCore;
  readonly terms: Terms;
  readonly vocabulary: Vocabulary;
  readonly knowledge: QueryKnowledge;
  /** Articles of terms that the core does not list; whoever loads a shard fills it in. */
  readonly rare: Map<string, number>;
}

/** Builds the look-ups of the core: some milliseconds, once. */
export function openCore(core: SearchCore): OpenCore {
  const terms = termsFor(core.language);
  const rare = new Map<string, number>();
  const vocabulary = buildVocabulary(
    [
      ...listed(core.words, core.counts, true),
      ...listed(core.bodyWords, core.bodyCounts, false),
      ...synonymWords(core, terms),
    ],
    core.articles,
    terms,
    rare,
  );
  const { askHow, askWhy, reports, quotes, negation } = core.language;
  return {
    core,
    terms,
    vocabulary,
    rare,
    knowledge: {
      vocabulary,
      terms,
      synonyms: buildSynonyms(core.synonyms, terms),
      orders: new Set(core.orders),
      askHow,
      askWhy,
      reports: new Set(reports),
      quotes: new Set(quotes),
      negation: terms.termOf(negation),
    },
  };
}

/** The number of the shard that would hold a term. */
export function shardOf(core: Pick<SearchCore, 'shardStarts'>, term: string): number {
  return Math.max(0, core.shardStarts.map((start) => start <= term).lastIndexOf(true));
}

function listed(words: string, counts: string, telling: boolean): readonly KnownWord[] {
  return words === ''
    ? []
    : words
        .split(' ')
        .map((word, index) => ({ word, docs: 2 ** Number.parseInt(counts.charAt(index), 36), telling }));
}

/** Words that stand only in the table of synonyms: no article holds them, yet they can be mistyped. */
function synonymWords({ synonyms, words, bodyWords }: SearchCore, { isFiller }: Terms): readonly KnownWord[] {
  const have = new Set(`${words} ${bodyWords}`.split(' '));
  return [...new Set(synonyms.flat().flatMap(wordsIn))]
    .filter((word) => !have.has(word) && !isFiller(word))
    .map((word) => ({ word, docs: 0, telling: true }));
}
