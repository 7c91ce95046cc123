import { onceEach } from '../values/on-demand.ts';
import { compareText } from '../values/compare.ts';
import type { Terms } from './language.ts';
import { isName, type Profile } from './profile.ts';

/** What readers typed who meant a page. */
export interface AskedFor {
  /** The path of the page, such as `/fixes/empty-crumb-tray/`, or of a place on it. */
  readonly page: string;
  readonly queries: readonly string[];
}

/** Words that led readers to articles, in numbers: what `SearchFile.asked` and `SearchArticle.asked` say. */
export interface LearnedWords {
  /** The words, as terms separated by spaces. */
  readonly words: string;
  /** Path → the words that led there now and then, a space, and those that did often. Each is a sign, which says how far it is among the words from the one before. */
  readonly codes: ReadonlyMap<string, string>;
}

/** Queries of an article that have to hold a word, and articles that it has to lead to: what is said once tells of that query alone. */
const least = { queries: 2, articles: 4 };
/** Occurrences by chance, as in `rank`. */
const smoothing = 30;
/** How much likelier (logarithm) a word led to an article than by chance, from where on it counts as often; and what the two count. */
const often = 3.25;
const worth = [2.5, 4];
/** The sign for no distance: what follows it is printed, and needs no other sign in JSON for long. */
const near = 0x22;

/** Learns from queries which words led where. Words that the names of an article say already say it for themselves. */
export function learnAsked(
  asked: readonly AskedFor[],
  profiles: readonly Pick<Profile, 'article' | 'passages'>[],
  { read }: Pick<Terms, 'read'>,
): LearnedWords {
  const paths = new Set(profiles.map(({ article }) => article.path));
  // Who meant a step meant its fix; a term of the glossary is a place itself.
  const articleOf = (page: string): string => (paths.has(page) ? page : page.replace(/#.*/, ''));
  const { led, likelier } = countWords(
    asked.map(({ page, queries }) => ({ page: articleOf(page), queries })),
    read,
  );
  const learned = profiles.map(({ article: { path }, passages }) => {
    const names = new Set(passages.flatMap(({ kind, terms }) => (isName(kind) ? terms : [])));
    const counts = [...(led.get(path) ?? [])].filter(
      ([term, count]) => count >= least.queries && !names.has(term),
    );
    return [path, new Map(counts.map(([term, count]) => [term, likelier(term, count)]))] as const;
  });
  const reach = new Map<string, number>();
  for (const term of learned.flatMap(([, terms]) => [...terms.keys()]))
    reach.set(term, (reach.get(term) ?? 0) + 1);
  const words = [...reach]
    .filter(([, articles]) => articles >= least.articles)
    .sort(([a, left], [b, right]) => right - left || compareText(a, b))
    .map(([term]) => term);
  const codeOf = (terms: ReadonlyMap<string, number>): string => {
    const numbers = [...words.keys()].filter((at) => terms.has(words[at]!));
    const isOften = (at: number): boolean => terms.get(words[at]!)! >= often;
    return [numbers.filter((at) => !isOften(at)), numbers.filter(isOften)].map(signsFor).join(' ');
  };
  const codes = learned.map(([path, terms]) => [path, codeOf(terms)] as const);
  return { words: words.join(' '), codes: new Map(codes.filter(([, code]) => code !== ' ')) };
}

/** Counts in how many queries words led to each page; and how much likelier (logarithm) a word led to one than by chance. */
function countWords(asked: readonly AskedFor[], read: Terms['read']) {
  const all = new Map<string, number>();
  const led = new Map<string, Map<string, number>>();
  for (const { page, queries } of asked) {
    const here = led.get(page) ?? new Map<string, number>();
    led.set(page, here);
    for (const query of queries)
      for (const term of new Set(read(query).map((token) => token.term)))
        for (const counts of [all, here]) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const total = [...all.values()].reduce((sum, count) => sum + count, 0);
  return {
    led,
    likelier: (term: string, count: number): number =>
      Math.log(1 + (count * total) / (smoothing * all.get(term)!)),
  };
}

/** Reads what was learned: the codes of an article → the terms that led there, each with how much that says. */
export function askedIn(words: string): (codes: string) => ReadonlyMap<string, number> {
  const terms = words.split(' ');
  return onceEach((codes) => {
    const lists = codes.split(' ').map((signs) => {
      let at = -1;
      return [...signs].map((sign) => terms[(at += sign.codePointAt(0)! - near)]!);
    });
    return new Map(lists.flatMap((list, level) => list.map((term) => [term, worth[level]!] as const)));
  });
}

/** Numbers in order, each as a sign for how far it is from the one before. */
function signsFor(numbers: readonly number[]): string {
  return numbers.map((number, at) => String.fromCodePoint(near + number - (numbers[at - 1] ?? -1))).join('');
}
