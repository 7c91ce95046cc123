import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { sent } from '../../domain/search/columns.ts';
import { exampleArticle, exampleFile } from '../../domain/search/example-small.ts';
import { indexFiles } from './search-index.ts';

const titles = Array.from({ length: 60 }, (_, at) => `The ${at * 7919} lever of slot ${at % 7} sticks`);
const file = exampleFile({
  articles: titles.map((title) => exampleArticle(title, { summary: `${title} when it is warm.` })),
});
const bytesAt = (effort: number): number =>
  brotliCompressSync(JSON.stringify(sent(file)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: effort },
  }).length;

/** The files of an index without a full text, which has folders of its own. */
const namesBelow = async (most: number): Promise<readonly string[]> => [
  ...(await indexFiles(file, most, async () => ({ files: new Map() }))).keys(),
];

test('An index is one file up to the bytes that it may have, packed as small as can be, and comes in parts above', async () => {
  ok(bytesAt(11) < bytesAt(5));
  deepEqual(await namesBelow(bytesAt(11)), ['search.json']);
  deepEqual(await namesBelow(bytesAt(5)), ['search.json']);
  ok((await namesBelow(bytesAt(11) - 1)).length > 1);
});
