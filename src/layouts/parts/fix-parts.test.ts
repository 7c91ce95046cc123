import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixParts } from './fix-parts.ts';

const ids = { before: 'before', steps: 'steps', check: 'check' };
const does = '<h2 id="does">Does</h2><p>It cools.</p>';
const before = '<h2 id="before">Before</h2><p>Unplug it.</p>';
const heading = '<h2 id="steps">Steps</h2>';
const list = '<ol><li>Wait.</li></ol>';
const steps = heading + list;
const check = '<h2 id="check">Check</h2><p>Toast.</p>';
const not = '<h2 id="not">If not</h2><p>Write.</p>';

test('what explains goes behind the steps, what warns stays before them, and nothing is lost', () => {
  const html = does + before + steps + check + not;
  const parts = fixParts(html, ids);
  assert.deepEqual(parts, {
    ...{ notes: '', before, beforeMore: '', heading, steps: list, check, rest: not, about: does },
  });
});

test('a warning stays before the steps whatever its heading says, its first block open', () => {
  const warning = '<h2 id="heat">Heat</h2><div data-kind="warning"><p>Hot.</p></div><p>Really.</p>';
  const parts = fixParts(warning + steps, ids);
  assert.equal(parts.before, '<h2 id="heat">Heat</h2><div data-kind="warning"><p>Hot.</p></div>');
  assert.equal(parts.beforeMore, '<p>Really.</p>');
});

test('a text without the heading above its steps stays as it is', () => {
  assert.equal(fixParts(does, ids).steps, does);
});

test('notes for old links stay on top', () => {
  assert.equal(fixParts(`<p class="moved">Gone</p>${does}${steps}`, ids).notes, '<p class="moved">Gone</p>');
});
