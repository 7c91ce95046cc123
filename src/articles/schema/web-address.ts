import { z } from 'astro/zod';

/** An address on the web, with `https://` or `http://`. */
export const url = z.stringFormat('https', (text) => /^https?:\/\/\S+$/.test(text) && URL.canParse(text));
/** Where the site will be: the path stands in every address of it, so it is one that nobody has to write in another way. */
export const siteUrl = z.stringFormat(
  'site-address',
  (text) => url.safeParse(text).success && /^[\w.~/-]*$/.test(new URL(text).pathname),
);

/** Where readers can say something, and whether all that they tried is sent there, for `kb learn`. */
export const feedbackSchema = z.strictObject({
  endpoint: url.optional(),
  tried: z.boolean().optional(),
  truth: z.number().gt(0.5).max(1).optional(),
  mail: z.email().optional(),
});

/** What a site has beside its pages, for programs and for those who answer readers. */
export const forOthers = {
  machines: z.strictObject({ markdown: z.boolean().optional(), json: z.boolean().optional() }).optional(),
  agent: z.boolean().optional(),
  embed: z.boolean().optional(),
} as const;
