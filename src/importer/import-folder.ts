import { count, type Draft, type ImportedDocument, type LeftOut, type SourceDocument } from './model.ts';
import type { ImportConfig } from './config.ts';
import { documentsOf } from './read/documents.ts';
import type { SourceFolder } from './read/folder.ts';
import { shapeDocument, type ShapeRules } from './shape/shape.ts';
import { anchorDraft, type HeadingIds } from './write/anchors.ts';
import { articleText, settleParts } from './write/article-text.ts';
import { giveIds } from './write/ids.ts';
import { leadLinks, oldAddressesOf, redirectsOf, type DeadLink, type Redirect } from './write/links.ts';
import { headingsIn } from './write/headings.ts';
import { folderOf } from '../domain/knowledge/article.ts';

/** A file of the new knowledge base: `path` below the content folder, and its text. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
  readonly source: string;
}

/** All that a folder of the old site gives. Nothing is written yet. */
export interface Import {
  readonly documents: readonly ImportedDocument[];
  readonly files: readonly NewFile[];
  readonly leftOut: readonly LeftOut[];
  readonly redirects: readonly Redirect[];
  readonly deadLinks: readonly (DeadLink & { readonly source: string })[];
}

/** What the new site is like: ids that are taken or were given by an earlier run, its worst risk and its language. */
export interface SiteFacts {
  readonly taken: ReadonlySet<string>;
  readonly given: ReadonlyMap<string, string>;
  readonly worst: string;
  readonly language: string;
}

/** The sources of a folder taken apart, in order; those that give no draft apart from the others. */
export function documentsIn({ texts, leftOut }: SourceFolder): {
  readonly sources: readonly SourceDocument[];
  readonly leftOut: readonly LeftOut[];
} {
  const byPath = new Map(texts.map((text) => [text.path, text]));
  const all = texts.flatMap((text) => documentsOf(text, byPath));
  return {
    sources: all.filter((one): one is SourceDocument => 'blocks' in one),
    leftOut: [...leftOut, ...all.filter((one): one is LeftOut => 'reason' in one)],
  };
}

/** Makes drafts of a folder by the rules of `import.yaml`. The same folder always gives the same bytes. */
export function importFolder(folder: SourceFolder, config: ImportConfig, site: SiteFacts): Import {
  const read = documentsIn(folder);
  const rules: ShapeRules = {
    map: config.headings,
    families: config.families,
    baseUrl: config.baseUrl,
    worst: site.worst,
    language: site.language,
  };
  const documents: ImportedDocument[] = [];
  const leftOut: LeftOut[] = [...read.leftOut];
  for (const source of read.sources) {
    const shaped = shapeDocument(source, rules);
    if ('reason' in shaped) leftOut.push(shaped);
    else documents.push(shaped);
  }
  giveIds(documents, site.given, site.taken);
  const drafts = documents.flatMap((document) => document.drafts.map((draft) => ({ draft, document })));
  const said = headingsIn(site.language);
  for (const { draft } of drafts) settleParts(draft);
  const ids = new Map<Draft, HeadingIds>(drafts.map(({ draft }) => [draft, anchorDraft(draft, said)]));
  const old = oldAddressesOf(documents, ids);
  const deadLinks = drafts.flatMap(({ draft, document }) => leadAll(draft, document, old, config.baseUrl));
  const files = drafts.map(({ draft, document }): NewFile => ({
    path: `${folderOf[draft.kind]}/${draft.id}.md`,
    text: articleText(draft, ids.get(draft) ?? new Map(), said),
    source: document.source.path,
  }));
  return { documents, files, leftOut, deadLinks, redirects: redirectsOf(old, config.baseUrl) };
}

function leadAll(
  draft: Draft,
  document: ImportedDocument,
  old: ReturnType<typeof oldAddressesOf>,
  baseUrl: string,
): Import['deadLinks'] {
  const dead = leadLinks(draft, document, old, baseUrl);
  const targets = [...new Set(dead.map(({ target }) => target))];
  if (targets.length > 0)
    draft.todos.push({
      kind: 'link',
      ask: `Led nowhere, so only the words are left: ${targets.slice(0, 5).join(', ')}`,
    });
  count(document.source.constructs, 'link that leads nowhere', dead.length);
  return dead.map((link) => ({ ...link, source: document.source.path }));
}
