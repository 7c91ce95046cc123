import { z } from 'astro/zod';

/** An address on the web, with `https://` or `http://`. */
export const url = z.stringFormat('https', (text) => /^https?:\/\/\S+$/.test(text) && URL.canParse(text));
/** Where the site will be: it stands in every address of it, so its path is one that nobody has to write in another way, and it holds no password. */
export const siteUrl = z.stringFormat('site-address', (text) => {
  if (!url.safeParse(text).success) return false;
  const { pathname, username, password } = new URL(text);
  return /^[\w.~/-]*$/.test(pathname) && username === '' && password === '';
});

/** Where readers can say something, and whether all that they tried is sent there, for `kb learn`. */
export const feedbackSchema = z.strictObject({
  endpoint: url.optional(),
  tried: z.boolean().optional(),
  truth: z.number().gt(0.5).max(1).optional(),
  mail: z.email().optional(),
});
