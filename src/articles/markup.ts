import { folderOf, type TextKind } from '../domain/knowledge/article.ts';
import type { BodyPart } from '../domain/body-part.ts';
import { pathOf } from '../domain/knowledge/paths.ts';
import { namedTombstones } from '../domain/permalinks/tombstone.ts';
import { bodyParts } from '../markdown/html/body-parts.ts';
import { copyTree } from '../markdown/html/copy-tree.ts';
import { unwrapElements } from '../markdown/lift-blocks.ts';
import { markArticle, type ArticleMarkup } from '../markdown/remark-article.ts';
import { textsOf, type Content, type TextFile } from './content.ts';

const known = new WeakMap<Content, ArticleMarkup>();

/** What is written into the articles of content that has been read, made once for all of them. What could not be read is left empty: the check reports it. */
export function markupOf(content: Content): ArticleMarkup {
  const made = known.get(content) ?? readMarkup(content);
  known.set(content, made);
  return made;
}

function readMarkup(content: Content): ArticleMarkup {
  const { site, uiPaths, glossary, pictures, screenshots, tombstones, ledger, words } = content;
  const { headings, ranges } = words.content;
  return {
    platforms: site?.value.platforms ?? [],
    uiPaths: uiPaths.value,
    glossary: glossary.value,
    pictures: new Map(pictures.map(({ id, value }) => [id, value])),
    screenshots: new Set(screenshots.map(({ id }) => id)),
    tombstones: namedTombstones(tombstones.value, ledger?.entries ?? []),
    words: { ...words.markup, steps: headings.steps, ranges },
  };
}

const bodies = new WeakMap<Content, Map<string, readonly BodyPart[]>>();

/** The body of an article or own page as its page shows it, made once for all pages that show some of it. Throws where there is none: the check stops a build before. */
export function bodyPartsOf(content: Content, kind: TextKind, id: string): readonly BodyPart[] {
  const path = pathOf({ kind, id });
  const all = bodies.get(content) ?? new Map<string, readonly BodyPart[]>();
  bodies.set(content, all);
  const made = all.get(path) ?? bodyPartsIn(content, path);
  all.set(path, made);
  return made;
}

function bodyPartsIn(content: Content, path: string): readonly BodyPart[] {
  const file = filesOf(content).get(path);
  if (!file?.body || !file.article) throw new Error(`There is no article at ${path}.`);
  const { anchored, stepItems, tree } = file.body;
  const copy = copyTree(tree);
  unwrapElements(copy.tree);
  const body = {
    tree: copy.tree,
    anchored: anchored.map(({ anchor, node }) => ({ anchor, node: copy.copyOf(node) })),
    steps: stepItems.map(({ item, number }) => ({ item: copy.copyOf(item), number })),
  };
  markArticle(body, { ...file.article, folder: folderOf[file.kind] }, markupOf(content));
  return bodyParts(body.tree, content.words.markup);
}

/** Everything that the body of an article is made of beside the code; undefined where there is no such article. */
export function bodyMadeOf(content: Content, kind: TextKind, id: string): readonly unknown[] | undefined {
  const file = filesOf(content).get(pathOf({ kind, id }));
  const { words: _ofTheLanguage, ...filledIn } = markupOf(content);
  return file && [file.lines, file.format, content.words.locale, ...Object.values(filledIn)];
}

const files = new WeakMap<Content, ReadonlyMap<string, TextFile>>();

function filesOf(content: Content): ReadonlyMap<string, TextFile> {
  const made = files.get(content) ?? new Map(textsOf(content).map((file) => [pathOf(file), file]));
  files.set(content, made);
  return made;
}
