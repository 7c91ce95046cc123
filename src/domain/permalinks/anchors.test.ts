import { equal, deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { formatMarker, headingIdOf, markerInComment, stepIdOf, takeMarker } from './anchors.ts';
import { slugOf } from '../values/slug.ts';

test('a step is named by its first six words', () => {
  equal(stepIdOf('In the menu, tap **Send as Text Message** and wait.'), 'in-the-menu-tap-send-as');
  equal(stepIdOf('Don’t open the “Reset” row.'), 'dont-open-the-reset-row');
});

test('a heading is named by all of its words', () =>
  equal(headingIdOf('If it did not help, and nothing else did'), 'if-it-did-not-help-and-nothing-else-did'));

test('Latin letters lose their accents', () => {
  equal(stepIdOf('Öffnen Sie die Größe'), 'offnen-sie-die-grosse');
  equal(stepIdOf('Åbn Łódź for at løse'), 'abn-lodz-for-at-lose');
  equal(stepIdOf('İstanbul ışık'), 'istanbul-isik');
});

test('other scripts keep their letters and the marks that belong to them', () => {
  equal(stepIdOf('हिन्दी में खोलें'), 'हिन्दी-में-खोलें'.normalize('NFC'));
  equal(stepIdOf('설정을 여세요'), '설정을-여세요');
  equal(stepIdOf('Откройте «Настройки»'), 'откройте-настройки');
  equal(stepIdOf('ガイドを開く'), 'ガイドを開く');
});

test('a script without spaces still gives an id of bounded length', () =>
  equal([...stepIdOf('開'.repeat(200))].length, 60));

test('long words are cut at a word, not inside it', () =>
  equal(slugOf('one two three', { length: 9 }), 'one-two'));

test('a place without words has an id all the same', () => {
  equal(stepIdOf('→ ✓'), 'step');
  equal(headingIdOf('…'), 'section');
});

test('a marker gives the id, earlier ids, or both', () => {
  deepEqual(markerInComment('/* #turn-off */'), { id: 'turn-off', was: [] });
  deepEqual(markerInComment('/* #new was: old, #older */'), { id: 'new', was: ['old', 'older'] });
  deepEqual(markerInComment('/* was: old */'), { id: undefined, was: ['old'] });
});

test('a comment of another kind is no marker', () => {
  for (const comment of [
    '/* todo */',
    '/* was: fixed in 2024 */',
    '/* # 12 */',
    '/* see #12 */',
    '/**/',
    'x',
  ])
    equal(markerInComment(comment), undefined, comment);
});

test('in Markdown the marker ends a line', () => {
  deepEqual(takeMarker('Turn it off. {#off}'), { words: 'Turn it off.', marker: { id: 'off', was: [] } });
  deepEqual(takeMarker('Turn it off. {#off was: out}\nThen wait.'), {
    words: 'Turn it off.\nThen wait.',
    marker: { id: 'off', was: ['out'] },
  });
  equal(takeMarker('Write {#this} down.').marker, undefined);
});

test('a marker is written as it is read', () => {
  equal(formatMarker({ id: 'off', was: [] }, 'mdx'), '{/* #off */}');
  equal(formatMarker({ id: 'off', was: ['out', 'gone'] }, 'md'), '{#off was: out, gone}');
  equal(formatMarker({ was: ['out'] }, 'mdx'), '{/* was: out */}');
});
