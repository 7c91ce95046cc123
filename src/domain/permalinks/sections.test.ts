import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sectionId, sectionsThat, takenBy } from './sections.ts';

const src = fileURLToPath(new URL('../../', import.meta.url));

/** Ids of form fields, and of parts of pages that only lead on: no link to them is ever given out. */
const forThePageAlone = [
  'words',
  'search-words',
  'everything',
  'see',
  'pictures',
  'nearest',
  'tables',
  'desk-words',
  'desk-keys',
  'desk-results',
];

test('the sections that a page always has are those of its kind, then those of every page', () => {
  assert.deepEqual(sectionsThat('cause', 'kept'), ['symptoms', 'fixes', 'support']);
  assert.deepEqual(sectionsThat('page', 'kept', 'there'), ['main', 'support']);
  assert.deepEqual(takenBy('home'), ['see', 'ways', 'unsure', 'main', 'support']);
  assert.equal(sectionId('fix', 'outcome'), 'outcome');
});

test('no layout or component writes the id of a section by hand', () => {
  const files = ['layouts', 'components'].flatMap((folder) =>
    readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.astro'))
      .map((name) => join(src, folder, name)),
  );
  const written = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? ''),
  );
  assert.ok(files.length > 30);
  assert.deepEqual(
    written.filter((id) => !forThePageAlone.includes(id)),
    [],
  );
});
