import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { checkContent } from './check-content.ts';
import { siteSchema } from './schema/site.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('The `site.yaml` of the guide is that of the small knowledge base, which names every field that a site can have; `unsure` is for sites without first questions.', () => {
  const file = readFileSync(`${root}e2e/fixtures/pods/site.yaml`, 'utf8');
  assert.ok(readFileSync(`${root}README.md`, 'utf8').includes(`\`\`\`yaml\n${file.trimEnd()}\n\`\`\``));
  const named = Object.keys(parse(file) as object);
  assert.deepEqual(
    Object.keys(siteSchema.shape).filter((name) => !named.includes(name)),
    ['unsure'],
  );
});

test('The small knowledge base of the guide has nothing but what its draft leaves open.', () => {
  const { problems } = checkContent({ path: `${root}e2e/fixtures/pods`, name: 'pods' }, '2026-11-24');
  assert.deepEqual(
    problems.map(({ kind }) => kind),
    ['todo-title', 'todo-minutes', 'todo-works', 'todo-picture'],
  );
});
