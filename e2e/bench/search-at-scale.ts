// Prints what the first query of a large knowledge base costs, and how long a keystroke takes.
// Run: node e2e/bench/search-at-scale.ts [articles]. Figures of time depend on the machine; figures of bytes do not.
import { brotliCompressSync } from 'node:zlib';
import { contentDirOf } from '../../src/articles/content-dir.ts';
import { readContent } from '../../src/articles/read/content.ts';
import { searchableArticles } from '../../src/articles/read/searchable.ts';
import { openIndex } from '../../src/browser/search/index-files.ts';
import { search } from '../../src/browser/search/search.ts';
import { randomFrom } from '../../src/domain/plan/random.ts';
import { buildSearchIndex, type SearchArticle } from '../../src/domain/search/index.ts';

const count = Number(process.argv[2] ?? 5000);
const content = readContent(contentDirOf(process.cwd()));
const { searchLanguage } = content.words;
const real = searchableArticles(content, (minutes) => `${minutes} min`);
const articles = Array.from({ length: count }, (_, number) =>
  variantOf(real[number % real.length] as SearchArticle, number),
);
const risks = content.site?.value.risks ?? [];
const began = performance.now();
const index = buildSearchIndex(articles, {
  language: searchLanguage,
  risks: risks.map(({ id }) => id),
  synonyms: [
    ...content.glossary.value.map(({ term, also, typed }) => [term, ...also, ...typed]),
    ...searchLanguage.alike,
  ],
});
console.log(
  `${count} articles: index built in ${Math.round(performance.now() - began)} ms, ${index.shards.length} shards, ${index.blocks.length} blocks of entries`,
);

const files = new Map([
  [
    'search.json',
    JSON.stringify({
      parts: 'p',
      core: index.core,
      labels: { results: {}, kinds: {}, risks: {} },
    }),
  ],
  ...index.shards.map((shard, number) => [`p/t${number}.json`, JSON.stringify(shard)] as const),
  ...index.blocks.map((block, number) => [`p/e${number}.json`, JSON.stringify(block)] as const),
  ...articles.map(({ body }, number) => [`p/b${number}.txt`, body] as const),
]);
let bytes = 0;
globalThis.fetch = ((address: string) => {
  const text = files.get(address.replace('/pagefind/', '')) ?? '';
  bytes += brotliCompressSync(text).length;
  return Promise.resolve(new Response(text));
}) as typeof fetch;

for (const query of [
  'message not delivered red exclamation mark',
  'restrat iphone',
  'why does my text say waiting for activation',
  'moon icon',
  'zxqv blorp',
]) {
  bytes = 0;
  const opened = performance.now();
  const open = await openIndex();
  await search(open, { text: query, verbatim: false, most: 20 });
  const first = performance.now() - opened;
  const cost = bytes;
  const times: number[] = [];
  for (let again = 0; again < 7; again++) {
    const start = performance.now();
    await search(open, { text: query, verbatim: false, most: 20 });
    times.push(performance.now() - start);
  }
  console.log(
    `"${query}": ${(cost / 1000).toFixed(0)} kB brotli for the index, first answer ${first.toFixed(0)} ms (with packing them here), again ${times.sort((a, b) => a - b)[3]?.toFixed(1)} ms`,
  );
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
    body: change(article.body),
    aliases: article.aliases.map(change),
    places: article.places.map((place) => ({ ...place, text: change(place.text) })),
  };
}
