import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { articleSchemas } from './articles/schema/schema.ts';

/** The articles of a folder of the knowledge base, to which `content` in the folder of the run is a link, for Astro to compile. Everything else of a knowledge base is read by `articles/read`. */
const articles = (folder: string) =>
  glob({
    pattern: '**/[^_]*.{mdx,md}',
    base: `./content/${folder}`,
    generateId: ({ entry }) => entry.replace(/\.[a-z]+$/, ''),
  });

export const collections = {
  symptoms: defineCollection({ loader: articles('symptoms'), schema: articleSchemas.symptom }),
  causes: defineCollection({ loader: articles('causes'), schema: articleSchemas.cause }),
  fixes: defineCollection({ loader: articles('fixes'), schema: articleSchemas.fix }),
};
