import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { join } from 'node:path';
import { contentDirOf } from './articles/content-dir.ts';
import { articleSchemas } from './articles/schema/schema.ts';

const dir = contentDirOf(process.cwd());

/** The articles of a folder, for Astro to compile. Everything else of a knowledge base is read by `articles/read`. */
const articles = (folder: string) =>
  glob({
    pattern: '**/[^_]*.{mdx,md}',
    base: join(dir.path, folder),
    generateId: ({ entry }) => entry.replace(/\.[a-z]+$/, ''),
  });

export const collections = {
  symptoms: defineCollection({ loader: articles('symptoms'), schema: articleSchemas.symptom }),
  causes: defineCollection({ loader: articles('causes'), schema: articleSchemas.cause }),
  fixes: defineCollection({ loader: articles('fixes'), schema: articleSchemas.fix }),
};
