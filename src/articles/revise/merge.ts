import type { Nodes } from 'mdast';
import type { Document } from 'yaml';
import type { Article } from '../../domain/knowledge/article.ts';
import { likeness } from '../../domain/permalinks/match.ts';
import { wordsOf } from '../../markdown/find-anchors.ts';
import type { ArticleFile } from '../content.ts';
import { isDraft } from '../drafts/drafts.ts';
import { rawField } from '../read/raw-fields.ts';
import { change, pathBelow, type Desk, type Refusal } from './desk.ts';
import { moveReferences } from './references.ts';
import { articleOf } from './rename.ts';
import { addEntry, addTexts, editFrontMatter, entriesOf, removeText } from './yaml-edit.ts';

/** What a merge leaves to its author: paragraphs and steps of the article that went which the other does not hold. */
export interface Merged {
  readonly left: readonly string[];
}

/**
 * Makes one article of two of a kind: `into` keeps its text and its numbers and takes over the edges, screen texts, sources and
 * earlier ids of `gone`, whose address leads there from now on.
 */
export function mergeArticles(desk: Desk, into: string, gone: string): Merged | Refusal {
  const keeper = articleOf(desk, into);
  const other = articleOf(desk, gone);
  if ('errors' in keeper) return keeper;
  if ('errors' in other) return other;
  if (keeper === other) return { errors: ['An article cannot be merged with itself.'] };
  if (keeper.kind !== other.kind)
    return {
      errors: [
        `\`${into}\` is a ${keeper.kind} and \`${gone}\` a ${other.kind}; only two of a kind can become one.`,
      ],
    };
  if (!isDraft(keeper) && isDraft(other))
    return {
      errors: [
        `\`${gone}\` is a draft and \`${into}\` is finished. Finish the draft first: its edges are not decided yet.`,
      ],
    };
  if (isDraft(keeper) && !isDraft(other))
    return {
      errors: [
        `\`${into}\` is a draft, and a published page cannot become one. Merge the other way round: \`kb merge ${gone} ${into}\`.`,
      ],
    };
  moveReferences(desk, { kind: keeper.kind, from: gone, to: into });
  change(desk, pathBelow(desk, keeper), (text) =>
    editFrontMatter(text, (fields) => takeOver(fields, keeper, other)),
  );
  desk.texts.set(pathBelow(desk, other), undefined);
  return { left: onlyIn(other, keeper) };
}

function takeOver(fields: Document, keeper: ArticleFile, other: ArticleFile): void {
  const { article } = other;
  if (!article) return;
  const title = keeper.article?.title === article.title ? [] : [article.title];
  addTexts(
    fields,
    'was',
    [other.id, ...article.was].filter((id) => id !== keeper.id),
  );
  addTexts(fields, 'aliases', [...article.aliases, ...title]);
  addTexts(fields, 'says', article.says);
  addTexts(fields, 'codes', article.codes);
  takeEntries(fields, other, 'sources', 'title');
  const edges = edgesOf[article.kind];
  takeEntries(fields, other, edges.field, edges.by, [keeper.id, other.id]);
  if (article.kind === 'symptom') addTexts(fields, 'questions', article.questions);
  dropSelf(fields, keeper.id);
}

const edgesOf: Readonly<Record<Article['kind'], { readonly field: string; readonly by: string }>> = {
  symptom: { field: 'similar', by: 'symptom' },
  cause: { field: 'explains', by: 'symptom' },
  fix: { field: 'solves', by: 'cause' },
};

/** Entries as they stand in the other article, but those that this one holds by the same name. */
function takeEntries(
  fields: Document,
  other: ArticleFile,
  name: string,
  by: string,
  without: readonly string[] = [],
): void {
  const written = rawField(other, name);
  if (!Array.isArray(written)) return;
  const there = new Set([...without, ...entriesOf(fields, name).map((entry) => String(entry.get(by)))]);
  for (const entry of written as readonly Readonly<Record<string, unknown>>[])
    if (!there.has(String(entry[by]))) addEntry(fields, name, entry);
}

/** What required the article that it has become, or looked like it, does so no more. */
function dropSelf(fields: Document, id: string): void {
  removeText(fields, 'requires', id);
  const similar = entriesOf(fields, 'similar').findIndex((entry) => entry.get('symptom') === id);
  if (similar >= 0) fields.deleteIn(['similar', similar]);
}

/** Paragraphs and steps of an article whose words the other does not hold, cut short. */
function onlyIn(file: ArticleFile, other: ArticleFile): readonly string[] {
  const known = passagesOf(other);
  return passagesOf(file)
    .filter((passage) => !known.some((one) => likeness(one, passage) >= 0.8))
    .map((passage) => (passage.length > 100 ? `${passage.slice(0, 99)}…` : passage));
}

function passagesOf({ body }: ArticleFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'code' || node.type === 'tableRow') {
      const words = wordsOf(node);
      if (words !== '') found.push(words);
    } else if ('children' in node) node.children.forEach(visit);
  };
  if (body) visit(body.tree);
  return found;
}
