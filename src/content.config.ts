import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { join } from 'node:path';
import { contentDirOf } from './articles/content-dir.ts';

const dir = contentDirOf(process.cwd());

/** The articles of a folder, for Astro to compile: their text only. Their fields and everything else of a knowledge base are read by `articles/read`. */
const articles = (folder: string) =>
  glob({
    pattern: '**/[^_]*.{mdx,md}',
    base: join(dir.path, folder),
    generateId: ({ entry }) => entry.replace(/\.[a-z]+$/, ''),
  });

export const collections = {
  symptoms: defineCollection({ loader: articles('symptoms') }),
  causes: defineCollection({ loader: articles('causes') }),
  fixes: defineCollection({ loader: articles('fixes') }),
};
