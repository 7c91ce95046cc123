import type { Kind } from '../domain/knowledge/article.ts';
import type { BodyPart } from '../domain/body-part.ts';
import type { SiteContent } from '../domain/site-content.ts';
import { contentDirOf } from './content-dir.ts';
import type { Content } from './content.ts';
import { publishedOf } from './drafts/drafts.ts';
import { bodyPartsOf } from './markup.ts';
import { sharedReader } from './read/reader.ts';
import { siteContentOf } from './site-content.ts';

const read = sharedReader(contentDirOf(process.cwd()));
let loaded: { readonly from: Content; readonly content: SiteContent } | undefined;

/** Everything the pages show. Read once per build; in dev anew when something has been edited, with drafts and with plans that are not proven but quick. */
export async function loadContent(): Promise<SiteContent> {
  if (loaded && !import.meta.env.DEV) return loaded.content;
  const from = read();
  if (loaded?.from !== from)
    loaded = {
      from,
      content: import.meta.env.DEV ? siteContentOf(from, 'quick') : siteContentOf(publishedOf(from), 'shown'),
    };
  return loaded.content;
}

/** The body of an article, for `<ArticleBody>`. */
export function bodyOf(kind: Kind, id: string): readonly BodyPart[] {
  return bodyPartsOf(loaded?.from ?? read(), kind, id);
}
