import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDirOf } from './articles/content-dir.ts';
import { readPictures } from './articles/read/markup.ts';
import {
  articleSchemas,
  glossarySchema,
  questionSchema,
  siteSchema,
  startSchema,
  tombstonesSchema,
  uiPathsSchema,
} from './articles/schema/schema.ts';
import { parseLedger } from './domain/permalinks/ledger.ts';
import type { Published } from './domain/permalinks/compare.ts';

const dir = contentDirOf(process.cwd());
const idOf = ({ entry }: { entry: string }): string => entry.replace(/\.[a-z]+$/, '');
const articles = (folder: string) =>
  glob({ pattern: '**/[^_]*.{mdx,md}', base: join(dir.path, folder), generateId: idOf });

/** One YAML file as one entry called `all`; an optional file that is not there counts as empty. */
function yamlFile(name: string, empty: unknown, read: (text: string) => unknown = parse) {
  const path = join(dir.path, name);
  if (!existsSync(path)) return () => [{ id: 'all', value: empty }];
  return file(path, { parser: (text) => ({ all: { value: read(text) ?? empty } }) });
}

export const collections = {
  symptoms: defineCollection({ loader: articles('symptoms'), schema: articleSchemas.symptom }),
  causes: defineCollection({ loader: articles('causes'), schema: articleSchemas.cause }),
  fixes: defineCollection({ loader: articles('fixes'), schema: articleSchemas.fix }),
  questions: defineCollection({
    loader: existsSync(join(dir.path, 'questions'))
      ? glob({ pattern: '**/[^_]*.{yaml,yml}', base: join(dir.path, 'questions'), generateId: idOf })
      : () => [],
    schema: questionSchema,
  }),
  site: defineCollection({ loader: yamlFile('site.yaml', {}), schema: z.object({ value: siteSchema }) }),
  uiPaths: defineCollection({
    loader: yamlFile('ui-paths.yaml', {}),
    schema: z.object({ value: uiPathsSchema }),
  }),
  glossary: defineCollection({
    loader: yamlFile('glossary.yaml', []),
    schema: z.object({ value: glossarySchema }),
  }),
  start: defineCollection({
    loader: yamlFile('start.yaml', null),
    schema: z.object({ value: startSchema.nullable() }),
  }),
  tombstones: defineCollection({
    loader: yamlFile('tombstones.yaml', []),
    schema: z.object({ value: tombstonesSchema }),
  }),
  ledger: defineCollection({
    loader: yamlFile('permalinks.json', [], (text) => parseLedger(text).entries),
    schema: z.object({ value: z.array(z.custom<Published>()) }),
  }),
  pictures: defineCollection({
    loader: () => [...readPictures(dir)].map(([id, svg]) => ({ id, svg })),
    schema: z.object({ svg: z.string() }),
  }),
};
