import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { markup, sentence } from './markup.ts';

test('What is put into markup stays text, whatever it holds', () => {
  const hostile = `"><img src=x onerror='hit()'>&amp;`;
  equal(
    markup`<a title="${hostile}">${hostile}</a>`.html,
    `<a title="&#34;&#62;&#60;img src=x onerror='hit()'&#62;&#38;amp;">&#34;&#62;&#60;img src=x onerror='hit()'&#62;&#38;amp;</a>`,
  );
});

test('Markup in markup, and lists of it, stay markup, and what is not there is left out', () => {
  const items = ['a', '<b>'].map((word) => markup`<li>${word}</li>`);
  equal(
    markup`<ul>${items}${false}${undefined}${['c', [markup`<i></i>`]]}</ul>`.html,
    '<ul><li>a</li><li>&#60;b&#62;</li>c<i></i></ul>',
  );
});

test('A sentence takes text and markup into its gaps, and nothing where there is none', () => {
  equal(
    sentence('Step {n}: {text} <{lost}>', { n: '2', text: markup`<b>Wait</b>` }).html,
    'Step 2: <b>Wait</b> &#60;&#62;',
  );
});
