import type { Problem } from '../../domain/problems/problem.ts';
import { checkBody } from './body.ts';
import { checkFields } from './fields.ts';
import { checkLinks } from '../links/check.ts';
import type { Destinations } from '../links/destinations.ts';
import { checkSources } from './sources.ts';
import { checkMarks } from '../marks/check.ts';
import { foundIn } from '../read/article-memory.ts';
import { checkVariants } from './variants.ts';
import type { ArticleFile, Content } from '../content.ts';

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
    ...(file.body
      ? [
          ...checkBody(file, file.body, content),
          ...foundIn(file, 'marks', () => (file.body ? checkMarks(file, file.body) : [])),
          ...checkLinks(file, destinations),
        ]
      : []),
  ];
}
