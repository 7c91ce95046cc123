import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { contentDirOf } from '../content-dir.ts';
import { fixtures } from '../fixtures/fixture-case.ts';
import { readContent } from '../read/content.ts';
import { editorFiles, editorFolder } from './editor-files.ts';
import { jsonSchemas, type JsonSchema } from './json-schema.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const toaster = readContent({ path: join(fixtures, 'valid'), name: 'valid' });

test('The schemas and ids that editors read are current; `npm run kb -- schemas` writes them.', () => {
  const stale = [...editorFiles(readContent(contentDirOf(root, {})))].filter(([name, text]) => {
    const path = join(root, editorFolder, name);
    return !existsSync(path) || readFileSync(path, 'utf8') !== text;
  });
  assert.deepEqual(
    stale.map(([name]) => name),
    [],
  );
});

test('Each schema is wired to its files, and no other is named.', () => {
  const settings = JSON.parse(readFileSync(join(root, editorFolder, 'settings.json'), 'utf8')) as {
    readonly 'yaml.schemas': Readonly<Record<string, string>>;
  };
  assert.deepEqual(
    Object.keys(settings['yaml.schemas']).sort(),
    Object.keys(jsonSchemas())
      .map((name) => `.vscode/schemas/${name}.schema.json`)
      .sort(),
  );
});

test('Every field of every kind of file has a sentence that says what it is for.', () => {
  const without = Object.entries(jsonSchemas()).flatMap(([file, schema]) =>
    Object.entries(propertiesOf(schema)).flatMap(([name, field]) =>
      /\.$/.test(String(field['description'] ?? '')) ? [] : [`${file}.${name}`],
    ),
  );
  assert.deepEqual(without, []);
});

test('A field that names something offers the ids of the knowledge base, and only fields without a default are required.', () => {
  const { fix } = jsonSchemas();
  assert.ok(fix);
  assert.deepEqual(fix['required'], ['title', 'summary', 'minutes']);
  assert.equal(fix['additionalProperties'], false);
  assert.match(JSON.stringify(propertiesOf(fix)['requires']), /ids\.schema\.json#\/definitions\/fix/);
  const ids = JSON.parse(editorFiles(toaster).get('schemas/ids.schema.json') ?? '') as {
    readonly definitions: Readonly<Record<string, unknown>>;
  };
  assert.deepEqual(ids.definitions['cause'], { enum: ['crumbs-block-lever', 'magnet-without-power'] });
  assert.deepEqual(ids.definitions['platform'], { enum: ['toaster'] });
});

test('In a text, an edge is completed with the causes there are, and a way with its places.', () => {
  const snippets = JSON.parse(editorFiles(toaster).get('mendbook.code-snippets') ?? '') as Readonly<
    Record<string, { readonly body: string }>
  >;
  assert.equal(
    snippets['solves']?.body,
    '- { cause: ${1|crumbs-block-lever,magnet-without-power|}, works: ${2|almost-always,often,sometimes,seldom,rarely,workaround,confirms|} }',
  );
  assert.equal(snippets['Path']?.body, '<Path to="${1|browning|}" />');
});

/** The fields of a schema, or of the entries of its list or map. */
function propertiesOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  for (const inside of ['items', 'additionalProperties'])
    if (typeof schema[inside] === 'object') return propertiesOf(schema[inside] as JsonSchema);
  return (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
}
