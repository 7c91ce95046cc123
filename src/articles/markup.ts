import type { Picture } from '../domain/knowledge/picture.ts';
import type { GlossaryEntry, Platform, UiPaths } from '../domain/knowledge/site.ts';
import { namedTombstones, type NamedTombstone } from '../domain/permalinks/tombstone.ts';
import type { Content } from './content.ts';

/** The parts of a knowledge base that the Markdown plugins write into its articles. */
export interface Markup {
  readonly platforms: readonly Platform[];
  readonly uiPaths: UiPaths;
  readonly glossary: readonly GlossaryEntry[];
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly tombstones: readonly NamedTombstone[];
}

/** What the Markdown plugins need of content that has been read. What could not be read is left empty: the check reports it. */
export function markupOf({ site, uiPaths, glossary, pictures, tombstones, ledger }: Content): Markup {
  return {
    platforms: site?.value.platforms ?? [],
    uiPaths: uiPaths.value,
    glossary: glossary.value,
    pictures: new Map(pictures.map(({ id, value }) => [id, value])),
    tombstones: namedTombstones(tombstones.value, ledger?.entries ?? []),
  };
}
