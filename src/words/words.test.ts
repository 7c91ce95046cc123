import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dictionaries, hasWords, wordsOf } from './words-of.ts';

const [english, ...others] = dictionaries;

/** Every word of a dictionary by its path: `page.skip` → its text, or its function with how many values it takes. */
function wordsIn(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (typeof value === 'function') return new Map([[path, `function of ${value.length}`]]);
  if (value instanceof RegExp || value instanceof Set) return new Map([[path, value.constructor.name]]);
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...wordsIn(inner, path ? `${path}.${key}` : key)]),
  );
}

/** What differs in kind from language to language: lists of words, and which rules make sense. */
const isOwn = (path: string): boolean =>
  /^(?:searchLanguage|writing\.small|content\.ranges|language|locale)\b/.test(path);
const gapsIn = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();
const sharedWords = (dictionary: unknown): readonly (readonly [string, string])[] =>
  [...wordsIn(dictionary)].filter(([path]) => !isOwn(path));

test('The dictionaries are real ones: English has some hundred words', () => {
  assert.ok(sharedWords(english).length > 250, `${sharedWords(english).length} words`);
});

for (const other of others) {
  const theirs = new Map(sharedWords(other));
  describe(`The words of ${other.language}`, () => {
    test('have the same keys as the English ones', () =>
      assert.deepEqual(
        [...theirs.keys()].sort(),
        sharedWords(english)
          .map(([path]) => path)
          .sort(),
      ));

    test('have the same gaps, and functions where English has functions', () => {
      for (const [path, text] of sharedWords(english)) {
        const own = theirs.get(path) ?? '';
        assert.deepEqual(gapsIn(own), gapsIn(text), path);
        assert.equal(own.startsWith('function of'), text.startsWith('function of'), path);
      }
    });

    test('are not empty, and none was left in English', () => {
      const same = sharedWords(english).filter(
        ([path, text]) => /\p{L}{2}/u.test(text.replace(/\{\w+\}/g, '')) && theirs.get(path) === text,
      );
      const empty = [...theirs].filter(([, text]) => text.trim() === '');
      assert.deepEqual(
        same.filter(([, text]) => !/^function of|^RegExp$|^Set$/.test(text)).map(([path]) => path),
        [],
      );
      assert.deepEqual(empty, []);
    });
  });
}

describe('Sentences of the German interface', () => {
  const words = wordsOf('de');
  test('count, and name times as one says them', () => {
    assert.equal(words.duration.minutes(0.5), 'Unter 1 Min.');
    assert.equal(words.duration.minutes(3), '3 Min.');
    assert.equal(words.duration.wait(30), 'dann bis zu 30 Min. warten');
    assert.equal(words.duration.wait(60), 'dann bis zu 1 Stunde warten');
    assert.equal(words.duration.wait(10_080), 'dann bis zu 7 Tage warten');
    assert.equal(words.symptom.alsoFor(1), 'und 1 weitere Ursache');
    assert.equal(words.symptom.alsoFor(2), 'und 2 weitere Ursachen');
  });

  test('say what an article was written from', () => {
    const { checkedOn } = words.page;
    assert.equal(
      checkedOn('Modell T2', words.date('2026-11-24')),
      'Geschrieben nach öffentlichen Quellen bis Modell T2, durchgesehen am 24. Nov. 2026',
    );
    assert.equal(checkedOn('Modell T2', undefined), 'Geschrieben nach öffentlichen Quellen bis Modell T2');
    assert.equal(checkedOn(undefined, '24. Nov. 2026'), 'Durchgesehen am 24. Nov. 2026');
    assert.equal(checkedOn(undefined, undefined), '');
  });
});

test('English says what an article was written from and when it was looked over, and claims no more', () => {
  const { page, date } = wordsOf('en');
  assert.equal(
    page.checkedOn('iOS 26', date('2026-11-24')),
    'Written from public sources up to iOS 26, looked over on 24 Nov 2026',
  );
  assert.equal(page.checkedOn('iOS 26', undefined), 'Written from public sources up to iOS 26');
  assert.equal(page.checkedOn(undefined, date('2026-11-24')), 'Looked over on 24 Nov 2026');
  assert.equal(page.checkedOn(undefined, undefined), '');
});

test('A country has its own dates and the words of its language', () => {
  assert.equal(wordsOf('en-US').date('2026-11-04'), 'Nov 4, 2026');
  assert.equal(wordsOf('en-US').page.home, english.page.home);
  assert.equal(wordsOf('de-AT').page.home, wordsOf('de').page.home);
  assert.equal(wordsOf('DE').language, 'de');
});

test('A language without words speaks English, by English dates, without rules and search words of English', () => {
  const words = wordsOf('fr-CA');
  assert.ok(!hasWords('fr-CA') && hasWords('de-CH') && hasWords('en'));
  assert.equal(words.language, 'en');
  assert.equal(words.page.skip, english.page.skip);
  assert.equal(words.date('2026-11-24'), '24 Nov 2026');
  assert.equal(words.writing, undefined);
  assert.deepEqual(words.searchLanguage.stopWords, []);
  assert.equal(words.searchLanguage.language, 'fr-CA');
});
