// Prints what the first query of a knowledge base costs, and how long a keystroke takes.
// Run: node e2e/bench/search-at-scale.ts [articles|own]. Times are those of the processor, without packing; bytes are packed.
import { brotliCompressSync } from 'node:zlib';
import { openIndex } from '../../src/browser/search/open-index.ts';
import { search } from '../../src/domain/search/results.ts';
import type { SearchArticle } from '../../src/domain/search/index.ts';
import { randomFrom } from '../../src/domain/plan/random.ts';
import { baseAt } from '../../src/integrations/base.ts';
import { searchFileOf } from '../../src/integrations/after-build/search-file.ts';
import { indexFiles } from '../../src/integrations/after-build/search-index.ts';

const { read, words } = baseAt(process.cwd());
const file = await searchFileOf(read(), words.search);
const { articles: real = [] } = file;
const own = real.filter(({ kind }) => kind !== 'term').length;
const count = process.argv[2] === 'own' ? own : Number(process.argv[2] ?? 5000);
const articles =
  count === own
    ? real
    : Array.from({ length: count }, (_, number) => variantOf(real[number % own] as SearchArticle, number));
const began = performance.now();
const files = await indexFiles({ ...file, articles });
console.log(
  `${count} articles: index built in ${Math.round(performance.now() - began)} ms, ${files.size} files`,
);

let asked: string[] = [];
globalThis.fetch = ((address: string) => {
  const text = String(files.get(address.replace('/search-index/', '')) ?? '');
  asked.push(text);
  return Promise.resolve(new Response(text));
}) as typeof fetch;

for (const query of [
  'message not delivered red exclamation mark',
  'restrat iphone',
  'why does my text say waiting for activation',
  'moon icon',
  'zxqv blorp',
]) {
  asked = [];
  const opened = process.cpuUsage();
  const { engine } = await openIndex();
  const { results } = await search(engine, { text: query });
  const first = millisecondsSince(opened);
  const cost = asked.reduce((sum, text) => sum + brotliCompressSync(text).length, 0);
  const requests = asked.length;
  // Every beginning of the query, as somebody types it.
  const times: number[] = [];
  for (const at of query.split('').keys()) {
    const start = process.cpuUsage();
    await search(engine, { text: query.slice(0, at + 1), typing: true });
    times.push(millisecondsSince(start));
  }
  times.sort((a, b) => a - b);
  console.log(
    `"${query}": ${results.length} results, ${(cost / 1000).toFixed(0)} kB brotli in ${requests} requests, first answer ${first.toFixed(0)} ms, a key ${times[times.length >> 1]?.toFixed(1)} ms, the slowest ${times.at(-1)?.toFixed(1)} ms`,
  );
}

function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A copy with some of its words replaced by words of its own, as another article of the same kind would have. */
function variantOf(article: SearchArticle, number: number): SearchArticle {
  const random = randomFrom(number + 1);
  const change = (text: string): string =>
    text.replace(/\p{L}{4,}/gu, (word) =>
      random() < 0.15 ? `${word.slice(0, 3).toLowerCase()}${Math.floor(random() * 4000).toString(36)}` : word,
    );
  return {
    ...article,
    path: `${article.path}${number}/`,
    title: change(article.title),
    summary: change(article.summary),
    aliases: article.aliases.map(change),
    facts: article.facts.map(change),
    places: article.places.map((place) => ({ ...place, text: change(place.text) })),
    body: article.body.map(([place, text]) => [place, change(text)] as const),
  };
}
