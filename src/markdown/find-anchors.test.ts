import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { anchorsIn, stepsIn } from './find-anchors.ts';
import { parseBody, type Format } from './parse.ts';
import { articleTree } from './source/article-tree.ts';

const ids = (text: string, format: Format = 'mdx'): readonly string[] =>
  anchorsIn(parseBody(text, format), format, 'Steps').map(({ anchor }) => anchor.id);
const found = (text: string, format: Format = 'mdx') =>
  anchorsIn(parseBody(text, format), format, 'Steps').map(
    ({ anchor: { id, kind, text: words, explicit, was } }) => ({
      id,
      kind,
      words,
      explicit,
      was,
    }),
  );

test('headings, steps and pictures have ids, in the order of the page', () => {
  deepEqual(
    ids(
      '## What this does\n\n## Steps\n<Steps>\n1. Push the lever.\n   <Picture id="lever" />\n2. Wait.\n</Steps>\n',
    ),
    ['what-this-does', 'steps', 'push-the-lever', 'picture-lever', 'wait'],
  );
});

test('no id depends on what stands elsewhere: the same words give the same id, for the check to report', () => {
  deepEqual(ids('## Notes\n\n## Notes\n'), ['notes', 'notes']);
});

test('a place in the interface counts as its name', () => {
  deepEqual(
    ids(
      '<Steps>\n1. Open <Path to="date-time" />.\n2. Tap <Path to="messages" then="Send & Receive" />.\n</Steps>',
    ),
    ['open-date-time', 'tap-send-receive'],
  );
});

test('the steps of several variants are all found', () => {
  deepEqual(
    ids(
      '<Steps>\n<Variant for="ios">\n\n1. Push.\n\n</Variant>\n<Variant for="macos">\n\n1. Pull.\n\n</Variant>\n</Steps>',
    ),
    ['push', 'pull'],
  );
});

test('a marker may stand at the end of any line of a step, and leaves its words alone', () => {
  deepEqual(found('<Steps>\n1. Push it. {/* #push was: press */}\n   It clicks.\n</Steps>'), [
    { id: 'push', kind: 'step', words: 'Push it. It clicks.', explicit: true, was: ['press'] },
  ]);
  deepEqual(found('## Steps\n\n1. Push it. {#push}\n   It clicks.\n', 'md')[1], {
    id: 'push',
    kind: 'step',
    words: 'Push it. It clicks.',
    explicit: true,
    was: [],
  });
});

test('an earlier id alone leaves the id to the words', () => {
  deepEqual(found('## Push it {/* was: press-it */}'), [
    { id: 'push-it', kind: 'heading', words: 'Push it', explicit: false, was: ['press-it'] },
  ]);
});

test('a line break is a space, and a comment is no word', () => {
  deepEqual(ids('## Steps\n\n1. Push  \n   it. <!-- todo -->\n', 'md')[1], 'push-it');
});

test('a picture in Markdown has an id as well', () =>
  deepEqual(ids('![A lever](pictures/lever.svg)', 'md'), ['picture-lever']));

test('the heading above the steps is that of the language, in any case', () => {
  const text = '## Schritte\n\n1. Hebel drücken.\n\n## Andere\n\n1. Nichts.\n';
  const german = anchorsIn(parseBody(text, 'md'), 'md', 'schritte').map(({ anchor }) => anchor.id);
  deepEqual(german, ['schritte', 'hebel-drucken', 'andere']);
  deepEqual(ids(text, 'mdx'), ['schritte', 'andere']);
});

test('a fix in plain markdown without such a heading has its steps in all of its numbered lists', () => {
  const text = '## What to do\n\n1. Push.\n   1. Softly.\n\n- Not this.\n\nOr:\n\n1. Pull.\n';
  const idsIn = (listsAreSteps: boolean) =>
    anchorsIn(articleTree(text, 'md', listsAreSteps), 'md', 'Steps').map(({ anchor }) => anchor.id);
  deepEqual(idsIn(true), ['what-to-do', 'push', 'pull']);
  deepEqual(idsIn(false), ['what-to-do']);
});

test('a list counts on after an interruption, begins where it says, and begins anew in a part of its own', () => {
  const numbers = (text: string, format: 'md' | 'mdx' = 'mdx') =>
    stepsIn(parseBody(text, format), 'Steps').map(({ number }) => number);
  deepEqual(numbers('<Steps>\n1. a\n2. b\n\nWait.\n\n3. c\n4. d\n</Steps>'), [1, 2, 3, 4]);
  deepEqual(numbers('<Steps>\n1. a\n2. b\n\nWait.\n\n1. c\n\n![x](y.svg)\n\n1. d\n</Steps>'), [1, 2, 3, 4]);
  deepEqual(
    numbers(
      '<Steps>\n1. a\n\n<Variant label="x">\n1. b\n2. c\n</Variant>\n\n<Variant label="y">\n1. d\n</Variant>\n\n5. e\n</Steps>',
    ),
    [1, 1, 2, 1, 5],
  );
  deepEqual(numbers('## Steps\n\n1. a\n2. b\n\nWait.\n\n1. c\n', 'md'), [1, 2, 3]);
});
