import { tierOf } from '../../domain/knowledge/site.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { ArticleFile, Content } from '../content.ts';

/** Sources that no reader can look up. Where a fix loses something, a claim that nobody can check is an error. */
export function checkSources(file: ArticleFile, content: Content): readonly Problem[] {
  const { article } = file;
  const site = content.site?.value;
  if (!article || !site) return [];
  const loses = article.kind === 'fix' && tierOf(site, article.loses) > 0;
  return article.sources.flatMap(({ title, url }, index): Problem[] =>
    url !== undefined
      ? []
      : [
          {
            kind: loses ? 'risky-source-without-address' : 'source-without-address',
            place: file.placeOf(['sources', index, 'title']),
            message: loses
              ? `The fix loses something, and nobody can look up \`${title}\`: it has no address.`
              : `Nobody can look up \`${title}\`: it has no address.`,
            hint: 'Add `url: https://…` with the page you read, or remove the source and what rests on it.',
          },
        ],
  );
}
