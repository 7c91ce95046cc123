import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cause, Fix, Symptom } from '../knowledge/article.ts';
import { exampleBase } from '../knowledge/example-base.ts';
import { buildKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { listPartsOf, mostRows, mostTiles, partsByLetter } from './list-parts.ts';
import type { Site } from '../knowledge/site.ts';

const titled = (title: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ title: `${title} ${at}` }));
const baseOf = (symptoms: number, groups: readonly (readonly number[])[]) =>
  buildKnowledgeBase(
    {
      language: 'en',
      groups: groups.map((ids, at) => ({ title: `Group ${at}`, symptoms: ids.map((id) => `s-${id}`) })),
    } as unknown as Site,
    titled('Symptom', symptoms).map(
      ({ title }, at) => ({ kind: 'symptom', id: `s-${at}`, title }) as Symptom,
    ),
    [],
  );

test('a list that one page can show has no parts', () => {
  assert.deepEqual(listPartsOf(exampleBase(), 'symptom', 'More'), []);
  assert.deepEqual(partsByLetter('fixes', titled('Restart', mostRows), 'en'), []);
});

test('a longer list comes by letter, and a letter with too many entries in parts of its own; nothing is left out', () => {
  const entries = [...titled('Ärger', 3), ...titled('Restart', mostRows + 5)];
  const parts = partsByLetter('fixes', entries, 'en');
  assert.deepEqual(
    parts.map(({ path, title, id, entries: own }) => [path, title, id, own.length]),
    [
      ['/browse/fixes/a/', 'Ä', 'letter-ä', 3],
      ['/browse/fixes/r/', 'R (1/2)', 'letter-r', mostRows],
      ['/browse/fixes/r-2/', 'R (2/2)', undefined, 5],
    ],
  );
  assert.deepEqual(new Set(parts.flatMap(({ entries: own }) => own)), new Set(entries));
});

test('no two parts have one address, whatever their letters become in an address', () => {
  const entries = ['A', 'Ä', '#', '!'].flatMap((letter) => titled(letter, mostRows));
  const paths = partsByLetter('fixes', entries, 'en').map(({ path }) => path);
  assert.equal(new Set(paths).size, paths.length);
});

test('symptoms come by their groups, what is in none last; without groups by letter', () => {
  const grouped = listPartsOf(baseOf(40, [[0, 1], [2]]), 'symptom', 'More');
  assert.deepEqual(
    grouped.map(({ path, entries }) => [path, entries.length]),
    [
      ['/browse/symptoms/group-0/', 2],
      ['/browse/symptoms/group-1/', 1],
      ['/browse/symptoms/more/', mostTiles],
      ['/browse/symptoms/more-2/', 5],
    ],
  );
  const bare = listPartsOf(baseOf(40, []), 'symptom', 'More');
  assert.deepEqual(
    bare.map(({ path }) => path),
    ['/browse/symptoms/s/', '/browse/symptoms/s-2/'],
  );
});

test('entries whose first sign has no letter in an address stand under a name of their own', () => {
  const [part] = partsByLetter(
    'fixes',
    Array.from({ length: mostRows + 1 }, () => ({ title: '…!' })),
    'en',
  );
  assert.deepEqual([part?.path, part?.title, part?.id], ['/browse/fixes/other/', '# (1/2)', 'letter-#']);
});

test('the list of a kind holds the articles of that kind only', () => {
  const fixes = Array.from(
    { length: mostRows + 1 },
    (_, at) => ({ kind: 'fix', id: `f-${at}`, title: `Fix ${at}`, solves: [], was: [] }) as unknown as Fix,
  );
  const causes = [{ kind: 'cause', id: 'c', title: 'Cause', explains: [], was: [] } as unknown as Cause];
  const base = buildKnowledgeBase(
    { language: 'en', groups: [] } as unknown as Site,
    [...fixes, ...causes],
    [],
  );
  const parts = listPartsOf(base, 'fix', 'More');
  assert.deepEqual(
    parts.map(({ path, entries }) => [path, entries.length]),
    [
      ['/browse/fixes/f/', mostRows],
      ['/browse/fixes/f-2/', 1],
    ],
  );
  assert.ok(parts.every(({ entries }) => entries.every(({ kind }) => kind === 'fix')));
  assert.deepEqual(listPartsOf(base, 'cause', 'More'), []);
});

test('as many symptoms as one page shows have no parts, in groups or without', () => {
  assert.deepEqual(listPartsOf(baseOf(mostTiles, [[0, 1]]), 'symptom', 'More'), []);
  assert.deepEqual(listPartsOf(baseOf(mostTiles, []), 'symptom', 'More'), []);
  assert.equal(listPartsOf(baseOf(mostTiles + 1, []), 'symptom', 'More').length, 2);
});

test('one group of all symptoms is a part by its name, and so it is where what stands in none has none', () => {
  const all = Array.from({ length: 33 }, (_, at) => at);
  const pathsOf = (groups: readonly (readonly number[])[], other: string): readonly string[] =>
    listPartsOf(baseOf(33, groups), 'symptom', other).map(({ path }) => path);
  assert.deepEqual(pathsOf([all], 'More'), ['/browse/symptoms/group-0/', '/browse/symptoms/group-0-2/']);
  assert.deepEqual(pathsOf([[0]], ''), ['/browse/symptoms/group-0/', '/browse/symptoms/more/']);
});
