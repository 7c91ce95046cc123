import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkContent } from '../articles/check-content.ts';
import { severityOf } from '../domain/problems/problem.ts';
import { anyArticle } from './fixtures/generated-text.ts';
import { importOldSite, importTexts } from './fixtures/old-site.ts';
import type { Import } from './import-folder.ts';
import { readSourceFolder } from './read/folder.ts';

/** Writes drafts into a folder and gives back the errors that the check finds there. */
function errorsIn(imports: readonly Import[]): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'mendbook-import-'));
  const content = join(root, 'content');
  try {
    for (const folder of ['symptoms', 'causes', 'fixes'])
      mkdirSync(join(content, folder), { recursive: true });
    writeFileSync(join(content, 'site.yaml'), 'title: Help\n');
    for (const { files } of imports)
      for (const { path, text } of files) writeFileSync(join(content, path), text);
    return checkContent({ path: content, name: 'content' })
      .problems.filter((problem) => severityOf(problem) === 'error' && problem.kind !== 'content-empty')
      .map(
        ({ kind, place, message }) => `${place.file}:${place.line} ${kind} ${message} ${place.text ?? ''}`,
      );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test('The drafts of all structures have no error.', () => {
  assert.deepEqual(errorsIn([importOldSite(), importOldSite({ baseUrl: 'https://example.org' })]), []);
});

test('Whatever a text holds, its drafts have no error and hold no HTML but comments that ask.', () => {
  const all: Import[] = [];
  fc.assert(
    fc.property(anyArticle, fc.constantFrom('md', 'mdx'), (text, ending) => {
      const name = `page-${all.length}`;
      const made = importTexts({ [`${name}.${ending}`]: text });
      all.push(made);
      for (const file of made.files) {
        const body = withoutCode(file.text.split(/^---$/m).slice(2).join('---'));
        const left = body.replace(/<!-- TODO [a-z]+: (?:(?!--)[^<>])* -->/g, '');
        assert.doesNotMatch(left, /(?<!\\)<[a-z!/]/i, file.text);
        assert.doesNotMatch(left, /\]\(\s*(?:javascript|data|vbscript):/i);
      }
    }),
    { seed: 17, numRuns: 300 },
  );
  assert.deepEqual(errorsIn(all), []);
});

/** A text without its fences and code within lines. */
function withoutCode(text: string): string {
  return text
    .replace(/^( *)(`{3,})[^\n]*\n[\s\S]*?^\1\2`*$/gm, '')
    .replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
}

test('The same texts give the same bytes.', () => {
  fc.assert(
    fc.property(anyArticle, (text) => {
      const texts = { 'a.md': text, 'b.md': text };
      assert.deepEqual(importTexts(texts).files, importTexts(texts).files);
    }),
    { seed: 18, numRuns: 60 },
  );
});

test('Bytes in any encoding are read or named, and never throw.', () => {
  const start = Buffer.from('## Symptoms\n\nIt is dark.\n\n## Resolution\n\nPut it in.\n\n');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      importTexts({ 'page.md': Buffer.concat([start, bytes]), 'page.html': bytes, 'page.json': bytes });
    }),
    { seed: 19, numRuns: 150 },
  );
  const text = '## Symptoms\n\nGröße – 40 °C\n\n## Resolution\n\nKühlen.\n';
  for (const bytes of [Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le')])
    assert.match(importTexts({ 'page.md': bytes }).files[0]?.text ?? '', /Größe – 40 °C/);
  assert.match(
    importTexts({ 'page.md': Buffer.from(text.replace('–', '-'), 'latin1') }).files[0]?.text ?? '',
    /Größe - 40 °C/,
  );
});

test('Fields that repeat themselves without end are not followed, and the text is imported without them.', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...[...'bcdefghi'].map(
      (name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`,
    ),
  ].join('\n');
  const made = importTexts({
    'page.md': `---\n${bomb}\n---\n## Symptoms\n\nIt is dark.\n\n## Resolution\n\nPut it in.\n`,
  });
  assert.equal(made.files.length, 3);
  assert.equal(made.documents[0]?.source.constructs.get('front matter that cannot be read'), 1);
});

test('An include outside of the folder, or of itself, is not followed.', () => {
  const made = importTexts({
    'a/page.md':
      '## Symptoms\n\n[!INCLUDE [x](../../../../etc/passwd)]\n\n[!INCLUDE [x](page.md)]\n\n## Resolution\n\nPut it in.\n',
  });
  assert.ok(made.files.every(({ text }) => !text.includes('root:')));
  assert.equal(made.documents[0]?.source.constructs.get('include not found'), 2);
});

test('A folder with files that are too large, too deep, no text or elsewhere names each with its reason.', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mendbook-old-'));
  try {
    writeFileSync(join(folder, 'long.md'), 'a'.repeat(10_000_000));
    writeFileSync(join(folder, 'deep.md'), `${'> '.repeat(5000)}a\n`);
    writeFileSync(
      join(folder, 'binary.md'),
      Buffer.from(Array.from({ length: 4000 }, (_, index) => index % 7)),
    );
    writeFileSync(join(folder, 'picture.png'), '');
    writeFileSync(join(folder, 'broken.json'), '{');
    symlinkSync('/etc', join(folder, 'etc'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'gone.md'));
    symlinkSync(folder, join(folder, 'circle'));
    const { texts, leftOut } = readSourceFolder(folder);
    const made = importTexts(Object.fromEntries(texts.map(({ path, text }) => [path, text])));
    assert.deepEqual([...leftOut, ...made.leftOut].map(({ path, reason }) => `${path}: ${reason}`).sort(), [
      'binary.md: not-text',
      'broken.json: not-an-article',
      'deep.md: nested-too-deeply',
      'etc: outside',
      'gone.md: unreadable',
      'long.md: too-large',
      'picture.png: not-an-article',
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
