import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { articlesIn, type Columns } from './columns.ts';
import { countOf, type AskFullText } from './engine.ts';
import { emptyArticle } from './example-small.ts';
import { language, toasterGuide } from './example-toaster.ts';
import type { SearchArticle } from './index.ts';
import { termsFor } from './language.ts';
import { openParts } from './parts.ts';
import { profileOf } from './profile.ts';
import { cutIndex } from './shards.ts';

type Texts = Partial<Pick<SearchArticle, 'title' | 'aliases' | 'body'>>;

/** Cuts articles `/000/`, `/001/` and so on into parts, and opens them. */
function partsOf(
  texts: readonly Texts[],
  {
    synonyms = [],
    askFullText,
  }: {
    readonly synonyms?: readonly (readonly string[])[];
    readonly askFullText?: AskFullText<{ readonly number: number; readonly text: string }>;
  } = {},
) {
  const file = {
    ...toasterGuide,
    language: { ...language, endings: [] },
    synonyms,
    topics: '',
    elsewhere: '',
  };
  const terms = termsFor(language, synonyms);
  // The last one comes first, as nothing promises an order.
  const profiles = texts
    .map((own, number) => ({
      ...emptyArticle,
      kind: 'fix' as const,
      path: `/${String(number).padStart(3, '0')}/`,
      title: '',
      summary: '',
      ...own,
    }))
    .reverse()
    .map((article) => profileOf(article, terms));
  const { docs } = countOf(profiles);
  const cut = cutIndex(file, { profiles, terms, docsOf: (term) => docs.get(term) ?? 0 });
  const loaded: string[] = [];
  const engine = openParts(
    { ...cut.file, parts: { ...cut.file.parts, folder: '', texts: '' } },
    <T>(name: string) => {
      loaded.push(name);
      return Promise.resolve(JSON.parse(cut.files.get(name) ?? assert.fail(name)) as T);
    },
    askFullText,
  );
  const fileAt = (name: string): unknown => JSON.parse(cut.files.get(name) ?? assert.fail(name));
  /** The numbers of the articles that are found, in order. */
  const find = async (sought: Readonly<Record<string, number>>): Promise<readonly number[]> =>
    (await engine.find(new Map(Object.entries(sought)))).map(({ article }) =>
      Number(article.path.slice(1, -1)),
    );
  return { cut, engine, loaded, fileAt, find };
}

/** `w000`, `w001` and so on. */
function words(count: number, digits = 3): readonly string[] {
  return Array.from({ length: count }, (_, at) => `w${String(at).padStart(digits, '0')}`);
}

describe('Cutting an index into parts', () => {
  test('puts eight articles in a file, in the order of their addresses', () => {
    for (const [count, sizes] of [
      [16, [8, 8]],
      [17, [8, 8, 1]],
    ] as const) {
      const { cut, fileAt } = partsOf(words(count).map((title) => ({ title })));
      const names = [...cut.files.keys()].filter((name) => name.startsWith('a'));
      assert.deepEqual(
        names,
        sizes.map((_, at) => `a${at}.json`),
      );
      const files = names.map((name) => articlesIn(fileAt(name) as Columns));
      assert.deepEqual(
        files.map(({ length }) => length),
        sizes,
      );
      assert.deepEqual(
        cut.articles.map(({ title }) => title),
        words(count),
      );
      assert.deepEqual(JSON.parse(JSON.stringify(files.flat())), cut.articles);
    }
  });

  test('fills a shard with 2000 numbers, its terms sorted, before it begins another', () => {
    // Five numbers for each word: two articles, and how much each of them says it.
    const title = [...words(401)].reverse().join(' ');
    const { cut, fileAt } = partsOf([{ title }, { title }]);
    const own = (list: readonly string[]) => Object.fromEntries(list.map((word) => [word, [2, 0, 3, 1, 3]]));
    assert.deepEqual(cut.file.parts.starts, ['w000', 'w400']);
    assert.deepEqual([...cut.files.keys()], ['a0.json', 't0.json', 't1.json']);
    assert.deepEqual(Object.entries(fileAt('t0.json') as object), Object.entries(own(words(400))));
    assert.deepEqual(fileAt('t1.json'), own(['w400']));
  });

  test('names the 400 articles that say most of a term, and how many there are', () => {
    const { fileAt } = partsOf(
      words(401).map((_, number) => (number % 2 ? { title: 'toast' } : { body: [[-1, 'toast']] as const })),
    );
    const numbers = [...words(401).keys()];
    assert.deepEqual(fileAt('t0.json'), {
      toast: [
        401,
        ...numbers.filter((number) => number % 2 === 1).flatMap((number) => [number, 3]),
        ...numbers.filter((number) => number % 2 === 0 && number < 400).flatMap((number) => [number, 1]),
      ],
    });
  });

  test('keeps the most frequent words in the first file, as many as 120,000 letters hold', () => {
    const rare = words(12_000, 8);
    const { cut } = partsOf([
      { title: [...rare].reverse().join(' ') },
      { title: 'zzzzzzzzz' },
      { body: [[-1, 'zzzzzzzzz']] },
    ]);
    assert.equal(cut.file.parts.words, [...rare.slice(0, -1), 'zzzzzzzzz'].join(' '));
    assert.equal(cut.file.parts.counts, `${'0'.repeat(11_999)}1`);
    assert.deepEqual([cut.file.parts.count, cut.file.parts.all], [3, 12_002]);
  });

  test('makes no files of a knowledge base without articles', () => {
    const terms = termsFor(language);
    const { file, files, articles } = cutIndex(toasterGuide, { terms, docsOf: () => 0 });
    assert.deepEqual([...files], []);
    assert.deepEqual(articles, []);
    assert.deepEqual(file.parts, { starts: [], count: 0, all: 0, words: '', counts: '' });
  });
});

describe('Searching an index in parts', () => {
  test('loads the shard that holds a term, and the file of the article that holds it', async () => {
    const title = words(401).join(' ');
    for (const [term, found, files] of [
      ['w000', [0, 1], ['t0.json', 'a0.json', 'a0.json']],
      ['w399', [0, 1], ['t0.json', 'a0.json', 'a0.json']],
      ['w400', [0, 1], ['t1.json', 'a0.json', 'a0.json']],
      ['a', [], ['t0.json']],
      ['x', [], ['t1.json']],
      ['constructor', [], ['t0.json']],
    ] as const) {
      const { find, loaded } = partsOf([{ title }, { title }]);
      assert.deepEqual([await find({ [term]: 1 }), loaded], [found, files], term);
    }
  });

  test('looks closely at the twenty articles that say most of the terms', async () => {
    const { find } = partsOf([
      { body: [[-1, 'toast']] },
      ...words(19).map(() => ({ title: 'toast' })),
      { title: 'toast', aliases: ['toast'] },
    ]);
    assert.deepEqual(
      await find({ toast: 1 }),
      [20, ...words(20).keys()].filter((number) => number !== 0),
    );
  });

  test('puts first what says a term more often, or more of the terms, or rarer ones', async () => {
    const often = partsOf([
      { body: [[-1, 'toast']] },
      { title: 'toast' },
      { title: 'toast', aliases: ['toast'] },
    ]);
    assert.deepEqual(await often.find({ toast: 1 }), [2, 1, 0]);
    const more = partsOf([{ title: 'crumb' }, { title: 'toast' }, { title: 'crumb toast' }]);
    assert.deepEqual(await more.find({ crumb: 1, toast: 1 }), [2, 0, 1]);
    const rarer = partsOf([{ title: 'toast' }, { title: 'toast' }, { title: 'crumb' }]);
    assert.deepEqual(await rarer.find({ toast: 1, crumb: 1 }), [2, 0, 1]);
    assert.deepEqual(await rarer.find({ toast: 1, crumb: 0.3 }), [0, 1, 2]);
  });

  test('leaves articles in their order where they say as much', async () => {
    const { find } = partsOf([{ title: 'crumb' }, { title: 'toast' }]);
    assert.deepEqual(await find({ toast: 1, crumb: 1 }), [0, 1]);
  });

  test('learns how many articles hold a word and its meanings, and asks nothing of stop words', async () => {
    const { engine, loaded } = partsOf(
      words(5).map(() => ({ title: 'bread is toast' })),
      {
        synonyms: [
          ['bread', 'slice'],
          ['is', 'stays'],
        ],
      },
    );
    const counts = (): readonly number[] => ['bread', '~0', '~1'].map(engine.docsOf);
    assert.deepEqual(counts(), [4, 0, 0]);
    await engine.learn('bread is');
    assert.deepEqual(counts(), [5, 5, 0]);
    assert.deepEqual([...new Set(loaded)], ['t0.json']);
  });

  test('asks the full text for words, and reads each article with what was found in it', async () => {
    const asked: unknown[] = [];
    const { engine } = partsOf([{ title: 'crumb', body: [[0, 'Its own text.']] }, { title: 'toast' }], {
      askFullText: (...question) => {
        asked.push(question);
        return Promise.resolve([{ number: 0, text: 'Shake it. Then wait.' }]);
      },
    });
    const found = await engine.fullText?.('shake it', { kind: 'fix', loses: 'time' });
    assert.deepEqual(asked, [['shake it', { kind: 'fix', loses: 'time' }]]);
    assert.deepEqual(
      found?.map(({ article, passages }) => [
        article.path,
        ...passages.map(({ text, place }) => [text, place]),
      ]),
      [['/000/', ['crumb', -1], ['Shake it.', -1], ['Then wait.', -1]]],
    );
  });

  test('has no full text to ask where none was given', () =>
    assert.equal(partsOf([{ title: 'toast' }]).engine.fullText, undefined));
});
