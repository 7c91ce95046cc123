// Fits the weights of the search's signs to judged queries and prints them, for `src/domain/search/rank.ts`.
// Run: node e2e/bench/fit-search.ts. Half of the real queries, chosen by a hash, are held out and only measured.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { randomFrom } from '../../src/domain/plan/random.ts';
import { openEngine, type Engine } from '../../src/domain/search/engine.ts';
import { readQuery } from '../../src/domain/search/query.ts';
import { rank, termsOf, weights, type Ranked, type Signs } from '../../src/domain/search/rank.ts';
import { baseAt } from '../../src/integrations/base.ts';
import { searchFileOf } from '../../src/integrations/after-build/search-file.ts';

interface Example {
  readonly set: string;
  readonly query: string;
  readonly ranked: readonly Ranked[];
  readonly right: readonly boolean[];
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
const isHeldOut = ({ query }: Judged): boolean =>
  (createHash('sha256').update(`seed7${query}`).digest()[0] ?? 0) % 2 === 1;
const load = (path: string): readonly Judged[] => parse(readFileSync(path, 'utf8')) as Judged[];
const fixtures = 'e2e/fixtures/queries';
const real = load(`${fixtures}/real.json`);
const first = load(`${fixtures}/first.json`);
const tune = [
  ...(await examples(
    'real',
    real.filter((each) => !isHeldOut(each)),
  )),
  ...(await examples(
    'first',
    first.filter((each) => !isHeldOut(each)),
  )),
  ...(await examples('people', load(`${fixtures}/people.yaml`))),
  ...(await examples('own', load('content/queries.yaml'))),
  ...(await examples('facts', factsOf(engine, 0))),
];
const held = [
  ...(await examples('real', real.filter(isHeldOut))),
  ...(await examples('first', first.filter(isHeldOut))),
  ...(await examples('unseen', load(`${fixtures}/unseen.yaml`))),
  ...(await examples('facts', factsOf(engine, 1))),
];
const start = signs.map((sign) => weights[sign]);
console.log(`Weights as they are\n${table(tune, start)}\nheld out\n${table(held, start)}`);
const fitted = fit(tune);
console.log(`Fitted: ${signs.map((sign, at) => `${sign}: ${fitted[at]!.toFixed(2)}`).join(', ')}`);
console.log(`${table(tune, fitted)}\nheld out\n${table(held, fitted)}`);

async function examples(set: string, judged: readonly Judged[]): Promise<readonly Example[]> {
  const found: Example[] = [];
  for (const { query, family, expect } of judged) {
    if (expect.length === 0) continue;
    const read = readQuery(query, engine);
    const ranked = rank(read, await engine.find(termsOf(read)), engine);
    const right = ranked.map(({ profile }) => expect.includes(profile.article.path));
    found.push({
      set: family === 'body' || family === 'prefix' ? `${set} ${family}` : set,
      query,
      ranked,
      right,
    });
  }
  return found;
}

/** Queries of two to four telling words of one sentence of a body, for every article; `part` 0 or 1 of them. */
function factsOf({ profiles = [], terms, docsOf }: Engine, part: number): readonly Judged[] {
  const random = randomFrom(11);
  return profiles.flatMap(({ article, passages }, number) => {
    const pool = passages.filter(
      ({ kind, terms: own }) => (kind === 'body' || kind === 'fact') && own.length >= 4,
    );
    if (article.kind === 'term' || pool.length === 0 || number % 2 !== part) return [];
    return [0, 1].flatMap(() => {
      const { text } = pool[Math.floor(random() * pool.length)]!;
      const words = terms
        .read(text)
        .filter(({ filler, word }) => !filler && word.length > 2 && !/^\d+$/.test(word));
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

/** Softmax regression with Adam: the right articles should take all the probability. */
function fit(data: readonly Example[]): readonly number[] {
  const importance: Readonly<Record<string, number>> = { real: 1.5, own: 0.7, 'facts body': 0.5 };
  const w = signs.map(() => 0);
  const m = signs.map(() => 0);
  const v = signs.map(() => 0);
  for (let step = 1; step <= 400; step++) {
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
