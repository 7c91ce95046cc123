import { z } from 'astro/zod';

/** An address on the web, with `https://` or `http://`. */
export const url = z.stringFormat('https', (text) => /^https?:\/\/\S+$/.test(text) && URL.canParse(text));
/** Where the site will be: the path stands in every address of it, so it is one that nobody has to write in another way. */
export const siteUrl = z.stringFormat(
  'site-address',
  (text) => url.safeParse(text).success && /^[\w.~/-]*$/.test(new URL(text).pathname),
);
