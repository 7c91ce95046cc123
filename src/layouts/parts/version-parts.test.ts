import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { versionParts } from './version-parts.ts';

const platforms = [
  {
    id: 'toaster',
    name: 'Toaster',
    versions: [
      { id: 't2', name: 'T2', range: '<=2021' },
      { id: 't3', name: 'T3', range: '>=2022' },
    ],
  },
];
const words = { to: [], later: [], earlier: [], likelyLater: /later/, likelyEarlier: /earlier/ };
const site = { platforms, ranges: words };
const html =
  '<h2 id="what">What</h2><p>All &gt; one.</p><h2 id="steps">Steps</h2><p title="a > b" data-variant="t2">a</p><h2 id="end">End</h2><p data-variant="t3">b</p>';

test('the picker stands before the section in which the choice first matters, and offers what the page tells apart', () => {
  const parts = versionParts(html, site);
  assert.deepEqual(
    parts?.choices.map(({ label }) => label),
    ['T2', 'T3'],
  );
  assert.equal(parts?.before, '<h2 id="what">What</h2><p>All &gt; one.</p>');
  assert.equal(`${parts?.before}${parts?.after}`, html);
});

test('a page without variants has no picker', () =>
  assert.equal(versionParts('<h2>Steps</h2><p>a</p>', site), undefined));

test('no picker for a way or two, which are said where they stand', () => {
  const way =
    '<span class="ways"><span class="way" data-variant="t2">A</span><span class="way" data-variant="t3">B</span></span>';
  const of = (ways: string): unknown => versionParts(`<h2>Steps</h2>${ways}`, site);
  assert.equal(of(way + way), undefined);
  assert.notEqual(of(way + way + way), undefined);
  assert.notEqual(of(`${way}<div class="variant" data-variant="t2">a</div>`), undefined);
});

test('the script of the picker needs nothing from outside itself, since it is written into the page', () => {
  const defined: string[] = [];
  const script = versionParts(html, site)?.script ?? '';
  const picker: { connectedCallback?: () => void } = {};
  runInNewContext(script, {
    document: { documentElement: { dataset: {} }, addEventListener: () => undefined },
    HTMLElement: class {
      addEventListener(): void {}
      querySelectorAll(): readonly unknown[] {
        return [];
      }
      querySelector(): unknown {
        return { textContent: '' };
      }
    },
    localStorage: { getItem: () => 't3' },
    location: { search: '' },
    URLSearchParams,
    addEventListener: () => undefined,
    customElements: {
      define: (name: string, Picker: new () => typeof picker) => {
        defined.push(name);
        new Picker().connectedCallback?.();
      },
    },
  });
  assert.deepEqual(defined, ['version-picker']);
});
