import { symptomViewsOf } from '../domain/advice/symptom-pages.ts';
import { entryPagesOf } from '../domain/entry/entry-pages.ts';
import { articlesOf } from '../domain/knowledge/knowledge-base.ts';
import { machinesOf } from '../domain/twins/machines.ts';
import { paperOf } from '../domain/look/palette.ts';
import { pathOf } from '../domain/knowledge/paths.ts';
import { passingPagesOf } from '../domain/lists/passing-pages.ts';
import { oldAddressesOf } from '../domain/permalinks/redirects.ts';
import type { TreeEffort } from '../domain/plan/questions.ts';
import type { SiteContent } from '../domain/site-content.ts';
import { knowledgeBaseOf } from './check/plans.ts';
import { textsOf, type Content } from './content.ts';
import { isDraft, publishedOf, todosIn } from './drafts/drafts.ts';

/**
 * What the pages show of content that has been read, its plans with as much `effort`. Drafts have pages, and plans of their own;
 * the plans of finished symptoms hold finished articles only. Throws where the check would have stopped a build.
 */
export function siteContentOf(content: Content, effort: TreeEffort): SiteContent {
  const base = knowledgeBaseOf(content);
  const finished = knowledgeBaseOf(publishedOf(content));
  if (!base || !finished)
    throw new Error('The pages cannot be shown before the problems that the check lists are mended.');
  const views = new Map(
    [...base.symptoms.values()].map((symptom) => [
      symptom.id,
      symptomViewsOf(symptom.draft ? base : finished, symptom, effort),
    ]),
  );
  const pictures = new Map(content.pictures.map(({ id, value }) => [id, value]));
  const entry = entryPagesOf(finished);
  return {
    base,
    views,
    drafts: new Map(
      textsOf(content)
        .filter(isDraft)
        .map((file) => [file.id, todosIn(file).length]),
    ),
    entry,
    pages: content.pages.flatMap(({ article }) => article ?? []),
    old: oldAddressesOf({
      articles: articlesOf(base),
      pages: content.pages.flatMap(({ article }) => article ?? []),
      tombstones: content.tombstones.value,
      ledger: content.ledger?.entries ?? [],
      answered: new Set([
        ...narrowedPathsOf(views),
        ...[...entry, ...passingPagesOf(base, content.glossary.value)].map(({ path }) => path),
      ]),
    }),
    site: base.site,
    machines: machinesOf(base.site.machines, {
      articles: articlesOf(base).length,
      pages: narrowedPathsOf(views).size + entry.length + passingPagesOf(base, content.glossary.value).length,
    }),
    glossary: content.glossary.value,
    pictures,
    mark: pictures.get(base.site.mark ?? ''),
    logo: pictures.get(base.site.logo ?? ''),
    paper: paperOf(content.style?.value),
  };
}

/** The pages of symptoms after answers or for a device. */
function narrowedPathsOf(views: SiteContent['views']): ReadonlySet<string> {
  return new Set(
    [...views].flatMap(([symptom, pages]) =>
      pages.map(({ path }) => path).filter((path) => path !== pathOf({ kind: 'symptom', id: symptom })),
    ),
  );
}
