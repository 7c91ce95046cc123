import { chanceOf } from '../advice/planning-task.ts';
import { handsOnOf, type Article, type Explanation, type Solution } from '../knowledge/article.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { weightOf, wordOrMeasured } from '../knowledge/likelihood.ts';
import { pathOf } from '../knowledge/paths.ts';
import { shortPathOf } from '../permalinks/redirects.ts';
import { devicesOf } from '../versions/device.ts';
import type { SymptomView } from '../advice/symptom-view.ts';
import type { SiteContent } from '../site-content.ts';
import { twinPathOf } from './twin-address.ts';

/** What the files of facts are made of, and the whole address of a path of the site. */
export interface FactSources {
  readonly content: Pick<SiteContent, 'base' | 'site' | 'views' | 'machines'>;
  readonly addressOf: (path: string) => string;
}

/** The form of the files; another number where a program that reads this one would misread them. */
export const factsVersion = 1;

/** A word and the number (0–1) that plans count it as; `measured` where the author wrote a number with its source. */
export interface Strength {
  readonly word: string;
  /** None for a way round, which leaves the cause. */
  readonly number?: number | undefined;
}

/** An article as every file of facts names it. */
export interface ArticleHead {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Its permanent address. */
  readonly url: string;
  /** The permanent address that needs only its id. */
  readonly short: string;
  /** The day on which somebody last looked it over (ISO date). */
  readonly checked?: string | undefined;
  /** Its twins. */
  readonly markdown?: string | undefined;
  readonly facts?: string | undefined;
}

/** An edge to another article, by its id. */
export interface ExplainsEdge {
  readonly symptom: string;
  readonly likelihood: Strength;
  readonly because?: string | undefined;
  readonly on?: string | undefined;
}

export interface SolvesEdge {
  readonly cause: string;
  readonly works: Strength;
  readonly because?: string | undefined;
  readonly on?: string | undefined;
  readonly ask?: string | undefined;
}

/** A plan as its page shows it: moves, in the order in which they should be tried. A move is the id of a fix, or `fix--who` where somebody else has to be asked. */
export interface PlanFacts {
  readonly url: string;
  /** The devices that it is for; none where it is for all that have no plan of their own. */
  readonly devices: readonly string[];
  readonly start: readonly string[];
  readonly then: readonly string[];
  /** Below the stop line: contacting support is quicker. */
  readonly lessLikely: readonly string[];
  readonly lastResort: readonly string[];
  /** Moves that share one test. */
  readonly batches: readonly (readonly string[])[];
  /** What helps for now. */
  readonly workarounds: readonly string[];
}

/** `/graph.json`: all articles, how they hang together, and the plans for each device before any question. */
export interface GraphFile {
  readonly $schema: string;
  readonly version: typeof factsVersion;
  readonly title: string;
  readonly language: string;
  readonly url: string;
  /** Where the search index and the index for programs are. */
  readonly search: string;
  readonly index: string;
  readonly devices: readonly { readonly id: string; readonly name: string; readonly platform: string }[];
  readonly risks: readonly { readonly id: string; readonly name: string }[];
  readonly who: readonly { readonly id: string; readonly name: string }[];
  readonly symptoms: readonly (ArticleHead & {
    readonly questions: readonly string[];
    readonly similar: readonly { readonly symptom: string; readonly difference: string }[];
    readonly plans: readonly PlanFacts[];
  })[];
  readonly causes: readonly (ArticleHead & { readonly explains: readonly ExplainsEdge[] })[];
  readonly fixes: readonly (ArticleHead & {
    /** Hands-on minutes, the test included, and minutes to wait. */
    readonly minutes: number;
    readonly wait: number;
    readonly loses: string;
    readonly who: string;
    readonly requires: readonly string[];
    readonly solves: readonly SolvesEdge[];
  })[];
}

/** The graph of a site as a file, in the order of ids. */
export function graphFileOf(sources: FactSources): GraphFile {
  const { content, addressOf } = sources;
  const { base, site, views } = content;
  return {
    $schema: addressOf('/schemas/graph.json'),
    version: factsVersion,
    title: site.title,
    language: site.language,
    url: addressOf('/'),
    search: addressOf('/search-index/search.json'),
    index: addressOf('/llms.txt'),
    devices: devicesOf(site).map(({ id, label, platform }) => ({ id, name: label, platform })),
    risks: site.risks.map(({ id, label }) => ({ id, name: label })),
    who: site.who.map(({ id, label }) => ({ id, name: label })),
    symptoms: [...base.symptoms.values()].map((symptom) => ({
      ...headOf(symptom, sources),
      questions: symptom.questions,
      similar: symptom.similar.map(({ symptom: other, difference }) => ({ symptom: other, difference })),
      plans: (views.get(symptom.id) ?? [])
        .filter(({ answers }) => answers.length === 0)
        .map((view) => planFactsOf(view, addressOf)),
    })),
    causes: [...base.causes.values()].map((cause) => ({
      ...headOf(cause, sources),
      explains: cause.explains.map((edge) => ({
        symptom: edge.symptom,
        likelihood: likelihoodFor(edge),
        because: edge.because,
        on: edge.on,
      })),
    })),
    fixes: [...base.fixes.values()].map((fix) => ({
      ...headOf(fix, sources),
      minutes: handsOnOf(fix),
      wait: fix.wait,
      loses: fix.loses,
      who: fix.who,
      requires: fix.requires,
      solves: fix.solves.map((edge) => ({
        cause: edge.cause,
        works: worksFor(base, edge),
        because: edge.because,
        on: edge.on,
        ask: edge.ask,
      })),
    })),
  };
}

/** How a file of facts names an article. */
export function headOf(article: Article, { content: { machines }, addressOf }: FactSources): ArticleHead {
  const path = pathOf(article);
  const { id, title, summary, checked } = article;
  return {
    id,
    title,
    summary,
    url: addressOf(path),
    short: addressOf(shortPathOf(id)),
    checked,
    markdown: machines.markdown ? addressOf(twinPathOf(path)) : undefined,
    facts: machines.json ? addressOf(factsPathOf(path)) : undefined,
  };
}

/** The path of the facts of the article at a path: `/fixes/x.json`. */
export function factsPathOf(path: string): string {
  return `${path.replace(/\/$/, '')}.json`;
}

/** The article whose page stands at a path; undefined where none does. */
export function articleAt(base: SiteContent['base'], path: string): Article | undefined {
  const [, folder = '', id = '', ...more] = path.split('/');
  if (more.join('') !== '') return undefined;
  return { symptoms: base.symptoms, causes: base.causes, fixes: base.fixes }[folder]?.get(id);
}

/** A plan as programs get it. */
export function planFactsOf(
  { plan, path, device, devices }: SymptomView,
  addressOf: FactSources['addressOf'],
): PlanFacts {
  const movesIn = (entries: readonly { readonly id: string }[]): readonly string[] =>
    entries.map(({ id }) => id);
  const choices = devices?.choices.filter(({ href }) => href === path) ?? [];
  return {
    url: addressOf(path),
    devices: device && choices.length === 0 ? [device.id] : choices.flatMap(({ covers }) => covers),
    start: movesIn(plan.start),
    then: movesIn(plan.then),
    lessLikely: movesIn(plan.lessLikely),
    lastResort: movesIn(plan.lastResort),
    batches: plan.batches,
    workarounds: plan.workarounds.map(({ fix }) => fix.id),
  };
}

/** How often a cause explains a symptom: the word, and the number that plans count it as; what reports have `learned` stands in place of the word's. */
export function likelihoodFor({
  likelihood,
  learned,
}: Pick<Explanation, 'likelihood' | 'learned'>): Strength {
  return { word: wordOrMeasured(likelihood), number: learned ?? weightOf(likelihood) };
}

/** How often a fix works: the word, and the number that plans count it as; none for a way round. */
export function worksFor(
  base: KnowledgeBase,
  { cause, works, learned }: Pick<Solution, 'cause' | 'works' | 'learned'>,
): Strength {
  if (works === 'workaround') return { word: works };
  return { word: wordOrMeasured(works), number: chanceOf(base, cause, works, learned) };
}
