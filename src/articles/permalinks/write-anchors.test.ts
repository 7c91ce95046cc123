import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { writeAnchors } from './write-anchors.ts';

const mdx = { format: 'mdx', stepsHeading: 'Steps' } as const;

const article = (body: string): string => `---\ntitle: Toast it\nsummary: Warm bread.\n---\n${body}\n`;
const steps = (...rows: readonly string[]): string =>
  article(`## What this does\nIt toasts.\n\n## Steps\n<Steps>\n${rows.join('\n')}\n</Steps>\n`);
const write = (text: string, from: string, to: string, format: 'mdx' | 'md' = 'mdx'): string =>
  writeAnchors(text, { format, stepsHeading: 'Steps' }, [{ from, to }]).text;

test('the id stands at the end of the step', () => {
  equal(
    write(steps('1. Push the lever.', '2. Wait.'), 'push-the-lever', 'push'),
    steps('1. Push the lever. {/* #push */}', '2. Wait.'),
  );
});

test('in Markdown it stands in braces', () => {
  const text = article('## Steps\n\n1. Push the lever.\n   It clicks.\n2. Wait.\n');
  equal(write(text, 'push-the-lever-it-clicks', 'push', 'md'), text.replace('lever.', 'lever. {#push}'));
});

test('headings take an id, closing hashes and underlines stay where they are', () => {
  equal(write(article('## Push it\nText.'), 'push-it', 'push'), article('## Push it {/* #push */}\nText.'));
  equal(
    write(article('## Push it ##\nText.'), 'push-it', 'push'),
    article('## Push it {/* #push */} ##\nText.'),
  );
  equal(
    write(article('Push it\n-------\nText.'), 'push-it', 'push'),
    article('Push it {/* #push */}\n-------\nText.'),
  );
});

test('Windows line ends and a byte order mark stay', () => {
  const text = `\uFEFF${steps('1. Push the lever.', '2. Wait.').replaceAll('\n', '\r\n')}`;
  equal(write(text, 'push-the-lever', 'push'), text.replace('lever.\r\n', 'lever. {/* #push */}\r\n'));
});

test('a hard break stays a hard break', () => {
  equal(
    write(steps('1. Push the lever.  ', '   Then wait.'), 'push-the-lever-then-wait', 'push'),
    steps('1. Push the lever. {/* #push */}  ', '   Then wait.'),
  );
});

test('a line that ends inside a bold word or a component is passed over', () => {
  equal(
    write(steps('1. Push **the', '   lever** down.', '2. Wait.'), 'push-the-lever-down', 'push'),
    steps('1. Push **the', '   lever** down. {/* #push */}', '2. Wait.'),
  );
  equal(
    write(steps('1. Open <Path', '   to="messages" />.', '2. Wait.'), 'open-messages', 'open'),
    steps('1. Open <Path', '   to="messages" />. {/* #open */}', '2. Wait.'),
  );
});

test('a step with a screen below keeps the screen', () => {
  const text = steps(
    '1. Push the lever.',
    '   <Screen title="Toaster">',
    '     <Row label="Lever" tap />',
    '   </Screen>',
    '2. Wait.',
  );
  equal(write(text, 'push-the-lever', 'push'), text.replace('lever.', 'lever. {/* #push */}'));
});

test('earlier ids that the line already names stay with it', () => {
  equal(
    write(steps('1. Push. {/* was: press */}'), 'push', 'shove'),
    steps('1. Push. {/* #shove was: press */}'),
  );
});

test('an id that the author wrote, one that is taken twice, or one that is not there is left alone', () => {
  for (const text of [steps('1. Push. {/* #push */}'), steps('1. Push.', '2. Push.'), steps('1. Wait.')]) {
    deepEqual(writeAnchors(text, mdx, [{ from: 'push', to: 'old' }]), {
      text,
      failed: [{ from: 'push', to: 'old' }],
    });
  }
});

test('a step without words of its own cannot take an id', () => {
  const text = steps('1. <Picture id="lever" />');
  deepEqual(writeAnchors(text, mdx, [{ from: 'step', to: 'push' }]).text, text);
});

test('several changes are made at once, and a second run changes nothing', () => {
  const changes = [
    { from: 'push', to: 'press' },
    { from: 'wait', to: 'stay' },
  ];
  const once = writeAnchors(steps('1. Push.', '2. Wait.'), mdx, changes);
  equal(once.text, steps('1. Push. {/* #press */}', '2. Wait. {/* #stay */}'));
  equal(writeAnchors(once.text, mdx, changes).text, once.text);
});
