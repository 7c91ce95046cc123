import { likeness } from '../../domain/permalinks/match.ts';
import { compareText } from '../../domain/values/compare.ts';
import { slugOf } from '../../domain/values/slug.ts';
import { listOf } from '../../domain/problems/say.ts';
import type { Article } from '../../domain/knowledge/article.ts';
import type { ArticleFile, Content } from '../content.ts';
import { sharedSteps } from './steps.ts';

/** Two articles of a kind that may say the same. `score` is between 0 and 1; `because` are full sentences. */
export interface SimilarPair {
  readonly kind: Article['kind'];
  readonly ids: readonly [string, string];
  readonly score: number;
  readonly because: readonly string[];
  /** What one would do about it. */
  readonly command: string;
}

interface Described {
  readonly file: ArticleFile;
  readonly article: Article;
  readonly keys: readonly string[];
}

/** Near-duplicates among fixes and causes: the same screen texts, codes, first steps or titles; the most alike first. */
export function similarArticles({ articles }: Content): readonly SimilarPair[] {
  const described = articles.flatMap((file): Described[] =>
    file.article && file.kind !== 'symptom' ? [{ file, article: file.article, keys: keysOf(file) }] : [],
  );
  // Only those that share something are compared: thousands of articles make millions of pairs.
  const shelves = Map.groupBy(
    described.flatMap((one) => one.keys.map((key) => ({ one, key: `${one.file.kind} ${key}` }))),
    ({ key }) => key,
  );
  const pairs = new Map<string, SimilarPair>();
  for (const shelf of shelves.values()) {
    if (shelf.length > fullShelf) continue;
    for (const [index, { one }] of shelf.entries())
      for (const { one: other } of shelf.slice(index + 1)) {
        const key = [one.file.id, other.file.id].sort(compareText).join(' ');
        if (one === other || pairs.has(key)) continue;
        const pair = compare(one, other);
        if (pair) pairs.set(key, pair);
      }
  }
  return [...pairs.values()].sort((a, b) => b.score - a.score || compareText(a.ids.join(), b.ids.join()));
}

/** A key that so many articles share tells nothing. */
const fullShelf = 60;
/** From here on two articles are worth a look. */
const enough = 0.5;

function keysOf({ article, body }: ArticleFile): readonly string[] {
  if (!article) return [];
  const words = tellingWords(article.title);
  const twos = words.flatMap((word, index) =>
    words.slice(index + 1).map((other) => `title ${word} ${other}`),
  );
  const first = body?.steps[0]?.text;
  return [
    ...new Set([
      ...article.says.map((text) => `says ${slugOf(text)}`),
      ...article.codes.map((code) => `code ${slugOf(code)}`),
      ...(first === undefined ? [] : [`step ${slugOf(first).split('-').slice(0, 4).join('-')}`]),
      ...twos,
    ]),
  ];
}

function tellingWords(text: string): readonly string[] {
  const words = slugOf(text)
    .split('-')
    .filter((word) => word.length > 3);
  return [...new Set(words)].sort().slice(0, 7);
}

function compare(one: Described, other: Described): SimilarPair | undefined {
  const [a, b] = [one, other].sort((x, y) => compareText(x.file.id, y.file.id));
  if (!a || !b) return undefined;
  const said = shared([...a.article.says, ...a.article.codes], [...b.article.says, ...b.article.codes]);
  const titles = likeness(a.article.title, b.article.title);
  const texts = likeness(a.article.summary, b.article.summary);
  const steps = a.file.kind === 'fix' ? sharedSteps([a.file, b.file]) : 0;
  const longest = Math.max(a.file.body?.steps.length ?? 0, b.file.body?.steps.length ?? 0, 1);
  const score = Math.min(
    1,
    0.5 * titles +
      0.2 * texts +
      (said.length > 0 ? 0.35 : 0) +
      0.6 * (steps / longest) +
      (steps >= 2 ? 0.2 : 0),
  );
  if (score < enough) return undefined;
  const because = [
    ...(said.length > 0 ? [`Both name ${listOf(said)}.`] : []),
    ...(steps > 0
      ? [
          `Their first ${steps === 1 ? 'step is' : `${steps} steps are`} the same, of ${a.file.body?.steps.length} and ${b.file.body?.steps.length}.`,
        ]
      : []),
    ...(titles >= 0.5 ? [`${Math.round(titles * 100)} % of the words of their titles are the same.`] : []),
    ...(texts >= 0.6 ? [`${Math.round(texts * 100)} % of the words of their summaries are the same.`] : []),
  ];
  const ids = [a.file.id, b.file.id] as const;
  const partly = steps >= 2 && steps < longest && titles < 0.8;
  const command = partly ? `kb extract NEW-ID "Title" ${ids.join(' ')}` : `kb merge ${ids.join(' ')}`;
  return { kind: a.file.kind, ids, score: Math.round(score * 100) / 100, because, command };
}

function shared(some: readonly string[], others: readonly string[]): readonly string[] {
  const slugs = new Set(others.map((text) => slugOf(text)));
  return some.filter((text) => slugs.has(slugOf(text)));
}
