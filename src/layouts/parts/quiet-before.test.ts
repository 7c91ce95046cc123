import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quietBefore } from './quiet-before.ts';

const heading = '<h2 id="before">Before<a href="#before">#</a></h2>';
const text =
  '<p>Close <b>Toast</b> and open it again first. With a lever, press it down twice, and then push it up once more.</p>';

test('a long text without a warning is folded behind its heading and its first words', () => {
  assert.deepEqual(quietBefore(heading + text), {
    heading: '<h2 id="before">Before</h2>',
    lead: 'Close Toast and open it again first. With a lever, press it…',
    text,
  });
});

test('a short one stays as it is, and so does one without a heading', () => {
  assert.equal(quietBefore(`${heading}<p>Unplug it.</p>`), undefined);
  assert.equal(quietBefore(text), undefined);
});
