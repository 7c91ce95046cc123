import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { missingFiles, namesInPages } from './named-files.ts';

const out = mkdtempSync(join(tmpdir(), 'named-files-'));
after(() => rmSync(out, { recursive: true }));

test('A style, a script or a part of a script that pages name and the build did not write is found, below a base as well', () => {
  mkdirSync(join(out, '_astro'));
  const pictures = { html: '<img srcset="/help/_astro/b%20c.webp 1x, /help/_astro/d.webp 2x">' };
  const page = [
    '<link href="/help/_astro/print.css" media=print><script src=/help/_astro/a.js></script>',
    { piece: pictures, fill: '' },
    '<a href="https://example.org/_astro/x.css"></a><link href="/help/_astro/print.css">',
    { piece: pictures, fill: '' },
  ];
  writeFileSync(join(out, '_astro', 'a.js'), 'import"./b.js";import("./c.js")');
  writeFileSync(join(out, '_astro', 'b.js'), '');
  writeFileSync(join(out, '_astro', 'b c.webp'), '');
  assert.deepEqual(missingFiles(out, namesInPages('/help/')(page)), [
    '_astro/c.js',
    '_astro/d.webp',
    '_astro/print.css',
  ]);
  assert.deepEqual(namesInPages('/help/')(page), [
    '_astro/print.css',
    '_astro/a.js',
    '_astro/b c.webp',
    '_astro/d.webp',
  ]);
});
