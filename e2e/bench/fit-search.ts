// Fits the weights of the search's signs (`src/domain/search/rank.ts`) and of what an answer needs (`isAnswer` in `results.ts`) to
// judged queries, and prints them. Run: node e2e/bench/fit-search.ts. Asked of the index as it is, and of one with every other alias
// only: words that people have for a thing and nobody foresaw. `holdout.yaml` is measured, and nothing is fitted to it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { randomFrom } from '../../src/domain/plan/random.ts';
import { openEngine, type Engine } from '../../src/domain/search/engine.ts';
import { evidenceFor } from '../../src/domain/search/results.ts';
import { readQuery, termsOf } from '../../src/domain/search/query.ts';
import { rank, weights, type Ranked, type Signs } from '../../src/domain/search/rank.ts';
import { baseAt } from '../../src/integrations/base.ts';
import { searchFileOf } from '../../src/integrations/after-build/search-file.ts';

interface Example {
  readonly set: string;
  readonly query: string;
  readonly ranked: readonly Ranked[];
  readonly right: readonly boolean[];
  readonly evidence: readonly number[];
}
interface Judged {
  readonly query: string;
  readonly family: string;
  readonly expect: readonly string[];
}

const signs = Object.keys(weights) as (keyof Signs)[];
const { read, words } = baseAt(process.cwd());
const file = await searchFileOf(read(), words.search);
const engine = await openEngine(file);
const load = (path: string): readonly Judged[] => parse(readFileSync(path, 'utf8')) as Judged[];
const fixtures = 'e2e/fixtures/queries';
const sets: readonly (readonly [set: string, judged: readonly Judged[]])[] = [
  ['own', load('content/queries.yaml')],
  ...(await Promise.all(
    [
      'first.json',
      'real.json',
      'people.yaml',
      'unseen.yaml',
      'fresh.yaml',
      'tune.yaml',
      'tune-2.yaml',
      'tune-3.yaml',
      'nothing.yaml',
    ].map((name) => [name.replace(/\..*/, ''), load(`${fixtures}/${name}`)] as const),
  )),
];
const half = (part: number): Promise<Engine> =>
  openEngine({
    ...file,
    articles: file.articles?.map((article) => ({
      ...article,
      aliases: article.aliases.filter(
        (alias) => (createHash('sha256').update(alias).digest()[0] ?? 0) % 2 === part,
      ),
    })),
  });
const halves = [await half(0), await half(1)];
const tune: Example[] = await examples('facts', factsOf(engine), engine);
for (const [set, judged] of sets) {
  tune.push(...(await examples(set, judged, engine)));
  for (const each of halves) tune.push(...(await examples(`${set}, half`, judged, each)));
}
const held = await examples('holdout', load(`${fixtures}/holdout.yaml`), engine);
const start = signs.map((sign) => weights[sign]);
console.log(`Weights as they are\n${table(tune, start)}\nheld out\n${table(held, start)}`);
const fitted = fit(tune);
console.log(`Fitted: ${signs.map((sign, at) => `${sign}: ${fitted[at]!.toFixed(2)}`).join(', ')}`);
console.log(`${table(tune, fitted)}\nheld out\n${table(held, fitted)}`);
console.log(`What an answer needs: ${needs(tune)}`);

async function examples(set: string, judged: readonly Judged[], asked: Engine): Promise<Example[]> {
  const found: Example[] = [];
  for (const { query, family, expect } of judged) {
    const read = readQuery(query, asked);
    const ranked = rank(read, await asked.find(termsOf(read)), asked);
    const right = ranked.map(({ profile }) => expect.includes(profile.article.path));
    const name = /^(?:body|prefix|none)$/.test(family) ? `${set} ${family}` : set;
    found.push({ set: name, query, ranked, right, evidence: evidenceFor(read, ranked, asked) });
  }
  return found;
}

/** Queries of two to four telling words of one sentence of a body, two for every article. */
function factsOf({ profiles = [], terms, docsOf }: Engine): readonly Judged[] {
  const random = randomFrom(11);
  return profiles.flatMap(({ article, passages }) => {
    const pool = passages.filter(
      ({ kind, terms: own }) => (kind === 'body' || kind === 'fact') && own.length >= 4,
    );
    if (article.kind === 'term' || pool.length === 0) return [];
    return [0, 1].flatMap(() => {
      const { text } = pool[Math.floor(random() * pool.length)]!;
      const words = terms
        .read(text)
        .filter(({ isStopWord, word }) => !isStopWord && word.length > 2 && !/^\d+$/.test(word));
      const chosen = words
        .sort((a, b) => docsOf(a.term) - docsOf(b.term))
        .slice(0, 2 + Math.floor(random() * 3))
        .sort((a, b) => a.start - b.start);
      const expect = profiles
        .filter((other) => other.passages.some(({ all }) => chosen.every(({ term }) => all.has(term))))
        .map((other) => other.article.path);
      return chosen.length < 2 || expect.length > 4
        ? []
        : [{ query: chosen.map(({ word }) => word).join(' '), family: 'body', expect }];
    });
  });
}

/** Logistic regression by gradient descent, queries with and without an answer counting the same: factors of the evidence, and the sum that refuses 97 of 100 nonsense queries. */
function needs(data: readonly Example[]): string {
  const some = data.filter(({ evidence }) => evidence.length > 0);
  const isNone = ({ set }: Example): boolean => set.endsWith('none');
  const nones = some.filter(isNone).length;
  const size = some[0]?.evidence.length ?? 0;
  const means = Array.from({ length: size }, (_, at) => mean(some.map(({ evidence }) => evidence[at]!)));
  const spread = means.map((each, at) =>
    Math.sqrt(mean(some.map(({ evidence }) => (evidence[at]! - each) ** 2))),
  );
  const scaled = some.map(({ evidence }) => evidence.map((value, at) => (value - means[at]!) / spread[at]!));
  const w = means.map(() => 0);
  let bias = 0;
  for (let step = 0; step < 2000; step++) {
    const gradient = w.map((each) => 0.002 * each);
    let shift = 0;
    for (const [n, example] of some.entries()) {
      const sum = scaled[n]!.reduce((all, value, at) => all + w[at]! * value, bias);
      const share = isNone(example) ? 0.5 / nones : 0.5 / (some.length - nones);
      const error = share * (1 / (1 + Math.exp(-sum)) - (isNone(example) ? 0 : 1));
      shift += error;
      for (const at of w.keys()) gradient[at]! += error * scaled[n]![at]!;
    }
    bias -= shift;
    for (const at of w.keys()) w[at]! -= gradient[at]!;
  }
  const sums = some
    .filter((each) => isNone(each) && !each.set.includes('half'))
    .map(({ evidence }) => evidence.reduce((all, value, at) => all + (w[at]! / spread[at]!) * value, 0))
    .sort((a, b) => a - b);
  return `${w.map((each, at) => (each / spread[at]!).toFixed(2)).join(', ')} > ${sums[Math.floor(0.97 * sums.length)]?.toFixed(2)}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Softmax regression with Adam: the right articles should take all the probability. */
function fit(data: readonly Example[]): readonly number[] {
  const importance: Readonly<Record<string, number>> = { real: 1.5, own: 0.7, 'facts body': 0.7 };
  const w = signs.map(() => 0);
  const m = signs.map(() => 0);
  const v = signs.map(() => 0);
  for (let step = 1; step <= 150; step++) {
    const gradient = w.map((each) => 0.001 * each);
    for (const { set, ranked, right } of data) {
      if (!right.some(Boolean)) continue;
      const scores = ranked.map(({ signs: own }) =>
        signs.reduce((sum, sign, at) => sum + w[at]! * own[sign], 0),
      );
      const top = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - top));
      const all = powers.reduce((sum, each) => sum + each, 0);
      const good = powers.reduce((sum, each, at) => sum + (right[at] ? each : 0), 0);
      for (const [at, { signs: own }] of ranked.entries()) {
        const error = powers[at]! / all - (right[at] ? powers[at]! / good : 0);
        for (const [sign, name] of signs.entries())
          gradient[sign]! += ((importance[set] ?? 1) * error * own[name]) / data.length;
      }
    }
    for (const at of w.keys()) {
      m[at] = 0.9 * m[at]! + 0.1 * gradient[at]!;
      v[at] = 0.999 * v[at]! + 0.001 * gradient[at]! ** 2;
      w[at]! -= (0.15 * (m[at]! / (1 - 0.9 ** step))) / (Math.sqrt(v[at]! / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return w;
}

function table(data: readonly Example[], w: readonly number[]): string {
  return [...Map.groupBy(data, ({ set }) => set)]
    .map(([set, members]) => {
      const ranks = members.map(({ ranked, right }) => {
        const order = ranked
          .map(({ signs: own }, at) => ({
            at,
            score: signs.reduce((sum, sign, n) => sum + w[n]! * own[sign], 0),
          }))
          .sort((a, b) => b.score - a.score);
        return order.findIndex(({ at }) => right[at]) + 1;
      });
      const share = (of: (rank: number) => number): string =>
        (ranks.reduce((sum, each) => sum + of(each), 0) / ranks.length).toFixed(3);
      return `  ${set.padEnd(12)} ${String(members.length).padStart(4)}  hit@1 ${share((n) => (n === 1 ? 1 : 0))}  hit@3 ${share((n) => (n > 0 && n < 4 ? 1 : 0))}  MRR ${share((n) => (n > 0 && n <= 10 ? 1 / n : 0))}`;
    })
    .join('\n');
}
