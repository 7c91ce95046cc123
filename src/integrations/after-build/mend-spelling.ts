import { distance } from '../../domain/problems/closest.ts';
import type { SearchArticle } from '../../domain/search/index.ts';
import type { Terms } from '../../domain/search/language.ts';
import { textWordsIn, wordsIn } from '../../domain/search/text.ts';
import { compareText } from '../../domain/values/compare.ts';

/**
 * Writers put common misspellings among the aliases ("deliverd"). Left as they are, such a word would be rare and so count
 * for much, and pull every misspelt query to the one article that holds it. This writes the meant word in its place;
 * the reader's own misspelling is mended the same way when searching.
 */
export function mendSpelling(
  articles: readonly SearchArticle[],
  { termOf }: Pick<Terms, 'termOf'>,
): readonly SearchArticle[] {
  const written = countTerms(
    articles.map(({ title, short = '', summary, says, places, facts, body }) =>
      [
        title,
        short,
        summary,
        ...says,
        ...places.map(({ text }) => text),
        ...facts,
        ...body.map(([, text]) => text),
      ].join(' '),
    ),
    termOf,
  );
  const typed = countTerms(
    articles.map(({ aliases }) => aliases.join(' ')),
    termOf,
  );
  const meant = new Map<string, string>();
  const frequent = [...written.values()].filter(({ docs }) => docs >= 3);
  for (const [term, { word, docs }] of typed) {
    if (written.has(term) || word.length < 6) continue;
    const near = frequent.filter(
      (other) => other.docs >= 2 * docs && other.word.charAt(0) === word.charAt(0),
    );
    const target = nearestOf(
      word,
      near.map((other) => other.word),
    );
    if (target) meant.set(term, target);
  }
  return articles.map((article) => ({
    ...article,
    aliases: [...new Set(article.aliases.map((alias) => mend(alias, (word) => meant.get(termOf(word)))))],
  }));
}

function countTerms(
  texts: readonly string[],
  termOf: Terms['termOf'],
): ReadonlyMap<string, { readonly word: string; readonly docs: number }> {
  const counted = new Map<string, { word: string; docs: number }>();
  for (const text of texts) {
    for (const [term, word] of new Map(wordsIn(text).map((each) => [termOf(each), each])))
      counted.set(term, { word: counted.get(term)?.word ?? word, docs: (counted.get(term)?.docs ?? 0) + 1 });
  }
  return counted;
}

function nearestOf(word: string, candidates: readonly string[]): string | undefined {
  const limit = word.length < 8 ? 1 : 2;
  return candidates
    .map((candidate) => ({ candidate, edits: distance(word, candidate, limit) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits || compareText(a.candidate, b.candidate))[0]?.candidate;
}

function mend(text: string, meantBy: (word: string) => string | undefined): string {
  let mended = '';
  let from = 0;
  for (const { word, start, end } of textWordsIn(text)) {
    const meant = meantBy(word);
    if (meant === undefined) continue;
    mended += text.slice(from, start) + meant;
    from = end;
  }
  return mended + text.slice(from);
}
