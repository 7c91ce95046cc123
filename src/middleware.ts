import { defineMiddleware } from 'astro:middleware';
import { loadContent } from './articles/from-collections.ts';
import { wordsOf } from './words/words-of.ts';

/** Hands every page and component the words of the site's language, as `Astro.locals.words`. */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
  const { site } = await loadContent();
  locals.words = wordsOf(site.language);
  return next();
});
