import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('..', import.meta.url));

/** Where a style names a side of the page, which is the wrong one on a page that is written from right to left. */
function sidesIn(css: string): readonly string[] {
  return [...css.matchAll(/^\s*([a-z-]+):\s*([^;{}]+);/gm)].flatMap(([line, name = '', value = '']) => {
    const sides = /^(?:padding|margin|inset)$/.test(name) ? partsOf(value) : [];
    const named =
      /(?:^|-)(?:left|right)$/.test(name) ||
      (/^(?:text-align|float|clear)$/.test(name) && /left|right/.test(value));
    return named || (sides.length === 4 && sides[1] !== sides[3]) ? [line.trim()] : [];
  });
}

function partsOf(value: string): readonly string[] {
  return value.trim().match(/(?:[^\s(]|\([^)]*\))+/g) ?? [];
}

test('no style names a side of the page, but the one for pages from right to left', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(?:css|astro)$/.test(file) && !file.endsWith('right-to-left.css'),
  );
  assert.ok(files.length > 50);
  for (const file of files) {
    const text = readFileSync(join(src, file), 'utf8');
    const css = file.endsWith('.css') ? text : (/<style\b[^>]*>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '');
    assert.deepEqual(sidesIn(css), [], file);
  }
});

test('a side is noticed however it is named', () => {
  for (const line of ['margin-left: 1px;', 'padding: 0 1px 0 2px;', 'text-align: right;', 'left: 0;'])
    assert.deepEqual(sidesIn(`.a {\n  ${line}\n}`), [line]);
  for (const line of [
    'padding: 0 1px;',
    'margin: 0 var(--a) 2px var(--a);',
    'text-align: start;',
    'padding-inline: 0 1px;',
  ])
    assert.deepEqual(sidesIn(`.a {\n  ${line}\n}`), [], line);
});
