import { equal } from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import { jsx } from 'astro/jsx-runtime';
import { renderJSX } from 'astro/runtime/server/jsx.js';
import { bodyPartsOf, markupOf } from '../articles/markup.ts';
import { readContent } from '../articles/read/content.ts';
import type { Content } from '../articles/content.ts';
import type { BodyPart } from '../domain/body-part.ts';
import { codeBlock, componentNames } from '../markdown/components.ts';
import { rehypeTaskLabels } from '../markdown/html/rehype-task-labels.ts';
import { remarkArticle } from '../markdown/remark-article.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.cache', `same-as-mdx-${process.pid}`);
before(() => mkdirSync(folder, { recursive: true }));
after(() => rmSync(folder, { recursive: true }));

/** Components stand as elements of their own names, since both ways hand them to the same drawings. */
const drawings = Object.fromEntries(
  [...componentNames, codeBlock].map((name) => [name, `x${name.toLowerCase()}`]),
);

async function htmlOf(parts: readonly BodyPart[]): Promise<string> {
  const written = parts.map(async (part) => {
    if (typeof part === 'string') return part;
    const drawn = await render(jsx(drawings[part.name] ?? '', { ...part.props, children: '\u0000' }));
    return drawn.replace('\u0000', await htmlOf(part.inside));
  });
  return (await Promise.all(written)).join('');
}

async function render(node: unknown): Promise<string> {
  return String(await renderJSX({} as Parameters<typeof renderJSX>[0], node));
}

/** What `@astrojs/mdx` makes of the articles with the plugins of the build. */
async function compilerFor(content: Content, base: string) {
  const processor = unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [remarkGfm, [remarkArticle, { readMarkup: () => markupOf(content) }]],
    rehypePlugins: [[rehypeTaskLabels, content.words.markup.task]],
  });
  const renderer = await processor.createMdxRenderer?.(
    { syntaxHighlight: false, gfm: false, smartypants: false },
    { optimize: false, srcDir: pathToFileURL(`${root}src/`) },
  );
  return async (path: string, id: string, frontmatter: object): Promise<string> => {
    const text = readFileSync(path, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
    if (!renderer) throw new Error('The processor of the build compiles no MDX.');
    const { code } = await renderer.process(text, path, { ...frontmatter });
    const module = join(folder, `${encodeURIComponent(base)}-${id}.mjs`);
    writeFileSync(module, code);
    const { default: body } = (await import(pathToFileURL(module).href)) as {
      default: (props: object) => unknown;
    };
    return render(body({ components: drawings }));
  };
}

for (const base of [
  'content',
  'e2e/fixtures/toaster',
  'e2e/fixtures/pods',
  'e2e/fixtures/toaster-de',
  'src/articles/fixtures/valid',
])
  describe(`In ${base}, the body of every article is what @astrojs/mdx makes of it`, async () => {
    const content = readContent({ path: join(root, base), name: base });
    const compile = await compilerFor(content, base);
    for (const { kind, id, path, format, article } of content.articles)
      if (format === 'mdx' && article)
        test(`${kind} ${id}`, async () =>
          equal(
            (await htmlOf(bodyPartsOf(content, kind, id))).trim(),
            (await compile(path, `${kind}-${id}`, article)).trim(),
          ));
  });
