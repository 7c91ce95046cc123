import type { Problem } from '../../domain/problems/problem.ts';
import { checkBody } from './body.ts';
import { checkDates, checkFields } from './fields.ts';
import { checkLinks } from '../links/check.ts';
import type { Destinations } from '../links/destinations.ts';
import { checkSources } from './sources.ts';
import { checkMarks } from '../marks/check.ts';
import { checkVariants } from './variants.ts';
import type { ArticleFile, Content, PageFile, TextFile } from '../content.ts';

/** What is wrong inside one article that its schema cannot see. `today` is an ISO date. */
export function checkArticle(
  file: ArticleFile,
  content: Content,
  destinations: Destinations,
  today: string,
): readonly Problem[] {
  return [
    ...checkFields(file, content, today),
    ...checkSources(file, content),
    ...checkVariants(file, content),
    ...checkText(file, content, destinations),
  ];
}

/** What is wrong inside a page of the owner's own that its schema cannot see. */
export function checkPage(
  file: PageFile,
  content: Content,
  destinations: Destinations,
  today: string,
): readonly Problem[] {
  return [...checkDates(file, today), ...checkText(file, content, destinations)];
}

function checkText(file: TextFile, content: Content, destinations: Destinations): readonly Problem[] {
  if (!file.body) return [];
  return [
    ...checkBody(file, file.body, content),
    ...checkMarks(file, file.body),
    ...checkLinks(file, destinations),
  ];
}
