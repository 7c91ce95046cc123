import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wordsOf } from '../../words/words-of.ts';
import { search, type SearchRequest } from './results.ts';
import { openEngine, type Engine } from './engine.ts';
import { language, toasterGuide } from './example-toaster.ts';
import { cutIndex } from './shards.ts';
import { openParts } from './parts.ts';
import { readQuery } from './query.ts';

const { endings } = wordsOf('en').searchLanguage;
const file = { ...toasterGuide, language: { ...language, endings } };
const whole = await openEngine(file);
const cut = cutIndex(file, whole);
const parted = openParts(
  { ...cut.file, parts: { ...cut.file.parts, folder: '', texts: '' } },
  <T>(name: string) => Promise.resolve(JSON.parse(cut.files.get(name) ?? assert.fail(name)) as T),
);

async function ask(engine: Engine, text: string, more: Omit<SearchRequest, 'text'> = {}) {
  const outcome = await search(engine, { text, ...more });
  return { ...outcome, paths: outcome.results.map(({ article }) => article.path) };
}

for (const [name, engine] of [
  ['in one file', whole],
  ['in parts', parted],
] as const) {
  describe(`Searching the toaster guide, its index ${name}`, () => {
    const firsts: readonly (readonly [about: string, query: string, path: string])[] = [
      ['a code', 'E-24', '/symptoms/pops-up/'],
      ['a code in two words', 'E 24', '/symptoms/pops-up/'],
      ['a number without its prefix', '80070005', '/symptoms/pops-up/'],
      ['a text of the display inside a sentence', 'it says too hot', '/symptoms/burns/'],
      ['what people call it', 'bread comes up cold', '/symptoms/pops-up/'],
      ['another form of the word', 'emptying trays', '/fixes/empty-tray/'],
      ['a misspelling', 'emty the crmb tary', '/fixes/empty-tray/'],
      ['swapped letters', 'toatser pops up', '/symptoms/pops-up/'],
      ['a synonym of one word', 'slider crumbs', '/causes/crumbs/'],
      ['a synonym of two words', 'browning control too high', '/causes/dial/'],
      ['a misspelt synonym that no article holds', 'turn the knbo', '/fixes/turn-dial/'],
      ['the words of a step', 'pull straight out', '/fixes/empty-tray/'],
      ['a word of the running text', 'raisins', '/causes/crumbs/'],
      ['a word of what is lost', 'bagels', '/fixes/turn-dial/'],
      ['half a word', 'crum', '/fixes/empty-tray/'],
      ['an order', 'turn dial', '/fixes/turn-dial/'],
      ['a word that is asked for', 'what is latch', '/glossary/#latch'],
      ['a word whose meaning is asked for at the end', 'latch meaning', '/glossary/#latch'],
    ];
    for (const [about, query, path] of firsts)
      test(`finds ${about}: ${query}`, async () => assert.equal((await ask(engine, query)).paths[0], path));

    for (const query of [
      '',
      '   ',
      '…?!',
      'zxqv blorp',
      'helicopter licence',
      'toaster helicopter licence',
      '💥',
      'x'.repeat(10_000),
    ]) {
      test(`finds nothing for ${JSON.stringify(query.slice(0, 30))}`, async () =>
        assert.deepEqual((await ask(engine, query)).paths, []));
    }

    test('names the words that are nowhere', async () =>
      assert.deepEqual((await ask(engine, 'toaster helicopter')).query.unknown, ['helicopter']));

    test('takes a phrase for another thing only as a whole', () => {
      const words = (text: string): number => engine.elsewhereIn(readQuery(text, engine).row);
      assert.deepEqual(['my bread machine', 'machine for bread', 'a grill'].map(words), [2, 0, 1]);
    });

    test('leads to the step that answers', async () =>
      assert.deepEqual(
        (await ask(engine, 'pull the tray straight out')).results[0]?.places.map(({ id }) => id),
        ['pull-the-tray'],
      ));

    test('says how the spelling was mended, and leaves it alone when told to', async () => {
      assert.equal((await ask(engine, 'the toatser pops')).query.mended, 'the toaster pops');
      assert.equal((await ask(engine, 'toaster pops')).query.mended, undefined);
      assert.deepEqual((await ask(engine, 'toatser', { verbatim: true })).paths, []);
    });

    test('never mends a right word of the language', async () =>
      assert.deepEqual((await ask(engine, 'burnt')).paths, []));

    test('makes no third word of two short ones', async () =>
      assert.equal((await ask(engine, 'for me')).query.mended, undefined));

    test('takes no results away for half a word', async () => {
      const before = (await ask(engine, 'toaster pops', { typing: true })).paths;
      assert.deepEqual((await ask(engine, 'toaster pops zz', { typing: true })).paths, before);
      assert.ok(before.length > 0);
    });

    test('shows twins one after the other, each with its difference', async () => {
      const { paths, results } = await ask(engine, 'toaster pops up');
      assert.deepEqual(paths.slice(0, 2), ['/symptoms/pops-up/', '/symptoms/stays-down/']);
      assert.deepEqual(
        results.slice(0, 2).map(({ difference }) => difference),
        ['There, the lever does not stay down.', 'There, the lever does not come up.'],
      );
    });

    test('honours quotation marks where some article has these words in a row', async () => {
      assert.deepEqual((await ask(engine, '"turn the dial"')).paths, ['/fixes/turn-dial/']);
      assert.ok((await ask(engine, '"dial turn"')).paths.length > 0);
    });

    test('tells a question for a meaning from others', async () => {
      assert.equal((await ask(engine, 'how do i turn the dial')).query.asksMeaning, false);
      assert.equal((await ask(engine, 'what is a dial')).query.asksMeaning, true);
    });

    test('counts what each filter would leave', async () => {
      const { kinds, risks } = await ask(engine, 'dial');
      assert.deepEqual(kinds, { symptom: 0, cause: 1, fix: 1 });
      assert.deepEqual(risks, { setting: 1 });
      assert.deepEqual((await ask(engine, 'dial', { kind: 'fix' })).paths, ['/fixes/turn-dial/']);
      assert.deepEqual((await ask(engine, 'dial', { loses: 'nothing' })).paths, []);
    });
  });
}

test('A part that is gone makes the search fail, so that the page can open the index anew', async () => {
  const broken = openParts({ ...cut.file, parts: { ...cut.file.parts, folder: '', texts: '' } }, () =>
    Promise.reject(new Error('404')),
  );
  await assert.rejects(search(broken, { text: 'toaster' }));
});

test('A letter and a number make a code, other words do not', () => {
  const alsoIn = (text: string): readonly string[] => whole.terms.read(text).flatMap(({ also }) => also);
  assert.deepEqual(alsoIn('E 24'), ['e24', 'e24']);
  assert.deepEqual(alsoIn('toaster 24'), []);
  assert.deepEqual(alsoIn('e b'), []);
});
