import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Another generator: what to install, its files beside the texts, where these lie, and the commands of a build. */
export interface Other {
  readonly packages: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly texts: string;
  readonly build: readonly (readonly string[])[];
}

/** The generators that ours is compared with, each as its own guide sets it up, with a search. */
export const others: Readonly<Record<string, Other>> = {
  starlight: {
    packages: ['astro', '@astrojs/starlight', 'sharp'],
    texts: 'src/content/docs',
    files: {
      'package.json': '{ "type": "module", "private": true }',
      'astro.config.mjs':
        "import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\nexport default defineConfig({ integrations: [starlight({ title: 'Help', sidebar: [] })] });\n",
      'src/content.config.ts':
        "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
    },
    build: [['node', 'node_modules/astro/bin/astro.mjs', 'build']],
  },
  vitepress: {
    packages: ['vitepress'],
    texts: '.',
    files: {
      'package.json': '{ "type": "module", "private": true }',
      '.vitepress/config.mjs':
        "export default { title: 'Help', ignoreDeadLinks: true, themeConfig: { search: { provider: 'local' } } };\n",
    },
    build: [['node', 'node_modules/vitepress/bin/vitepress.js', 'build']],
  },
  eleventy: {
    packages: ['@11ty/eleventy', 'pagefind'],
    texts: '.',
    files: {
      'package.json': '{ "private": true }',
      '.eleventyignore': 'node_modules\n',
      '_includes/page.html':
        '<!doctype html><html lang="en"><head><title>{{ title }}</title></head><body><main data-pagefind-body><h1>{{ title }}</h1>{{ content }}</main></body></html>\n',
    },
    build: [
      ['node', 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
      ['node', 'node_modules/pagefind/lib/runner/bin.cjs', '--site', '_site'],
    ],
  },
};

/** Writes the articles of a generated knowledge base for another generator: their titles, and their texts as plain Markdown. */
export function writeForOther(
  { files, texts }: Other,
  folder: string,
  ours: ReadonlyMap<string, string>,
): void {
  const write = (name: string, text: string): void => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  for (const [name, text] of ours)
    if (name.endsWith('.mdx')) write(join(texts, name.replace(/x$/, '')), plainMarkdown(text));
}

/** Front matter with the title alone, components taken away and what stood in them kept. */
function plainMarkdown(text: string): string {
  const [, fields = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const title = /^title: (.*)$/m.exec(fields)?.[1] ?? '';
  const plain = body.replace(/ ?<Path [^>]*\/>/g, '').replace(/<\/?(?:Steps|Callout)[^>]*>\n?/g, '');
  return `---\ntitle: "${title}"\nlayout: page.html\n---\n${plain}`;
}
