import type { Article, Cause, Fix, Source, Symptom } from '../knowledge/article.ts';
import { handsOnOf } from '../knowledge/article.ts';
import { entryOf } from '../knowledge/knowledge-base.ts';
import { labelOf } from '../knowledge/site.ts';
import { placesOf } from '../advice/symptom-pages.ts';
import { entriesOf } from '../advice/symptom-plan.ts';
import type { SymptomView } from '../advice/symptom-view.ts';
import {
  factsVersion,
  headOf,
  planFactsOf,
  likelihoodFor,
  worksFor,
  type ArticleHead,
  type FactSources,
  type PlanFacts,
  type Strength,
} from './graph-file.ts';

/** A step of a fix with its permanent link. */
export interface StepFacts {
  readonly number: number;
  readonly text: string;
  readonly url: string;
  /** The name of the variant that it is a part of, as its page says it. */
  readonly variant?: string | undefined;
}

/** Another article with what leads to it. */
export interface Related {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly because?: string | undefined;
  readonly on?: string | undefined;
}

/** A plan of one page of a symptom, with the answers that it is for and the question that it asks. */
export interface PagePlan extends PlanFacts {
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  readonly ask?:
    | {
        readonly id: string;
        readonly title: string;
        readonly answers: readonly { readonly id: string; readonly label: string; readonly url: string }[];
        /** The page that asks something else, for a reader who has no answer. */
        readonly unsure?: string | undefined;
      }
    | undefined;
}

/** A fix as plans name it. */
export interface MoveFacts {
  readonly fix: string;
  readonly title: string;
  readonly url: string;
  readonly minutes: number;
  readonly wait: number;
  readonly loses: string;
}

interface Shared extends ArticleHead {
  readonly $schema: string;
  readonly version: typeof factsVersion;
  readonly says: readonly string[];
  readonly codes: readonly string[];
  readonly sources: readonly Source[];
}

export interface SymptomFacts extends Shared {
  readonly kind: 'symptom';
  readonly causes: readonly (Related & { readonly likelihood: Strength })[];
  readonly similar: readonly (Related & { readonly difference: string })[];
  readonly plans: readonly PagePlan[];
  readonly moves: Readonly<Record<string, MoveFacts>>;
}

export interface CauseFacts extends Shared {
  readonly kind: 'cause';
  readonly who?: string | undefined;
  readonly symptoms: readonly (Related & { readonly likelihood: Strength })[];
  readonly fixes: readonly (Related & { readonly works: Strength })[];
}

export interface FixFacts extends Shared {
  readonly kind: 'fix';
  readonly minutes: number;
  readonly check: number;
  readonly wait: number;
  readonly loses: { readonly id: string; readonly name: string };
  readonly lost: readonly string[];
  readonly kept: readonly string[];
  readonly needs: readonly string[];
  readonly cost?: string | undefined;
  readonly who: { readonly id: string; readonly name: string };
  readonly applies: Readonly<Record<string, string>>;
  readonly requires: readonly Related[];
  readonly verify: string;
  readonly steps: readonly StepFacts[];
  readonly solves: readonly (Related & { readonly works: Strength })[];
  readonly symptoms: readonly (Related & {
    /** Where it stands in the plan, from 1; none below the stop line. */
    readonly place?: number | undefined;
    readonly of: number;
    readonly workaround: boolean;
  })[];
}

/** `/fixes/<id>.json` and its like: the facts of one article, and all plans of a symptom. */
export type ArticleFacts = SymptomFacts | CauseFacts | FixFacts;

/** The facts of an article. `steps` are those of its page. */
export function factsOf(article: Article, steps: readonly StepFacts[], sources: FactSources): ArticleFacts {
  const { says, codes, sources: read } = article;
  const shared: Shared = {
    $schema: sources.addressOf('/schemas/article.json'),
    version: factsVersion,
    ...headOf(article, sources),
    says,
    codes,
    sources: read.map(({ title, url, checked }) => ({ title, url, checked })),
  };
  if (article.kind === 'symptom') return symptomFacts(article, shared, sources);
  if (article.kind === 'cause') return causeFacts(article, shared, sources);
  return fixFacts(article, steps, shared, sources);
}

function symptomFacts(symptom: Symptom, shared: Shared, sources: FactSources): SymptomFacts {
  const { content, addressOf } = sources;
  const { base } = content;
  const views = content.views.get(symptom.id) ?? [];
  const entries = views.flatMap(({ plan }) => entriesOf(plan));
  const ways = views.flatMap(({ plan }) =>
    plan.workarounds.map(({ fix }) => ({ id: fix.id, fix, title: fix.title, on: undefined })),
  );
  const moves = [...ways, ...entries].map(({ id, fix, title, on }): [string, MoveFacts] => {
    const { url } = headOf(fix, sources);
    const { wait, loses } = fix;
    // How to ask somebody else for it stands at a place of its own.
    const place = on === undefined ? '' : `#for-${on}`;
    return [id, { fix: fix.id, title, url: url + place, minutes: handsOnOf(fix), wait, loses }];
  });
  return {
    ...shared,
    kind: 'symptom',
    causes: (base.causesOf.get(symptom.id) ?? []).map((edge) => ({
      ...relatedTo(entryOf(base.causes, edge.cause), sources),
      likelihood: likelihoodFor(edge),
      because: edge.because,
      on: edge.on,
    })),
    similar: symptom.similar.map(({ symptom: other, difference }) => ({
      ...relatedTo(entryOf(base.symptoms, other), sources),
      difference,
    })),
    plans: views.map((view) => pagePlanOf(view, addressOf)),
    moves: Object.fromEntries(moves.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
  };
}

function pagePlanOf(view: SymptomView, addressOf: FactSources['addressOf']): PagePlan {
  const { answers, ask } = view;
  return {
    ...planFactsOf(view, addressOf),
    answers: answers.map(({ question, answer }) => ({ question, answer })),
    ask: ask && {
      id: ask.id,
      title: ask.title,
      answers: ask.answers.map(({ id, label, href }) => ({
        id,
        label,
        url: addressOf(href.replace(/#.*$/, '')),
      })),
      unsure: ask.unsure && addressOf(ask.unsure.replace(/#.*$/, '')),
    },
  };
}

function causeFacts(cause: Cause, shared: Shared, sources: FactSources): CauseFacts {
  const { base } = sources.content;
  return {
    ...shared,
    kind: 'cause',
    who: cause.who,
    symptoms: cause.explains.map((edge) => ({
      ...relatedTo(entryOf(base.symptoms, edge.symptom), sources),
      likelihood: likelihoodFor(edge),
      because: edge.because,
      on: edge.on,
    })),
    fixes: (base.fixesOf.get(cause.id) ?? []).map((edge) => ({
      ...relatedTo(entryOf(base.fixes, edge.fix), sources),
      works: worksFor(base, edge),
      because: edge.because,
      on: edge.on,
    })),
  };
}

function fixFacts(fix: Fix, steps: readonly StepFacts[], shared: Shared, sources: FactSources): FixFacts {
  const { base, site, views } = sources.content;
  const places = placesOf(base, { get: (id) => views.get(id)?.[0]?.plan }, fix);
  const { minutes, check, wait, lost, kept, needs, cost, applies, verify } = fix;
  return {
    ...shared,
    kind: 'fix',
    minutes,
    check,
    wait,
    loses: { id: fix.loses, name: labelOf(site.risks, fix.loses) },
    lost,
    kept,
    needs,
    cost,
    who: { id: fix.who, name: labelOf(site.who, fix.who) },
    applies,
    requires: fix.requires.map((id) => relatedTo(entryOf(base.fixes, id), sources)),
    verify,
    steps,
    solves: fix.solves.map((edge) => ({
      ...relatedTo(entryOf(base.causes, edge.cause), sources),
      works: worksFor(base, edge),
      because: edge.because,
      on: edge.on,
    })),
    symptoms: places.map(({ symptom, place, total, workaround }) => ({
      ...relatedTo(symptom, sources),
      place,
      of: total,
      workaround,
    })),
  };
}

function relatedTo(article: Article, sources: FactSources): Related {
  const { id, title, url } = headOf(article, sources);
  return { id, title, url };
}
