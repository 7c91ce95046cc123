import { fieldOf, type Engine, type Passage, type PassageKind } from './engine.ts';
import { isUnknown, type SearchQuery, type Slot } from './query.ts';

/** An article that answers, and why. */
export interface Ranked {
  readonly article: number;
  readonly score: number;
  /** The share of the query, by weight, that stands in the article. */
  readonly covered: number;
  /** The text of the article that answers best. */
  readonly best: Passage;
  readonly likeness: number;
  readonly base: number;
  readonly near: number;
}

export const tuning = {
  boost: { title: 3, says: 3, alias: 2, summary: 1.2, place: 1.2, fact: 0.8, body: 0.8 } as Record<string, number>,
  bm25: { k: 1.2, b: 0.5, d: 0.3 },
  meaning: 0.5,
  means: 0.8,
  phrases: 0.6,
  weights: { title: 1, short: 0.95, says: 1.1, alias: 0.95, summary: 0.6, heading: 0.55, step: 0.7, fact: 0.6, body: 0.6 } as Record<PassageKind, number>,
  second: 0.2,
  third: 0.1,
  balance: 0.55,
  order: 0.07,
  onScreen: 1.12,
  otherForm: 0.95,
  denied: 0.9,
  kinds: { symptom: 1, cause: 0.94, fix: 0.97, term: 0.6 } as Record<string, number>,
  asked: 1.12,
  report: 1.08,
  pool: 40,
  quality: 1,
};

export function rank(query: SearchQuery, engine: Engine): readonly Ranked[] {
  const boosts = new Map<string, number>();
  for (const { terms, meanings } of query.slots) {
    for (const [term, trust] of terms) boosts.set(term, Math.max(boosts.get(term) ?? 0, trust));
    for (const id of meanings) boosts.set(id, Math.max(boosts.get(id) ?? 0, tuning.meaning));
  }
  if (boosts.size === 0) return [];
  const found = engine.mini.search([...boosts.keys()].join(' '), {
    boost: tuning.boost,
    boostTerm: (term) => boosts.get(term) ?? 1,
    bm25: tuning.bm25,
    combineWith: 'OR',
    prefix: false,
    fuzzy: false,
  });
  const base = found.map(({ id, score, queryTerms }) => ({ article: id as number, score: tuning.quality ? score : score / queryTerms.length }));
  base.sort((a, b) => b.score - a.score || a.article - b.article);
  const top = base[0]?.score ?? 1;
  return base
    .slice(0, tuning.pool)
    .map(({ article, score }) => rankArticle(query, article, score / top, engine))
    .sort((a, b) => b.score - a.score || a.article - b.article);
}

function rankArticle(query: SearchQuery, article: number, base: number, engine: Engine): Ranked {
  const passages = engine.passages[article] ?? [];
  const compared = passages.map((passage) => ({ passage, value: similarity(query, passage, engine) * tuning.weights[passage.kind] }));
  compared.sort((a, b) => b.value - a.value);
  const [first, second, third] = compared;
  const likeness =
    (1 - tuning.second - tuning.third) * (first?.value ?? 0) + tuning.second * (second?.value ?? 0) + tuning.third * (third?.value ?? 0);
  const kind = engine.articles[article]!.kind;
  const all = new Set(passages.flatMap(({ all }) => [...all]));
  const whole = query.slots.reduce((sum, { weight }) => sum + weight, 0);
  return {
    article,
    score: (tuning.phrases * likeness + (1 - tuning.phrases) * base) * kindFactor(kind, query.asks),
    covered: query.slots.reduce((sum, slot) => sum + slot.weight * held(slot, all), 0) / whole,
    near: Math.max(0, ...passages.map((p) => query.slots.reduce((sum, slot) => sum + slot.weight * held(slot, p.all), 0) / whole)),
    best: first!.passage,
    likeness,
    base,
  };
}

function held({ terms, meanings }: Slot, all: ReadonlySet<string>): number {
  let best = 0;
  for (const [term, trust] of terms) if (trust > best && all.has(term)) best = trust;
  if (best < tuning.means && meanings.some((id) => all.has(id))) best = tuning.means;
  return best;
}

function kindFactor(kind: string, asks: SearchQuery['asks']): number {
  const asked = kind === 'fix' ? 'how' : 'why';
  const report = asks === 'report' && kind === 'symptom' ? tuning.report : 1;
  return (tuning.kinds[kind] ?? 1) * (asks === asked ? tuning.asked : 1) * report;
}

function similarity({ slots }: SearchQuery, { terms, words, all, kind, denied }: Passage, { weightOf }: Engine): number {
  let common = 0;
  let asked = 0;
  let inOrder = 0;
  let before = -2;
  for (const slot of slots) {
    let value = held(slot, all);
    asked += slot.weight;
    const place = terms.findIndex((term) => slot.terms.some(([own]) => own === term));
    if (value > 0) {
      if (place >= 0 && !words.has(slot.word)) value *= tuning.otherForm;
      if (place >= 0 && denied.has(terms[place]!) !== slot.denied) value *= tuning.denied;
      if (before >= 0 && place > before && place <= before + 2) inOrder += 1;
    }
    before = place;
    common += value * slot.weight;
  }
  if (common === 0) return 0;
  let said = 0;
  let met = 0;
  for (const term of new Set(terms)) {
    said += weightOf(term);
    if (slots.some(({ terms: own }) => own.some(([each]) => each === term))) met++;
  }
  const order = slots.length > 1 ? inOrder / (slots.length - 1) : 1;
  const alike = (common / (asked ** (1 - tuning.balance) * Math.max(said, common) ** tuning.balance)) * (1 - tuning.order * (1 - order));
  const whole = kind === 'says' && met === new Set(terms).size;
  return Math.min(1, whole ? alike * tuning.onScreen : alike);
}
