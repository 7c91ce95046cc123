import type { Article } from './knowledge/article.ts';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import type { OldAddresses } from './permalinks/redirects.ts';
import type { GlossaryEntry, Site } from './knowledge/site.ts';
import type { SymptomView } from './advice/symptom-view.ts';

/** The knowledge base of the pages, with what stands beside the articles. */
export interface SiteContent {
  readonly base: KnowledgeBase;
  /** symptom → its pages: the plan itself first, then the plans after each answer that pays, then those for a device. */
  readonly views: ReadonlyMap<string, readonly SymptomView[]>;
  readonly site: Site;
  readonly glossary: readonly GlossaryEntry[];
  /** id → SVG text */
  readonly pictures: ReadonlyMap<string, string>;
  /** Short addresses, renamed pages and tombstones. */
  readonly old: OldAddresses<Article>;
}
