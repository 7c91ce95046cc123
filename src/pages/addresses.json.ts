import { loadContent } from '../articles/for-pages.ts';
import { articlesOf } from '../domain/knowledge/knowledge-base.ts';
import { pathOf } from '../domain/knowledge/paths.ts';

/** Path and title of every article and of the owner's own pages, for the page that nobody found. */
export async function GET(): Promise<Response> {
  const { base, pages } = await loadContent();
  return Response.json([...articlesOf(base), ...pages].map((article) => [pathOf(article), article.title]));
}
