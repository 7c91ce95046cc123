import type { Article } from '../../domain/knowledge/article.ts';
import type { Change, Site } from '../../domain/knowledge/site.ts';
import { compareText } from '../../domain/values/compare.ts';
import type { ArticleFile, Content } from '../content.ts';

/** An article to look at again, and what has changed since it was last checked. */
export interface StaleArticle {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly owner: string | undefined;
  readonly checked: string | undefined;
  readonly changes: readonly Change[];
}

/** The articles that a change of `changes.yaml` touches and that were not checked on its day or later, by owner and file. */
export function staleArticles(content: Content): readonly StaleArticle[] {
  const site = content.site?.value;
  if (!site) return [];
  return content.articles
    .flatMap((file): StaleArticle[] => {
      const { article } = file;
      if (!article) return [];
      const changes = content.changes.value.filter(
        (change) => (article.checked ?? '') < change.date && touches(change, file, article, site),
      );
      const { id, title, owner, checked } = article;
      return changes.length === 0 ? [] : [{ file: file.file, id, title, owner, checked, changes }];
    })
    .sort((a, b) => compareText(a.owner ?? '', b.owner ?? '') || compareText(a.file, b.file));
}

function touches(change: Change, file: ArticleFile, article: Article, site: Site): boolean {
  if (change.source !== undefined) return article.sources.some(({ url }) => url === change.source);
  const uses = file.body?.components ?? [];
  const valueIn = (component: string, attribute: string): readonly string[] =>
    uses
      .filter(({ name }) => name === component)
      .flatMap(({ attributes }) => attributes.find(({ name }) => name === attribute)?.value ?? []);
  if (change.place !== undefined) return valueIn('Path', 'to').includes(change.place);
  const platform = site.platforms.find(({ versions }) => versions.some(({ id }) => id === change.version));
  if (!platform) return false;
  const named = [
    ...valueIn('Variant', 'for'),
    ...(article.kind === 'cause' ? [] : Object.keys(article.applies)),
  ];
  return named.includes(platform.id) || uses.some(({ name }) => name === 'Path');
}
