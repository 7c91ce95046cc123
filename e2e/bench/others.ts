import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Another generator: what to install, its files beside the texts, where these lie, and the commands of a build. */
export interface Other {
  readonly packages: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly texts: string;
  /** Where texts stay MDX: what imports the components in them. */
  readonly components?: string;
  readonly build: readonly (readonly string[])[];
}

/** As its guide sets it up. */
const starlight: Other = {
  packages: ['astro', '@astrojs/starlight', 'sharp'],
  texts: 'src/content/docs',
  files: {
    'package.json': '{ "type": "module", "private": true }',
    'astro.config.mjs':
      "import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\nexport default defineConfig({ integrations: [starlight({ title: 'Help' })] });\n",
    'src/content.config.ts':
      "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
  },
  build: [['node', 'node_modules/astro/bin/astro.mjs', 'build']],
};

/**
 * The generators that ours is compared with, each as its own guide sets it up, with a search. Starlight reads two forms of the texts:
 * plain Markdown, which asks least of it, and MDX as our authors write it, with its own components for steps and hints.
 */
export const others: Readonly<Record<string, Other>> = {
  starlight,
  'starlight-mdx': {
    ...starlight,
    components: "import { Aside, Steps } from '@astrojs/starlight/components';",
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
  { files, texts, components }: Other,
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
    if (name.endsWith('.mdx'))
      if (components) write(join(texts, name), mdxOf(text, components));
      else write(join(texts, name.replace(/x$/, '')), plainMarkdown(text));
}

/** Front matter with the title alone, components taken away and what stood in them kept. */
function plainMarkdown(text: string): string {
  const { title, body } = partsOf(text);
  return `---\ntitle: "${title}"\nlayout: page.html\n---\n${body.replace(/<\/?(?:Steps|Callout)[^>]*>\n?/g, '')}`;
}

/** The same with the other's own components in place of ours. */
function mdxOf(text: string, components: string): string {
  const { title, body } = partsOf(text);
  return `---\ntitle: "${title}"\n---\n${components}\n\n${body.replace(/<(\/?)Callout[^>]*>/g, '<$1Aside>')}`;
}

/** Without paths, which others have nothing like. */
function partsOf(text: string): { readonly title: string; readonly body: string } {
  const [, fields = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return { title: /^title: (.*)$/m.exec(fields)?.[1] ?? '', body: body.replace(/ ?<Path [^>]*\/>/g, '') };
}
