import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { meantWordsIn, plain } from './meant-words.ts';

const meant = meantWordsIn(
  ['Restart the toaster', 'Force restart a frozen toaster', 'Café: empty the crumb tray'].map(plain),
);

test('what the list holds is taken as it is, also a part of a word, in any letters', () => {
  deepEqual(meant('TOAST restart'), { words: ['toast', 'restart'], mended: false });
  deepEqual(meant('Café'), { words: ['cafe'], mended: false });
  deepEqual(meant('  '), { words: [], mended: false });
});

test('a slip is taken for the nearest word, beside words that are right', () =>
  deepEqual(meant('forse restrat'), { words: ['force', 'restart'], mended: true }));

test('short words and words that nothing comes near stay', () => {
  deepEqual(meant('tea'), { words: ['tea'], mended: false });
  deepEqual(meant('passcode'), { words: ['passcode'], mended: false });
});
