import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { FixFacts } from '../twins/article-facts.ts';
import { isFault, unknownId } from './fault.ts';
import { linkParts, stepAnswer } from './step.ts';

const url = 'https://toast.example/fixes/tray/';
const steps = ['find', 'z%C3%BCge', 'push'].map((anchor, index) => ({
  number: index + 1,
  text: `Step ${index + 1}`,
  url: `${url}#${anchor}`,
}));
const fix = { kind: 'fix', id: 'tray', title: 'Empty the tray', url, steps } as unknown as FixFacts;

function faultOf(anchor: string): string {
  const answer = stepAnswer(fix, anchor);
  return isFault(answer) ? answer.fault : '';
}

test('a link to an article is its id and the place in it, with or without its site, a query and escapes', () => {
  for (const link of [
    '/fixes/tray/#züge',
    ' https://toast.example/help/fixes/tray/?from=cold#z%C3%BCge ',
    'fixes/tray#züge',
    '/go/tray/#züge',
  ])
    deepEqual(linkParts(link), { id: 'tray', anchor: 'züge' }, link);
  deepEqual(linkParts('/symptoms/cold/'), { id: 'cold', anchor: '' });
  // An escape that is none stays as it is.
  deepEqual(linkParts('/fixes/tray/#50%'), { id: 'tray', anchor: '50%' });
  for (const text of ['', 'tray', '/pages/tray/', '/fixes/', '/fixes/tray/more/', '/fixes/Tray/'])
    equal(linkParts(text), undefined, text);
});

test('a step comes with those beside it, whatever letters its anchor has', () => {
  deepEqual(stepAnswer(fix, 'züge'), {
    fix: 'tray',
    title: 'Empty the tray',
    number: 2,
    of: 3,
    text: 'Step 2',
    url: `${url}#z%C3%BCge`,
    before: steps[0],
    after: steps[2],
  });
  const [first, last] = ['find', 'push'].map((anchor) => stepAnswer(fix, anchor));
  deepEqual(
    [first && 'before' in first && first.before, last && 'after' in last && last.after],
    [undefined, undefined],
  );
});

test('a link without a step, or with one that is gone, is answered with the steps that there are', () => {
  equal(faultOf(''), 'The link names no step. Its steps: `find`, `züge`, `push`.');
  equal(faultOf('pusch'), 'The fix `tray` has no step `pusch`. Did you mean `push`?');
});

test('where there is nothing to choose from, that is said', () => {
  equal(unknownId('device', 'phone', []).fault, 'No device has the id `phone`. There is none.');
});
