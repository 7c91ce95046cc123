import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import { findingBy, findingsOf, readersOf, worstFirst, type Finding } from '../../domain/owners/findings.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { namersOf } from '../../markdown/components.ts';
import type { ArticleFile, Content } from '../content.ts';
import { isDraft, todosIn } from '../drafts/drafts.ts';
import { similarArticles } from '../revise/similar.ts';
import { readabilityOf } from './readability.ts';
import { unexplainedTerms } from './terms.ts';

/** What the report is made of: the content, its finished articles as a graph, and that of all of them for drafts. */
export interface ReportSources {
  readonly content: Content;
  readonly finished: KnowledgeBase;
  readonly all: KnowledgeBase;
  /** What the check has found; questions that never pay are a part of the report. */
  readonly problems: readonly Problem[];
  /** Since when a file is there, as an ISO date, where that is known; by path from the parent of the content folder. */
  readonly since: (file: ArticleFile) => string | undefined;
  /** ISO date. */
  readonly today: string;
}

/** Everything that an owner should know, those first that hurt most readers. */
export function ownersReport(sources: ReportSources): readonly Finding[] {
  const { content, finished, problems } = sources;
  const finding = findingBy(readersOf(finished));
  const written = content.articles.filter((file) => !isDraft(file));
  return worstFirst([
    ...findingsOf(finished),
    ...problems
      .filter(({ kind }) => kind === 'question-never-pays')
      .map(({ place, message }) => finding('question-does-not-pay', [idOf(place.file)], message)),
    ...similarArticles({ ...content, articles: written }).map(({ ids, because, command }) =>
      finding('near-duplicate', ids, `${because.join(' ')} Perhaps \`${command}\`.`),
    ),
    ...written.flatMap((file) =>
      lacking(file).map(({ says, times }) => finding('lacks', [file.id], says, times)),
    ),
    ...written.flatMap((file) => {
      const found = readabilityOf(file);
      return found ? [finding('hard-to-read', [file.id], found)] : [];
    }),
    ...unexplainedTerms(content).map(({ term, articles }) =>
      finding(
        'term-without-entry',
        articles,
        `“${term}” stands in ${articles.length} articles and in no entry of the glossary.`,
      ),
    ),
    ...draftsOf(sources),
  ]);
}

function idOf(file: string): string {
  return /([^/]+)\.\w+$/.exec(file)?.[1] ?? file;
}

/** What an article has none of: a picture (for a symptom), an owner, a source. */
function lacking({
  id,
  kind,
  article,
  body,
}: ArticleFile): readonly { readonly says: string; readonly times: number }[] {
  if (!article) return [];
  const drawn =
    (article.kind === 'symptom' && article.picture !== undefined) ||
    (body?.images.length ?? 0) > 0 ||
    (body?.components ?? []).some(({ name }) => drawers.has(name));
  const none = [
    ...(kind === 'cause' || drawn ? [] : [{ what: 'picture', times: 1 }]),
    ...(article.sources.length === 0 ? [{ what: 'source', times: 1 }] : []),
    ...(article.owner === undefined ? [{ what: 'owner', times: 0.2 }] : []),
  ];
  if (none.length === 0) return [];
  const says = `\`${id}\` has no ${none.map(({ what }) => what).join(', no ')}.`;
  return [{ says, times: Math.max(...none.map(({ times }) => times)) }];
}

const drawers: ReadonlySet<string> = new Set([...namersOf('picture').keys(), 'Screen']);

/** Drafts, those first that readers would come to most; each with its age and what is to be decided. */
function draftsOf({ content, all, since, today }: ReportSources): readonly Finding[] {
  const finding = findingBy(readersOf(all));
  return content.articles.filter(isDraft).map((file): Finding => {
    const from = since(file);
    const days =
      from === undefined
        ? undefined
        : Math.max(0, Math.round((Date.parse(today) - Date.parse(from)) / 86_400_000));
    const open = todosIn(file).length;
    const age = days === undefined ? '' : `, and is ${days} ${days === 1 ? 'day' : 'days'} old`;
    return finding(
      'draft',
      [file.id],
      `\`${file.id}\` has ${open} ${open === 1 ? 'thing' : 'things'} to decide${age}.`,
    );
  });
}
