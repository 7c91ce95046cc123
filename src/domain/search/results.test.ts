import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openEngine, type Engine } from './engine.ts';
import { emptyArticle } from './example-small.ts';
import { language, toasterGuide } from './example-toaster.ts';
import type { SearchArticle } from './index.ts';
import { termsFor } from './language.ts';
import { profileOf } from './profile.ts';
import type { SearchQuery, Slot } from './query.ts';
import type { Ranked } from './rank.ts';
import { evidenceFor, search, type SearchRequest, type SearchResult } from './results.ts';

type Own = Partial<SearchArticle> & Pick<SearchArticle, 'path'>;

function articleOf(own: Own): SearchArticle {
  return { ...emptyArticle, kind: 'fix', title: '', summary: '', ...own };
}

/** A guide of these articles, all of whose words are what it is about. */
async function guideOf(...own: readonly Own[]): Promise<Engine> {
  const articles = own.map(articleOf);
  return {
    ...(await openEngine({ ...toasterGuide, articles, topics: '', elsewhere: '' })),
    topicOf: () => 4,
  };
}

async function ask(engine: Engine, text: string, more: Omit<SearchRequest, 'text'> = {}) {
  const outcome = await search(engine, { text, ...more });
  return { ...outcome, paths: outcome.results.map(({ article }) => article.path) };
}

/** What a reader sees of a result. */
const shown = ({ article, why: _, ...seen }: SearchResult) => ({ path: article.path, ...seen });

describe('What a result shows', () => {
  const alone = async (own: Omit<Own, 'path'>, query: string) => {
    const { results } = await ask(await guideOf({ ...own, path: '/a/' }), query);
    return results.map(({ excerpt, onScreen, places }) => ({
      excerpt,
      onScreen,
      places: places.map(({ id }) => id),
    }));
  };
  const summary = 'First. Second.';

  test('is the text on the screen that was typed', async () =>
    assert.deepEqual(
      await alone(
        { title: 'Jam', summary, says: ['Too hot', 'Crumb jam'], facts: ['A crumb jam.'] },
        'crumb jam',
      ),
      [{ excerpt: 'Crumb jam', onScreen: true, places: [] }],
    ));

  test('is no text on the screen of which only a part was typed, and no name', async () =>
    assert.deepEqual(await alone({ title: 'Jam', summary, says: ['Jam inside slot three'] }, 'jam'), [
      { excerpt: summary, onScreen: false, places: [] },
    ]));

  for (const [name, own] of [
    ['summary', { summary: `${summary} The crumb jams.` }],
    ['facts', { summary, facts: ['Nothing.', 'The crumb jams.'] }],
    ['running text', { summary, body: [[-1, 'Nothing. The crumb jams.']] as const }],
  ] as const)
    test(`is the sentence of the ${name} that says most of the query`, async () =>
      assert.deepEqual(await alone({ title: 'Crumb jams', ...own }, 'crumb jams'), [
        { excerpt: 'The crumb jams.', onScreen: false, places: [] },
      ]));

  test('is the summary where no sentence says enough of the query', async () =>
    assert.deepEqual(
      await alone({ title: 'Bread crumb jams slot', summary, facts: ['The slot.'] }, 'bread crumb jams slot'),
      [{ excerpt: summary, onScreen: false, places: [] }],
    ));

  test('leads to the two places that say most of the query, each once', async () => {
    const places = [
      { text: 'Before' },
      { text: 'Shake the crumb tray over slot', step: 1 },
      { id: 'shake', text: 'Shake the crumb tray', step: 2 },
      { text: 'Shake the crumb tray over the wide slot', step: 3 },
    ];
    const { results } = await ask(
      await guideOf({
        path: '/a/',
        title: 'Tray',
        summary,
        places,
        aliases: ['shake crumb tray'],
        body: [[2, 'Shake the crumb tray.']],
      }),
      'shake crumb tray',
    );
    assert.deepEqual(results.map(shown), [
      {
        path: '/a/',
        excerpt: 'Shake the crumb tray.',
        onScreen: false,
        difference: undefined,
        places: [places[2], { ...places[1], id: 'shake-the-crumb-tray-over-slot' }],
      },
    ]);
  });

  test('leads to no place that says half of the query, or no more than the title does', async () => {
    const own = { aliases: ['crumb jams'], places: [{ text: 'The crumb' }] };
    assert.deepEqual(await alone({ ...own, summary }, 'crumb jams'), [
      { excerpt: summary, onScreen: false, places: [] },
    ]);
    for (const title of ['Crumb', 'Crumb inside slot'])
      assert.deepEqual(await alone({ ...own, summary, title }, 'crumb'), [
        { excerpt: summary, onScreen: false, places: [] },
      ]);
  });

  test('marks the words that were sought, whatever their form, and no stop words', async () => {
    const { isHit } = await ask(
      await guideOf({ path: '/a/', title: 'Crumb does jam' }),
      'how does the crumb',
    );
    assert.deepEqual(['crumb', 'jam', 'does', 'how', 'not'].map(isHit), [true, false, false, false, false]);
    const { isHit: isStopWordHit } = await ask(await guideOf({ path: '/a/', title: 'how to' }), 'how to');
    assert.equal(isStopWordHit('how'), false);
  });
});

describe('The order of the results', () => {
  test('begins with what is called as was typed, or says so on the screen, whatever else is likely', async () => {
    const likely = { aliases: ['crumb', 'crumb', 'crumb', 'crumb'], summary: 'A crumb.' };
    const engine = await guideOf(
      { path: '/likely/', kind: 'symptom', title: 'Bread crumb', ...likely },
      { path: '/called/', kind: 'cause', title: 'Crumb' },
      { path: '/says/', title: 'Jam of bread', says: ['Crumb'] },
      { path: '/other/', title: 'Slot', says: ['Other'], aliases: ['crumb'] },
      { path: '/term/', kind: 'term', title: 'Crumb' },
    );
    const { paths, results } = await ask(engine, 'crumb');
    assert.deepEqual(paths, ['/called/', '/says/', '/likely/', '/other/', '/term/']);
    assert.ok(results[2]!.why.score > results[0]!.why.score);
  });

  test('shows the twin of the first next, if it answers at all well, and what tells them apart', async () => {
    const twins = [
      ['/x/', 'No twin of these.'],
      ['/twin/', 'There, it is cold.'],
    ] as const;
    const own = [
      { path: '/first/', title: 'Crumb jam', aliases: ['crumb jam'], twins },
      { path: '/second/', title: 'Crumb jam again' },
      { path: '/twin/', title: 'Crumb jam once again', twins: [['/first/', 'There, it is hot.']] as const },
      { path: '/last/', title: 'Crumb jam over and over again' },
    ];
    const told = async (...articles: readonly Own[]) =>
      (await ask(await guideOf(...articles), 'crumb jam')).results.map(({ article, difference }) => [
        article.path,
        difference,
      ]);
    assert.deepEqual(await told(...own), [
      ['/first/', 'There, it is hot.'],
      ['/twin/', 'There, it is cold.'],
      ['/second/', undefined],
      ['/last/', undefined],
    ]);
    const far = own.map((each) =>
      each.path === '/twin/'
        ? { ...each, title: 'Slot', facts: ['Crumb jam'] }
        : { ...each, aliases: [each.title, each.title, each.title] },
    );
    assert.deepEqual(await told(...far), [
      ['/first/', undefined],
      ['/second/', undefined],
      ['/last/', undefined],
      ['/twin/', undefined],
    ]);
  });

  test('ends before what is far less likely, unless that says as much of the query', async () => {
    const name = 'Turn dial';
    const engine = await guideOf(
      { path: '/likely/', title: name, aliases: [name, name, name], summary: `${name}.` },
      { path: '/as-much/', title: 'Bread', body: [[-1, 'Then people turn over some other dial.']] },
      { path: '/less/', title: 'Slot', body: [[-1, 'Another dial, and much more than that.']] },
    );
    assert.deepEqual((await ask(engine, 'turn knob')).paths, ['/likely/', '/as-much/']);
  });

  test('has among the first three one that says all of the query in one text, the likeliest of those that do', async () => {
    const named = ['a', 'b', 'c', 'd'].map((name) => ({
      path: `/${name}/`,
      title: 'Latch cord',
      aliases: ['latch cord wire', 'cord latch', 'latch of the cord', 'latch cord plug'],
    }));
    const whole = (path: string, summary: string): Own => ({ path, title: 'Fuse', summary });
    const far = whole(
      '/w/',
      'Where a latch has a cord, the bulb or some switch hangs low beside that old wall there.',
    );
    const near = whole('/x/', 'Where a latch has a cord, the bulb or some switch hangs low.');
    const order = async (...own: readonly Own[]) =>
      (await ask(await guideOf(...own), 'latch cord bulb')).paths;
    assert.deepEqual(await order(...named, far, near), ['/a/', '/b/', '/x/', '/c/', '/d/', '/w/']);
    assert.deepEqual(await order(...named), ['/a/', '/b/', '/c/', '/d/']);
    assert.deepEqual(await order(...named.slice(0, 2), far), ['/a/', '/b/', '/w/']);
  });

  test('leaves only what holds everything in quotation marks', async () => {
    const engine = await guideOf(
      { path: '/one/', title: 'Turn dial, push lever' },
      { path: '/other/', title: 'Turn dial and lever, push' },
    );
    assert.deepEqual((await ask(engine, '"turn dial" "push lever"')).paths, ['/one/']);
  });
});

describe('The filters of the results', () => {
  test('count what each would leave, ten at most', async () => {
    const titles = Array.from({ length: 12 }, (_, at) => String.fromCharCode(97 + at));
    const engine = await guideOf(
      ...titles.map((letter, at) => ({
        path: `/${letter}/`,
        title: 'Jam',
        kind: at < 11 ? ('fix' as const) : ('cause' as const),
        loses: at < 2 ? 'time' : at < 11 ? 'data' : undefined,
      })),
    );
    const told = async (more: Omit<SearchRequest, 'text'>) => {
      const { paths, total, kinds, risks } = await ask(engine, 'jam', more);
      return { paths: paths.join(''), total, kinds, risks };
    };
    const kinds = { symptom: 0, cause: 1, fix: 10 };
    const risks = { time: 2, data: 9 };
    assert.deepEqual(await told({}), { paths: '/a//b//c//d//e//f//g//h//i//j/', total: 10, kinds, risks });
    assert.deepEqual(await told({ kind: 'cause' }), {
      paths: '/l/',
      total: 10,
      kinds,
      risks: { time: 0, data: 0 },
    });
    assert.deepEqual(await told({ loses: 'time' }), {
      paths: '/a//b/',
      total: 10,
      kinds: { symptom: 0, cause: 0, fix: 2 },
      risks,
    });
  });
});

describe('Asking the full text', () => {
  /** A guide to four things, whose full text knows more of some of them. */
  async function guideWithTexts(texts: Readonly<Record<string, string>>) {
    const engine = await guideOf(
      { path: '/lever/', title: 'Push lever', summary: 'It clicks.' },
      { path: '/tray/', title: 'Empty tray', summary: 'It slides.' },
      { path: '/dial/', title: 'Turn dial', aliases: ['lever dial'], summary: 'It turns.' },
      { path: '/slot/', title: 'Clean slot', aliases: ['lever slot'], summary: 'It shines.' },
    );
    const asked: unknown[] = [];
    const fullText: Engine['fullText'] = (...question) => {
      asked.push(question);
      return Promise.resolve(
        Object.entries(texts).map(([path, text]) => {
          const { article } = engine.profiles!.find((each) => each.article.path === path)!;
          return profileOf({ ...article, body: [[-1, text]] }, engine.terms);
        }),
      );
    };
    return { engine: { ...engine, topicOf: () => 0, fullText }, asked };
  }

  test('finds articles that hold every word only there, and the others below', async () => {
    const { engine, asked } = await guideWithTexts({
      '/lever/': 'Wiggle the lever gently.',
      '/dial/': 'Turn before others wiggle that lever.',
      '/tray/': 'Wiggle the tray.',
    });
    const { results, query, paths } = await ask(engine, 'how to wiggle the lever', {
      kind: 'fix',
      loses: undefined,
    });
    assert.deepEqual(asked, [['wiggle lever', { kind: 'fix', loses: undefined }]]);
    assert.deepEqual(paths, ['/lever/', '/dial/', '/slot/']);
    assert.equal(results[0]!.excerpt, 'Wiggle the lever gently.');
    assert.deepEqual([query.unknown, query.mended, query.slots.length], [[], undefined, 2]);
  });

  test('answers with an article that holds the words apart from each other', async () => {
    const { engine } = await guideWithTexts({ '/tray/': 'Wiggle it. Never use glue. Then wait for bread.' });
    assert.deepEqual((await ask(engine, 'wiggle glue bread')).paths, ['/tray/']);
  });

  test('takes the spelling for right where the full text has it', async () => {
    const { engine } = await guideWithTexts({});
    const { paths, query } = await ask(engine, 'levre push old');
    assert.deepEqual([paths, query.mended], [[], 'lever push old']);
    const found = await guideWithTexts({ '/lever/': 'Push the levre of old.' });
    const outcome = await ask(found.engine, 'levre push old');
    assert.deepEqual([outcome.paths[0], outcome.query.mended], ['/lever/', undefined]);
  });

  test('leaves the words unknown that it does not hold either', async () => {
    const { engine } = await guideWithTexts({});
    const { paths, query } = await ask(engine, 'wiggle lever');
    assert.deepEqual([paths, query.unknown], [[], ['wiggle']]);
  });

  test('is not done while somebody types, for nothing, or where the index says nearly all', async () => {
    const { engine, asked } = await guideWithTexts({});
    await ask(engine, 'wiggle lever', { typing: true });
    await ask(engine, '…');
    await ask(engine, 'push lever');
    assert.deepEqual(asked, []);
    await ask(engine, 'helicopter');
    assert.deepEqual(asked, [['helicopter', { kind: undefined, loses: undefined }]]);
  });
});

describe('While somebody types', () => {
  test('a last word that nothing is known of is left out, and no other', async () => {
    const guide = await guideOf({ path: '/a/', title: 'Crumb jam' }, { path: '/b/', title: 'Crumb' });
    const engine = { ...guide, topicOf: () => 0 };
    const typed = async (text: string) => {
      const { paths, query } = await ask(engine, text, { typing: true });
      return [paths, query.slots.map(({ word }) => word)];
    };
    const both = [
      ['/a/', '/b/'],
      ['crumb', 'jam'],
    ];
    assert.deepEqual(await typed('crumb jam'), both);
    assert.deepEqual(await typed(' crumb  jam \n zzzq qqqz  '), both);
    assert.deepEqual(await typed('zzzq'), [[], ['zzzq']]);
    assert.deepEqual((await ask(engine, 'crumb jam zzzq qqqz')).paths, []);
  });
});

describe('The evidence for an answer', () => {
  const topics: Readonly<Record<string, number>> = { a: 3, b: 4, c: 1, d: 2 };
  const knowledge = {
    topicOf: (term: string) => topics[term] ?? 0,
    elsewhereIn: (row: string) => row.length,
  };
  const query = (...slots: readonly Slot['terms'][]): SearchQuery => ({
    slots: slots.map((terms) => ({ word: '', terms, weight: 1, denied: false })),
    phrases: [],
    row: ' e ',
    mended: undefined,
    unknown: [],
    asksMeaning: false,
  });
  const signs = { like: 0, more: 0, near: 0, sentence: 0, topic: 0, pairs: 0, asked: 0, story: 0, term: 0 };
  const found = (like: number, near: number, covered: number): Ranked => ({
    profile: profileOf(articleOf({ path: '/a/' }), termsFor(language)),
    score: 0,
    signs: { ...signs, like, near },
    covered,
    compared: [],
  });

  test('is what one text says, what the first article holds, topics, length, and what is elsewhere', () => {
    const short = query(
      [
        ['a', 1],
        ['b', 0.5],
      ],
      [['c', 1]],
    );
    const half = [found(0.5, 0.5, 0.75), found(0.25, 0.9, 1)];
    assert.deepEqual(evidenceFor(short, half, knowledge), [0.9 ** 3, 0.75, 4 + 2 * 3, 3, 3]);
    assert.deepEqual(evidenceFor(short, [found(0.99, 0, 1)], knowledge), [0.99, 1, 10, 3, 0]);
  });

  test('grows with topics and words up to eight', () => {
    const long = query(...Array.from({ length: 9 }, () => [['d', 1]] as const));
    assert.deepEqual(evidenceFor(long, [found(1, 1, 1)], knowledge), [1, 1, 8 + 2 * 2, 8, 0]);
    assert.equal(
      evidenceFor(query(...long.slots.slice(0, 5).map(({ terms }) => terms)), [found(1, 1, 1)], knowledge)[3],
      5,
    );
  });

  test('is none where nothing was found', () =>
    assert.deepEqual(evidenceFor(query([['a', 1]]), [], knowledge), []));
});
