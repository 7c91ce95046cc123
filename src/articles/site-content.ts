import { planBeforeQuestions, symptomViewsOf, type TreeEffort } from '../domain/advice/symptom-pages.ts';
import { kinds, type Article, type Kind, type Symptom } from '../domain/knowledge/article.ts';
import { startId } from '../domain/advice/plan-home.ts';
import { entryPagesOf } from '../domain/entry/entry-pages.ts';
import { pathOf } from '../domain/knowledge/paths.ts';
import { articlesOf, entryOf, type KnowledgeBase } from '../domain/knowledge/knowledge-base.ts';
import { machinesOf } from '../domain/twins/machines.ts';
import { listPartsOf } from '../domain/lists/list-parts.ts';
import { paperOf } from '../domain/look/palette.ts';
import { passingPagesOf } from '../domain/lists/passing-pages.ts';
import { oldAddressesOf } from '../domain/permalinks/redirects.ts';
import type { SiteContent } from '../domain/site-content.ts';
import { mapOnDemand, once } from '../domain/values/on-demand.ts';
import { wordsOf } from '../words/words-of.ts';
import { knowledgeBaseOf } from './check/plans.ts';
import { textsOf, type Content } from './content.ts';
import { isDraft, publishedOf, todosIn } from './drafts/drafts.ts';

/**
 * What the pages show of content that has been read, its plans with as much `effort`. Drafts have pages, and plans of their own;
 * the plans of finished symptoms hold finished articles only. With `asked`, plans are made when somebody asks for them, and of pages
 * after answers that are gone only those lead on whose symptom (or `startId`) is in it. Throws where the check would have stopped a build.
 */
export function siteContentOf(
  content: Content,
  effort: TreeEffort,
  asked?: () => ReadonlySet<string>,
): SiteContent {
  const base = knowledgeBaseOf(content);
  const finished = knowledgeBaseOf(publishedOf(content));
  if (!base || !finished)
    throw new Error('The pages cannot be shown before the problems that the check lists are mended.');
  const { later, firstPlans } = plansLater(base, finished, effort);
  const lists = listsOf(base);
  const views = asked ? later : new Map(later);
  const pictures = new Map(content.pictures.map(({ id, value }) => [id, value]));
  const entry = once(() => entryPagesOf(finished));
  const passing = once(() => passingPagesOf(base, content.glossary.value).map(({ path }) => path));
  const answered = answeredIn(views, entry, passing);
  const oldOf = (isAsked: (address: string) => boolean): SiteContent['old'] =>
    oldAddressesIn(content, articlesOf(base), answered, isAsked);
  const all = once(() => oldOf(() => true));
  // Plans that nobody has asked for are no pages yet; where all are made, each counts.
  const narrowed = asked ? 0 : narrowedIn(views) + entry().length;
  return {
    base,
    views,
    ...(asked ? { firstPlans } : {}),
    drafts: new Map(
      textsOf(content)
        .filter(isDraft)
        .map((file) => [file.id, todosIn(file).length]),
    ),
    get entry() {
      return entry();
    },
    pages: content.pages.flatMap(({ article }) => article ?? []),
    get old() {
      return asked ? oldOf((address) => isAskedFor(address, asked())) : all();
    },
    lists: asked ? lists : new Map(lists),
    site: base.site,
    machines: machinesOf(base.site.machines, {
      articles: articlesOf(base).length,
      pages: narrowed + passing().length,
    }),
    glossary: content.glossary.value,
    pictures,
    mark: pictures.get(base.site.mark ?? ''),
    logo: pictures.get(base.site.logo ?? ''),
    paper: paperOf(content.style?.value),
  };
}

/** The parts of the list of each kind: every page of a long list asks for all of them. */
function listsOf(base: KnowledgeBase): SiteContent['lists'] {
  const { otherGroup } = wordsOf(base.site.language).home;
  return mapOnDemand(kinds, (kind) =>
    listPartsOf(base, kind as Kind, otherGroup).map((part) => ({
      ...part,
      entries: part.entries.map(({ id }) => id),
    })),
  );
}

/** The pages of each symptom, and its plan before any question, made when they are asked for; drafts lean on drafts. */
function plansLater(
  base: KnowledgeBase,
  finished: KnowledgeBase,
  effort: TreeEffort,
): {
  readonly later: SiteContent['views'];
  readonly firstPlans: NonNullable<SiteContent['firstPlans']>;
} {
  const onDemand = <T>(make: (base: KnowledgeBase, symptom: Symptom) => T): ReadonlyMap<string, T> =>
    mapOnDemand([...base.symptoms.keys()], (id) => {
      const symptom = entryOf(base.symptoms, id);
      return make(symptom.draft ? base : finished, symptom);
    });
  return {
    later: onDemand((own, symptom) => symptomViewsOf(own, symptom, effort)),
    firstPlans: onDemand((own, symptom) => planBeforeQuestions(own, symptom, 'quick')),
  };
}

/** The addresses that lead on, or tell what has gone; of pages after answers those that `isAsked` holds of. */
function oldAddressesIn(
  content: Content,
  articles: readonly Article[],
  answered: Pick<ReadonlySet<string>, 'has'>,
  isAsked: (address: string) => boolean,
): SiteContent['old'] {
  const { pages, tombstones, ledger } = content;
  return oldAddressesOf({
    articles,
    pages: pages.flatMap(({ article }) => article ?? []),
    tombstones: tombstones.value,
    ledger: (ledger?.entries ?? []).filter(({ is, address }) => is !== 'answer' || isAsked(address)),
    answered,
  });
}

/** How many pages symptoms have after answers or for a device. */
function narrowedIn(views: SiteContent['views']): number {
  return [...views].flatMap(([id, pages]) =>
    pages.filter(({ path }) => path !== pathOf({ kind: 'symptom', id })),
  ).length;
}

/** Whether an address after answers, or for a device, belongs to what was asked for; those of lists and maps always do. */
function isAskedFor(address: string, asked: ReadonlySet<string>): boolean {
  const [, folder = '', symptom = ''] = address.split('/');
  if (folder === 'start') return asked.has(startId);
  return folder !== 'symptoms' || asked.has(symptom);
}

/** Whether a path is that of a page that is made of others. Of the pages of symptoms only those of that symptom are looked at. */
function answeredIn(
  views: SiteContent['views'],
  entry: () => SiteContent['entry'],
  passing: () => readonly string[],
): Pick<ReadonlySet<string>, 'has'> {
  const pathsIn = (pages: readonly { readonly path: string }[] = []): ReadonlySet<string> =>
    new Set(pages.map(({ path }) => path));
  const [starts, others] = [once(() => pathsIn(entry())), once(() => new Set(passing()))];
  const narrowed = mapOnDemand([...views.keys()], (id) => pathsIn(views.get(id)));
  return {
    has: (path) => {
      const [, folder, symptom = '', way = ''] = path.split('/');
      if (folder === 'start') return starts().has(path);
      return folder === 'symptoms' && way !== ''
        ? narrowed.get(symptom)?.has(path) === true
        : others().has(path);
    },
  };
}
