import { defineMiddleware } from 'astro:middleware';
import { belowBase } from './html/below-base.ts';
import { drawPiece, loadContent } from './articles/for-pages.ts';
import { wordsOf } from './words/words-of.ts';

/** Hands every page and component the words of the site's language, as `Astro.locals.words`, what is to be decided in drafts, and the owner's own pages. */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
  const { site, drafts, pages, paper, logo, machines } = await loadContent();
  locals.words = wordsOf(site.language);
  locals.drafts = drafts;
  locals.pages = pages;
  locals.machines = machines;
  locals.look = { paper, logo };
  const base = import.meta.env.BASE_URL;
  locals.piece = (of, fill, draw) => drawPiece(of, fill, draw, (html) => belowBase(html, base));
  const response = await next();
  if (base === '/' || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  // Everything writes addresses from the root of the site; what a host puts before them comes in here, for all of them.
  return new Response(belowBase(await response.text(), base), response);
});
