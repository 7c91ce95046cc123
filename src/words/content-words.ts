import type { defaultRisks, RangeWords } from '../domain/knowledge/site.ts';

/** What articles and `site.yaml` hold in a language: headings that mean something to the machine, and what stands in for labels that nobody wrote. */
export interface ContentWords {
  /** The headings that articles are made of; the check quotes them, and steps stand below `steps` in an article without components. */
  readonly headings: {
    readonly meaning: string;
    readonly tellApart: string;
    readonly happens: string;
    readonly recognise: string;
    readonly ruleOut: string;
    readonly does: string;
    readonly before: string;
    readonly steps: string;
    readonly check: string;
    readonly notHelped: string;
  };
  /** The warning of a fix that loses something. */
  readonly youLose: (what: string) => string;
  /** Why a place of a page is gone: it stands in another article now. */
  readonly moved: (title: string) => string;
  /** Why a place of a page is gone: the article that took over says the same. */
  readonly merged: (title: string) => string;
  /** Labels that `site.yaml` may leave out. */
  readonly site: {
    readonly vendor: string;
    readonly support: string;
    readonly who: { readonly [id in (typeof defaultWho)[number]]: string };
    readonly burdens: {
      readonly [id in 'setting' | 'charge' | 'money' | 'person' | 'hours']: string;
    };
    readonly risks: { readonly [id in (typeof defaultRisks)[number]]: string };
  };
  readonly ranges: RangeWords;
}

/** Who acts, where `site.yaml` lists nobody. */
export const defaultWho = ['you', 'other-person', 'carrier', 'vendor'] as const;
