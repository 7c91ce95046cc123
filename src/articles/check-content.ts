import { compareProblems, type Problem } from '../domain/problems/problem.ts';
import { checkArticle, checkPage } from './check/article.ts';
import { checkColours } from './look/check.ts';
import { checkGraph } from './check/graph.ts';
import { checkLinks } from './links/check.ts';
import { destinationsOf } from './links/destinations.ts';
import { checkPermalinks } from './permalinks/check.ts';
import { checkPlans } from './check/plans.ts';
import { checkReferences } from './check/references.ts';
import { checkChanges } from './changes/check.ts';
import { checkEvidence } from './evidence/check.ts';
import { checkSides } from './check/sides.ts';
import { checkTodos } from './drafts/check.ts';
import { checkDataFiles } from './check/data-files.ts';
import { checkStart } from './start/check.ts';
import { checkUnused } from './check/unused.ts';
import { checkWriting } from './writing/writing.ts';
import type { ContentDir } from './content-dir.ts';
import { readContent } from './read/content.ts';
import { textsOf, type Content } from './content.ts';
import { isDraft, publishedOf } from './drafts/drafts.ts';
import { isoDateOf } from '../domain/values/iso-date.ts';

/** The whole check: reads a content folder and finds every problem in it, sorted. `today` is an ISO date. */
export function checkContent(
  dir: ContentDir,
  today = isoDateOf(),
): { readonly content: Content; readonly problems: readonly Problem[] } {
  const content = readContent(dir);
  return { content, problems: problemsOf(content, today) };
}

/** Every problem of a content folder that has been read, sorted. `today` is an ISO date. */
export function problemsOf(content: Content, today = isoDateOf()): readonly Problem[] {
  const destinations = destinationsOf(content);
  const published = publishedOf(content);
  const problems = softenedInDrafts(content, [
    ...content.problems,
    ...checkReferences(content),
    ...checkGraph(content),
    ...checkSides(content),
    ...checkChanges(content),
    ...checkEvidence(content),
    ...checkDataFiles(content, destinations),
    ...checkColours(content),
    ...checkStart(content),
    ...content.articles.flatMap((file) => checkArticle(file, content, destinations, today)),
    ...content.pages.flatMap((file) => checkPage(file, content, destinations, today)),
    ...checkPermalinks(published, destinations),
    ...checkUnused(content),
    ...checkWriting(content),
    ...checkTodos(content),
  ]);
  const found =
    published === content ? problems : [...problems, ...problemsWithoutDrafts(published, problems)];
  return [...found, ...checkPlans(published, found)].sort(compareProblems);
}

/** A draft may still hang in the air and hold marks of the tool that it comes from: what it lacks of the graph and which words are meant is to be decided. */
function softenedInDrafts(content: Content, problems: readonly Problem[]): readonly Problem[] {
  const drafts = new Set(
    textsOf(content)
      .filter(isDraft)
      .map(({ file }) => file),
  );
  const hanging: readonly string[] = [
    'symptom-without-cause',
    'cause-without-fix',
    'cause-explains-nothing',
    'fix-solves-nothing',
  ];
  return problems.map((problem) => {
    if (!drafts.has(problem.place.file)) return problem;
    if (hanging.includes(problem.kind)) return { ...problem, kind: 'todo-edge' };
    return problem.kind === 'foreign-markup' ? { ...problem, kind: 'todo-text' } : problem;
  });
}

/** What holds only as long as drafts count: finished articles that lean on them. */
function problemsWithoutDrafts(published: Content, found: readonly Problem[]): readonly Problem[] {
  const keyOf = ({ kind, place: { file, line, column } }: Problem): string =>
    `${kind} ${file} ${line} ${column}`;
  const known = new Set(found.map(keyOf));
  const destinations = destinationsOf(published);
  return [
    ...checkReferences(published),
    ...checkGraph(published),
    ...textsOf(published).flatMap((file) => checkLinks(file, destinations)),
  ]
    .filter((problem) => !known.has(keyOf(problem)))
    .map(({ hint: _, ...problem }) => ({
      ...problem,
      message: `${problem.message} Drafts do not count: they are left out when the site is built.`,
      hint: 'Finish the draft that it leans on, or write `draft: true` here as well.',
    }));
}
