import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { elementsIn, rewrite } from './elements.ts';

const brief = (html: string) => elementsIn(html).map(({ name, attributes }) => ({ name, ...attributes }));

test('attributes are read without escapes, with whatever stands in their quotes', () =>
  deepEqual(brief('<p title="Menu > Crumbs &amp; more" hidden id=tray>x</p>'), [
    { name: 'p', title: 'Menu > Crumbs & more', hidden: '', id: 'tray' },
  ]));

test('what only looks like an element is none: comments, and the text of scripts and styles', () =>
  deepEqual(
    brief(
      '<!-- <b id="no"> --><script>const a = "<i id=no>";</script><style>p::before{content:"<u>"}</style>',
    ),
    [{ name: 'script' }, { name: 'style' }],
  ));

test('elements that a browser would add are not there; what stands in noscript and template is', () =>
  deepEqual(
    brief(
      '<table><tr><td>1</td></tr></table><noscript><a id="plain"></a></noscript><template><b id="spare"></b></template>',
    ).map(({ name }) => name),
    ['table', 'tr', 'td', 'noscript', 'a', 'template', 'b'],
  ));

test('places are those of the text, also where an end tag is left out', () => {
  const html = '<ul><li data-a="1">one<li>two</ul><style>p{}</style>';
  const at = ({ from, to }: { readonly from: number; readonly to: number }): string => html.slice(from, to);
  deepEqual(
    elementsIn(html).map(({ startTag, inside, attributeSpans }) => [
      at(startTag),
      at(inside),
      ...Object.values(attributeSpans).map(at),
    ]),
    [
      ['<ul>', '<li data-a="1">one<li>two'],
      ['<li data-a="1">', 'one', 'data-a="1"'],
      ['<li>', 'two'],
      ['<style>', 'p{}'],
    ],
  );
});

test('pieces are written anew in any order, and between two letters something can be put', () =>
  equal(
    rewrite('slice of bread', [
      { from: 9, to: 14, by: 'toast' },
      { from: 0, to: 0, by: 'a ' },
    ]),
    'a slice of toast',
  ));
