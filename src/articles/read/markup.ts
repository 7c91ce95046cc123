import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { parse } from 'yaml';
import { parseLedger } from '../../domain/permalinks/ledger.ts';
import type { GlossaryEntry, Site, UiPaths } from '../../domain/knowledge/site.ts';
import { addressOf, nameOf, type NamedTombstone } from '../../domain/permalinks/tombstone.ts';
import type { ContentDir } from '../content-dir.ts';
import { wordsOf } from '../../words/words-of.ts';
import { siteOf } from '../schema/site.ts';
import { glossarySchema, siteSchema, tombstonesSchema, uiPathsSchema } from '../schema/schema.ts';

/** The parts of a knowledge base that the Markdown plugins and the configuration need. */
export interface Markup {
  readonly site: Site | undefined;
  readonly uiPaths: UiPaths;
  readonly glossary: readonly GlossaryEntry[];
  readonly pictures: ReadonlyMap<string, string>;
  readonly tombstones: readonly NamedTombstone[];
}

/** Reads them at once. What is missing or wrong is left empty: the check, which runs first, reports it. */
export function readMarkup(dir: ContentDir): Markup {
  const site = readYaml(join(dir.path, 'site.yaml'), siteSchema);
  return {
    site: site && siteOf(site, wordsOf(site.language).content),
    uiPaths: (readYaml(join(dir.path, 'ui-paths.yaml'), uiPathsSchema) ?? {}) as UiPaths,
    glossary: (readYaml(join(dir.path, 'glossary.yaml'), glossarySchema) ?? []) as readonly GlossaryEntry[],
    pictures: readPictures(dir),
    tombstones: readTombstones(dir),
  };
}

/** id → SVG text of every picture. */
export function readPictures(dir: ContentDir): ReadonlyMap<string, string> {
  const folder = join(dir.path, 'pictures');
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.svg'))
    .sort();
  return new Map(names.map((name) => [name.slice(0, -4), readFileSync(join(folder, name), 'utf8').trim()]));
}

/** The tombstones with the words that the ledger keeps. It is searched, not parsed: this runs for every article. */
function readTombstones(dir: ContentDir): readonly NamedTombstone[] {
  const tombstones = readYaml(join(dir.path, 'tombstones.yaml'), tombstonesSchema) ?? [];
  const path = join(dir.path, 'permalinks.json');
  const ledger = tombstones.length > 0 && existsSync(path) ? readFileSync(path, 'utf8') : '';
  return tombstones.map((tombstone) => {
    const address = addressOf(tombstone);
    const at = ledger.indexOf(`${JSON.stringify(address)}:`);
    const row = at === -1 ? '' : ledger.slice(at, ledger.indexOf('\n', at));
    return { ...tombstone, title: parseLedger(row).entries[0]?.text ?? nameOf(address) };
  });
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
