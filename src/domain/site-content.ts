import type { Article, OwnPage } from './knowledge/article.ts';
import type { Accent } from './knowledge/accent.ts';
import type { Machines } from './twins/machines.ts';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import type { Picture } from './knowledge/picture.ts';
import type { OldAddresses } from './permalinks/redirects.ts';
import type { GlossaryEntry, Site } from './knowledge/site.ts';
import type { EntryPage } from './entry/entry-pages.ts';
import type { ListPart } from './lists/list-parts.ts';
import type { SymptomPlan } from './advice/symptom-plan.ts';
import type { SymptomView } from './advice/symptom-view.ts';

/** The knowledge base of the pages, with what stands beside the articles. */
export interface SiteContent {
  readonly base: KnowledgeBase;
  /** symptom → its pages: the plan itself first, then the plans after each answer that pays, then those for a device. */
  readonly views: ReadonlyMap<string, readonly SymptomView[]>;
  /** In dev, where pages after answers are made when somebody asks for one: the plan of a symptom before any question. */
  readonly firstPlans?: ReadonlyMap<string, SymptomPlan>;
  /** id of a draft → how many things are to be decided in it; empty when the site is built. */
  readonly drafts: ReadonlyMap<string, number>;
  /** The pages of the first questions, `/start/` first; none where there are no first questions. */
  readonly entry: readonly EntryPage[];
  /** kind → the parts of its list, with the ids of their articles; none where the list stands on one page. */
  readonly lists: ReadonlyMap<string, readonly ListPart<string>[]>;
  readonly site: Site;
  /** Which files for programs stand beside the pages. */
  readonly machines: Machines;
  /** The pages of the owner's own, by id. */
  readonly pages: readonly OwnPage[];
  readonly glossary: readonly GlossaryEntry[];
  readonly pictures: ReadonlyMap<string, Picture>;
  /** The picture that stands for the site beside its name, if there is one. */
  readonly mark?: Picture | undefined;
  /** The picture that stands in place of mark and title, if there is one. */
  readonly logo?: Picture | undefined;
  /** The colour of the page itself. */
  readonly paper: Accent;
  /** Short addresses, renamed pages and tombstones. */
  readonly old: OldAddresses<Article>;
}
