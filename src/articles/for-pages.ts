import type { TextKind } from '../domain/knowledge/article.ts';
import type { BodyPart } from '../domain/body-part.ts';
import type { SiteContent } from '../domain/site-content.ts';
import { contentDirOf } from './content-dir.ts';
import { bodyPartsOf } from './markup.ts';
import { sharedContent } from './shared.ts';

const shared = sharedContent(contentDirOf(process.cwd()));

/** Everything the pages show. Read once per build; in dev anew when something has been edited, with drafts and with plans that are not proven but quick. */
export async function loadContent(): Promise<SiteContent> {
  return import.meta.env.DEV ? shared.site('drafts') : shared.built();
}

/** The body of an article or of a page of the owner's own, for `<ArticleBody>`. */
export function bodyOf(kind: TextKind, id: string): readonly BodyPart[] {
  return bodyPartsOf(shared.forBody(kind, id), kind, id);
}
