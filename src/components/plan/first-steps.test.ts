import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstSteps } from './first-steps.ts';

const step = (html: string, id = 'a'): string => `<li id="${id}" class="step">${html}</li>`;
const anchor = '<a href="#a" class="anchor">#</a>';
const variant = (label: string, steps: string, ids = '', beside = ''): string =>
  `<div class="variant"${ids && ` data-variant="${ids}" data-beside="${beside}"`}><p class="label">${label}</p><ol>${steps}</ol></div>`;

test('a card shows the first words of the first steps, without pictures, notes, ids and links to the glossary', () => {
  const html = `<ol>${step(`Pull the <a class="term" href="/glossary/#plug">plug</a>.${anchor}<figure>…</figure>Careful.`)}${step(`<p>Wait.${anchor}</p><p>Long.</p>`)}${step(`Toast <b id="x">bread</b>.${anchor}`)}</ol>`;
  assert.deepEqual(firstSteps(html).items, ['Pull the plug.', 'Wait.', 'Toast <b>bread</b>.']);
});

test('of models, the first one stands for all; the card says which', () => {
  const html = variant('Two slots', step('Press.')) + variant('Four slots', step('Turn.'));
  const { items, label, total } = firstSteps(html);
  assert.deepEqual({ items, label, total }, { items: ['Press.'], label: 'Two slots', total: 1 });
});

test('on the plan for a device, its own steps stand there', () => {
  const html =
    variant('OS 1', step('Press.'), 'os-1', 'os-1 os-2') +
    variant('OS 2', step('Turn.'), 'os-2', 'os-1 os-2');
  assert.deepEqual(firstSteps(html, 'os-2').items, ['Turn.']);
  assert.deepEqual(firstSteps(html).items, ['Press.']);
});

test('ways to a place on other devices are left out', () => {
  const way = (id: string, text: string, or = ''): string =>
    `<span class="way" data-variant="${id}" data-beside="os-1 os-2">${or}<b>${text}</b></span>`;
  const html = step(
    `Open <span class="ways">${way('os-1', 'Menu')}${way('os-2', 'More', '<span class="or"> or </span>')}</span>.`,
  );
  assert.deepEqual(firstSteps(html, 'os-2').items, [
    'Open <span class="ways"><span class="way"><b>More</b></span></span>.',
  ]);
});

test('what an author warns of before the steps comes along', () => {
  const html = `<div data-kind="warning"><p class="name">Take care</p><p>It is hot.</p></div><ol>${step('Touch it.')}</ol>`;
  assert.equal(firstSteps(html).warning, 'It is hot.');
});

test('long steps are cut after a sentence, and no more than fit on a small screen are shown', () => {
  const long =
    'Press the lever down as far as it goes. Then hold it there until the lamp comes on and stays on.';
  assert.equal(firstSteps(step(long)).items[0], 'Press the lever down as far as it goes.');
  const many = step('Press the lever down as far as it goes, slowly, please.').repeat(5);
  assert.equal(firstSteps(many).items.length, 2);
  assert.equal(firstSteps(many, undefined, Infinity).items.length, 5);
});
