import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { elementsIn } from './elements.ts';
import { attributesOf, tagsIn, valueOf } from './tags.ts';

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>a < b <i></title>
<style>p::before{content:"<u>"}</style><script type="module">const a = "<i id=no>" < 1;</script></head>
<body data-kind="fix"><!-- <b id="no"> --><p title="Menu > Crumbs &amp; &quot;more&quot; &#39;x&#39; &#x41;" hidden id=tray data-astro-cid-ab12>x<br/>1 < 2</p>
<svg viewBox="0 0 2 2" aria-hidden="true"><path d="M0 0h1" /></svg><input type='checkbox' disabled>
<a
  href="/a/?b=c&amp;d=e" class="x">a</a><textarea><b></textarea><template><b id="spare"></b></template></body></html>`;

test('the tags of a page are those that a browser reads, each with its attributes and its place', () => {
  const own = tagsIn(page).map((tag) => ({
    name: tag.name,
    startTag: { from: tag.from, to: tag.to },
    attributes: Object.fromEntries(attributesOf(tag).map(({ name, value }) => [name, value])),
    spans: attributesOf(tag).map(({ from, to }) => page.slice(from, to)),
  }));
  deepEqual(
    own,
    elementsIn(page).map(({ name, startTag, attributes, attributeSpans }) => ({
      name,
      startTag,
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value]),
      ),
      spans: Object.values(attributeSpans).map(({ from, to }) => page.slice(from, to)),
    })),
  );
});

test('the text of scripts and styles is theirs alone', () =>
  deepEqual(
    tagsIn(page).flatMap(({ name, inside }) =>
      inside && name !== 'title' ? [page.slice(inside.from, inside.to)] : [],
    ),
    ['p::before{content:"<u>"}', 'const a = "<i id=no>" < 1;', '<b>'],
  ));

test('an attribute is found by its name, and a part of another name is none', () => {
  const [tag] = tagsIn('<p data-id="a" id="b">');
  equal(tag && valueOf(tag, 'id'), 'b');
  equal(tag && valueOf(tag, 'data'), undefined);
});

test('a page that ends in the middle of a tag, a comment or a script is read as far as it goes', () =>
  deepEqual(
    ['<p>a<b', '<p><!-- <i>', '<p><script>1'].map((html) => tagsIn(html).map(({ name }) => name)),
    [['p'], ['p'], ['p', 'script']],
  ));
