import { defineMiddleware } from 'astro:middleware';
import { loadContent } from './articles/from-collections.ts';
import { wordsOf } from './words/words-of.ts';

/** Hands every page and component the words of the site's language, as `Astro.locals.words`, and what is to be decided in drafts. */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
  const { site, drafts } = await loadContent();
  locals.words = wordsOf(site.language);
  locals.drafts = drafts;
  return next();
});
