import { compareProblems, type Problem } from '../domain/problems/problem.ts';
import { checkArticle } from './check/article.ts';
import { checkGraph } from './check/graph.ts';
import { destinationsOf } from './links/destinations.ts';
import { checkPermalinks } from './permalinks/check.ts';
import { checkPlans } from './check/plans.ts';
import { checkReferences } from './check/references.ts';
import { checkChanges } from './changes/check.ts';
import { checkSides } from './check/sides.ts';
import { checkDataFiles } from './check/data-files.ts';
import { checkStart } from './start/check.ts';
import { checkUnused } from './check/unused.ts';
import { checkWriting } from './writing/writing.ts';
import type { ContentDir } from './content-dir.ts';
import { readContent } from './read/content.ts';
import type { Content } from './content.ts';
import { isoDateOf } from '../domain/values/iso-date.ts';

/** The whole check: reads a content folder and finds every problem in it, sorted. `today` is an ISO date. */
export function checkContent(
  dir: ContentDir,
  today = isoDateOf(),
): { readonly content: Content; readonly problems: readonly Problem[] } {
  const content = readContent(dir);
  return { content, problems: problemsOf(content, today) };
}

/** Every problem of a content folder that has been read. */
function problemsOf(content: Content, today: string): readonly Problem[] {
  const destinations = destinationsOf(content);
  const problems = [
    ...content.problems,
    ...checkReferences(content),
    ...checkGraph(content),
    ...checkSides(content),
    ...checkChanges(content),
    ...checkDataFiles(content, destinations),
    ...checkStart(content),
    ...content.articles.flatMap((file) => checkArticle(file, content, destinations, today)),
    ...checkPermalinks(content, destinations),
    ...checkUnused(content),
    ...checkWriting(content),
  ];
  return [...problems, ...checkPlans(content, problems)].sort(compareProblems);
}
