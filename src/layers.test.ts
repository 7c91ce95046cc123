import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('.', import.meta.url));

/** What a folder of `src` may import: other folders of `src`, and packages by the beginning of their name. */
interface Layer {
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

const markdown = ['unified', 'remark', 'rehype', 'mdast', 'hast', 'unist', 'vfile'];

/** Imports run one way: pages, integrations and commands → articles → domain. The README says the same in words. */
const layers: Readonly<Record<string, Layer>> = {
  domain: { folders: ['domain'], packages: [] },
  articles: {
    folders: ['articles', 'domain', 'markdown'],
    packages: ['node:', 'yaml', 'astro/zod', 'ultrahtml', ...markdown],
  },
  markdown: { folders: ['markdown', 'domain'], packages: markdown },
  importer: {
    folders: ['importer', 'articles', 'domain', 'markdown'],
    packages: ['node:', 'yaml', 'github-slugger', ...markdown],
  },
  reports: { folders: ['reports', 'domain'], packages: ['node:util'] },
  integrations: {
    folders: ['integrations', 'articles', 'reports', 'domain'],
    packages: ['node:', 'astro', 'vite', 'pagefind'],
  },
  cli: {
    folders: ['cli', 'articles', 'importer', 'reports', 'domain'],
    packages: ['node:', 'yaml', 'playwright'],
  },
  browser: { folders: ['browser', 'domain'], packages: [] },
  drawing: { folders: ['drawing', 'domain'], packages: ['d3-sankey', 'uqr'] },
  components: {
    folders: ['components', 'styles', 'words', 'domain', 'drawing', 'browser'],
    packages: ['lucide-static'],
  },
  layouts: {
    folders: ['layouts', 'components', 'styles', 'words', 'domain', 'drawing', 'browser'],
    packages: [],
  },
  pages: {
    folders: ['layouts', 'components', 'words', 'domain', 'articles/from-collections.ts'],
    packages: ['astro'],
  },
  words: { folders: ['words', 'domain'], packages: [] },
  styles: { folders: ['styles'], packages: [] },
  'content.config.ts': { folders: ['articles', 'domain'], packages: ['node:', 'yaml', 'astro'] },
};

/** The only file beside `content.config.ts` that may ask Astro for the collections. */
const collections = 'articles/from-collections.ts';

interface Import {
  readonly file: string;
  /** The path below `src`, or the name of a package. */
  readonly to: string;
  readonly ours: boolean;
}

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:ts|mjs|astro)$/.test(entry.name))
  .map((entry) => relative(src, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .filter((file) => !file.endsWith('.d.ts'))
  .sort();

const imports = files.flatMap((file) => importsOf(file));

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  const found = [
    ...text.matchAll(
      /^\s*(?:import|export)\b(?:[^'";]*?\bfrom)?\s*['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/gm,
    ),
  ].map(({ 1: named, 2: later }) => named ?? later ?? '');
  return found.map((to) =>
    to.startsWith('.')
      ? {
          file,
          to: relative(src, join(src, dirname(file), to))
            .split(sep)
            .join('/'),
          ours: true,
        }
      : { file, to, ours: false },
  );
}

/** Tests lie beside what they test and may use everything that Node and the reports offer. */
function isTest(file: string): boolean {
  return /\.test\.ts$|\/fixtures\//.test(file);
}

function mayImport({ file, to, ours }: Import): boolean {
  const layer = layers[file.split('/')[0] ?? ''];
  if (!layer) return false;
  if (!ours && to === 'astro:content') return file === collections || file === 'content.config.ts';
  if (
    isTest(file) &&
    (ours ? /^(?:reports|words|domain|\.\.\/e2e\/fixtures)\//.test(to) : to.startsWith('node:'))
  )
    return true;
  return ours
    ? layer.folders.some((folder) => to === folder || to.startsWith(`${folder}/`))
    : layer.packages.some((name) =>
        name.endsWith(':')
          ? to.startsWith(name)
          : to === name ||
            to.startsWith(`${name}/`) ||
            (markdown.includes(name) && to.startsWith(`${name}-`)),
      );
}

test('Every folder of src has a row in the table of layers.', () => {
  const folders = readdirSync(src, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  assert.deepEqual(
    folders.filter((folder) => !Object.hasOwn(layers, folder)),
    [],
  );
});

test('Every import obeys the table of layers.', () => {
  assert.ok(imports.length > 300, `Only ${imports.length} imports were found.`);
  const own = imports.filter(({ file }) => file !== 'layers.test.ts');
  assert.deepEqual(
    own.filter((found) => !mayImport(found)).map(({ file, to }) => `${file} → ${to}`),
    [],
  );
});

test('A forbidden import is noticed.', () => {
  const forbidden: readonly Import[] = [
    { file: 'domain/plan.ts', to: 'articles/schema.ts', ours: true },
    { file: 'domain/plan.ts', to: 'node:fs', ours: false },
    { file: 'domain/plan.ts', to: 'yaml', ours: false },
    { file: 'articles/body.ts', to: 'cli/main.ts', ours: true },
    { file: 'articles/body.ts', to: 'astro:content', ours: false },
    { file: 'articles/body.ts', to: 'astro', ours: false },
    { file: 'layouts/Page.astro', to: 'articles/from-collections.ts', ours: true },
    { file: 'pages/index.astro', to: 'articles/schema.ts', ours: true },
    { file: 'browser/search.ts', to: 'words/en.ts', ours: true },
    { file: 'reports/json.ts', to: 'node:fs', ours: false },
    { file: 'markdown/parse.ts', to: 'astro', ours: false },
    { file: 'importer/run.ts', to: 'astro', ours: false },
    { file: 'importer/run.ts', to: 'pages/index.astro', ours: true },
    { file: 'importer/run.ts', to: 'cli/main.ts', ours: true },
    { file: 'articles/content.ts', to: 'importer/model.ts', ours: true },
  ];
  assert.deepEqual(forbidden.filter(mayImport), []);
});
