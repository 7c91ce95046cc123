import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { treeIn } from '../html/tree.ts';
import { stepsIn } from './steps.ts';

test('a step is its own words with its permanent id, under the name of its variant, without what stands below it', () => {
  const main = treeIn(
    `<main><div class="steps"><div class="variant" data-variant="a b"><p class="label">Model A</p><ol>
<li id="open-it" class="step" data-step="1">Open <span class="ways"><b>Lid</b>&nbsp;› <b>Tray</b></span>.<a href="#open-it" class="anchor">#</a>
<figure><ul><li class="row">Tray</li></ul></figure></li>
<li id="loose" class="step" data-step="2"><p>Pull &amp; tip.<a href="#loose" class="anchor">#</a></p><p>Slowly.</p></li></ol></div>
<ol><li id="last" class="step" data-step="3">Close.<ul><li id="inner" class="step" data-step="1">Click.</li></ul></li><li>No step.</li></ol></div></main>`,
    'main',
  );
  deepEqual(stepsIn(main!), [
    { id: 'open-it', number: 1, text: 'Open Lid › Tray.', variant: 'Model A' },
    { id: 'loose', number: 2, text: 'Pull & tip.', variant: 'Model A' },
    { id: 'last', number: 3, text: 'Close.' },
    { id: 'inner', number: 1, text: 'Click.' },
  ]);
});

test('a variant without a name has that of the one around it, and what readers press is no part of a step', () => {
  const main = treeIn(
    `<main><div data-variant="a"><p class="label">Model A</p><div data-variant="b"><ol><li id="pull" class="step">Pull <button>Done</button>it.</li></ol></div></div></main>`,
    'main',
  );
  deepEqual(stepsIn(main!), [{ id: 'pull', number: 1, text: 'Pull it.', variant: 'Model A' }]);
});
