import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { parse } from 'yaml';
import type { GlossaryEntry, Site, UiPaths } from '../domain/site.ts';
import type { ContentDir } from './content-dir.ts';
import { glossarySchema, siteSchema, uiPathsSchema } from './schema.ts';

/** The parts of a knowledge base that the Markdown plugins and the configuration need. */
export interface Markup {
  readonly site: Site | undefined;
  readonly uiPaths: UiPaths;
  readonly glossary: readonly GlossaryEntry[];
  readonly pictures: ReadonlyMap<string, string>;
}

/** Reads them at once. What is missing or wrong is left empty: the check, which runs first, reports it. */
export function readMarkup(dir: ContentDir): Markup {
  const site = readYaml(join(dir.path, 'site.yaml'), siteSchema);
  return {
    site: site && ({ promise: site.title, ...site } as Site),
    uiPaths: (readYaml(join(dir.path, 'ui-paths.yaml'), uiPathsSchema) ?? {}) as UiPaths,
    glossary: (readYaml(join(dir.path, 'glossary.yaml'), glossarySchema) ?? []) as readonly GlossaryEntry[],
    pictures: readPictures(dir),
  };
}

/** id → SVG text of every picture. */
export function readPictures(dir: ContentDir): ReadonlyMap<string, string> {
  const folder = join(dir.path, 'pictures');
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => name.endsWith('.svg')).sort();
  return new Map(names.map((name) => [name.slice(0, -4), readFileSync(join(folder, name), 'utf8').trim()]));
}

function readYaml<S extends z.ZodType>(path: string, schema: S): z.output<S> | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const parsed = schema.safeParse(parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
