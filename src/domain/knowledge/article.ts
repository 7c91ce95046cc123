import type { Weight } from './likelihood.ts';

/** The three kinds of article; every id is unique over all of them. */
export const kinds = ['symptom', 'cause', 'fix'] as const;
export type Kind = (typeof kinds)[number];

/** What a text of the knowledge base is: an article, or a page of the owner's own that stands in no plan. */
export type TextKind = Kind | 'page';

/** The folder, collection name and first part of the URL of each kind. */
export const folderOf = {
  symptom: 'symptoms',
  cause: 'causes',
  fix: 'fixes',
  page: 'pages',
} as const satisfies Record<TextKind, string>;

/** Where a fact was read; `checked` is an ISO date (YYYY-MM-DD). */
export interface Source {
  readonly title: string;
  readonly url?: string | undefined;
  readonly checked?: string | undefined;
}

/** An old anchor that now means another one: `{ anchor: old, now: new }`. */
export interface AnchorAlias {
  readonly anchor: string;
  readonly now: string;
}

interface ArticleBase {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Not finished: shown in dev with what is to be decided, left out when the site is built. */
  readonly draft?: boolean | undefined;
  readonly aliases: readonly string[];
  readonly says: readonly string[];
  readonly codes: readonly string[];
  readonly sources: readonly Source[];
  readonly checked?: string | undefined;
  readonly checkedOn?: string | undefined;
  /** Who keeps the article true. */
  readonly owner?: string | undefined;
  readonly was: readonly string[];
  readonly anchors: readonly AnchorAlias[];
}

export interface Similar {
  readonly symptom: string;
  readonly difference: string;
}

export interface Symptom extends ArticleBase {
  readonly kind: 'symptom';
  readonly short?: string | undefined;
  readonly picture?: string | undefined;
  /** The picture of what the reader sees once it works. */
  readonly solved?: string | undefined;
  /** The devices on which it can be seen, as version ranges by platform; without any, all. */
  readonly applies: Readonly<Record<string, string>>;
  readonly questions: readonly string[];
  readonly similar: readonly Similar[];
  /** `author` keeps the order of `fixes` instead of the computed one; `because` says why. */
  readonly order: 'computed' | 'author';
  readonly because?: string | undefined;
  readonly fixes: readonly string[];
}

/** "This cause explains this symptom": the likelihood of the cause, given the symptom. */
export interface Explanation {
  readonly symptom: string;
  readonly likelihood: Weight;
  readonly because?: string | undefined;
  /** On whose side the cause is, seen from this symptom; without it, the cause's own `who`. */
  readonly on?: string | undefined;
  /** What reports make of it: the probability (0–1) of the cause, given the symptom. */
  readonly learned?: number | undefined;
}

export interface Cause extends ArticleBase {
  readonly kind: 'cause';
  /** The title as a condition, to follow "Helps if": "cellular data is off". */
  readonly if?: string | undefined;
  readonly who?: string | undefined;
  readonly explains: readonly Explanation[];
}

/** How often a fix works, given the cause; `workaround` and `confirms` as in the README, "The model". */
export type Works = Weight | 'workaround' | 'confirms';

export interface Solution {
  readonly cause: string;
  readonly works: Works;
  readonly because?: string | undefined;
  /** Whose device the fix is done on for this cause (an id of the site's `who`); without it, the one of the fix's own `who`. */
  readonly on?: string | undefined;
  /** The order in the words in which the reader hands it on, where `on` is not the fix's own `who`: "Ask them to restart their phone". */
  readonly ask?: string | undefined;
  /** What reports make of it: how often (0–1) the fix works, given the cause. */
  readonly learned?: number | undefined;
}

export interface Fix extends ArticleBase {
  readonly kind: 'fix';
  /** Hands-on minutes, without the test afterwards where `check` gives that. */
  readonly minutes: number;
  /** Minutes of the test afterwards, apart from `minutes`; fixes with a test of their own may share one. */
  readonly check: number;
  /** Minutes one can walk away. */
  readonly wait: number;
  /** One of the site's `risks`, in order from harmless to worst. */
  readonly loses: string;
  readonly lost: readonly string[];
  readonly kept: readonly string[];
  readonly cost?: string | undefined;
  /** What it costs beside time: ids of the site's `burdens`. */
  readonly burdens: readonly string[];
  readonly needs: readonly string[];
  readonly who: string;
  readonly solves: readonly Solution[];
  readonly requires: readonly string[];
  /** It solves nothing by itself and stands in no plan: other fixes require it. */
  readonly prepares: boolean;
  /** Whether it restarts the device or cuts its connection; where it is not said, what loses something does. */
  readonly disconnects?: boolean | undefined;
  readonly verify: string;
  readonly applies: Readonly<Record<string, string>>;
}

/** Hands-on minutes of a fix, its test included. */
export function handsOnOf({ minutes, check }: Pick<Fix, 'minutes' | 'check'>): number {
  return minutes + check;
}

export type Article = Symptom | Cause | Fix;

/** A page of the owner's own, such as what becomes of data: it explains nothing and solves nothing, and the footer leads to it. */
export interface OwnPage extends Pick<
  ArticleBase,
  'id' | 'title' | 'summary' | 'draft' | 'aliases' | 'checked' | 'owner' | 'was' | 'anchors'
> {
  readonly kind: 'page';
  /** The title in a few words, for the footer. */
  readonly short?: string | undefined;
  /** It is where readers report errors, so it shows the address for that. */
  readonly report: boolean;
}

/** One answer of a question; `likely` gives P(answer | cause) in words or numbers. */
export interface Answer {
  readonly id: string;
  readonly label: string;
  readonly likely: Readonly<Record<string, Weight>>;
}

export interface Question {
  readonly id: string;
  readonly title: string;
  readonly help?: string | undefined;
  /** Minutes it takes to answer. */
  readonly minutes: number;
  readonly answers: readonly Answer[];
}
