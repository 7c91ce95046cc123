import type { Article, Cause, Explanation, Fix, Question, Solution, Symptom } from './article.ts';
import type { Site } from './site.ts';
import type { Start } from './start.ts';
import { compareText } from '../values/compare.ts';

/** How many readers said that they tried a fix, and for how many of them it worked. */
export interface Tally {
  readonly tried: number;
  readonly worked: number;
  /** The same by symptom. */
  readonly by: ReadonlyMap<string, { readonly tried: number; readonly worked: number }>;
}

/** The checked graph: articles by id, and every edge in both directions. */
export interface KnowledgeBase {
  readonly site: Site;
  readonly symptoms: ReadonlyMap<string, Symptom>;
  readonly causes: ReadonlyMap<string, Cause>;
  readonly fixes: ReadonlyMap<string, Fix>;
  readonly questions: ReadonlyMap<string, Question>;
  /** The first questions, if the knowledge base has any. */
  readonly start?: Start | undefined;
  /** symptom → the causes that explain it. */
  readonly causesOf: ReadonlyMap<string, readonly (Explanation & { readonly cause: string })[]>;
  /** cause → the fixes that solve it. */
  readonly fixesOf: ReadonlyMap<string, readonly (Solution & { readonly fix: string })[]>;
  /** fix → what readers reported of it; undefined where nobody reported anything. */
  readonly tallies?: ReadonlyMap<string, Tally> | undefined;
}

/** Builds the graph. Accepts only articles that the check has passed: every reference exists. Order follows the ids. */
export function buildKnowledgeBase(
  site: Site,
  articles: readonly Article[],
  questions: readonly Question[],
  start?: Start,
): KnowledgeBase {
  const sorted = [...articles].sort((a, b) => compareText(a.id, b.id));
  const symptoms = byId(sorted.filter((article): article is Symptom => article.kind === 'symptom'));
  const causes = byId(sorted.filter((article): article is Cause => article.kind === 'cause'));
  const fixes = byId(sorted.filter((article): article is Fix => article.kind === 'fix'));
  const causesOf = new Map<string, (Explanation & { cause: string })[]>();
  for (const cause of causes.values())
    for (const edge of cause.explains) append(causesOf, edge.symptom, { ...edge, cause: cause.id });
  const fixesOf = new Map<string, (Solution & { fix: string })[]>();
  for (const fix of fixes.values())
    for (const edge of fix.solves) append(fixesOf, edge.cause, { ...edge, fix: fix.id });
  return { site, symptoms, causes, fixes, questions: byId(questions), start, causesOf, fixesOf };
}

/** All articles, symptoms first. */
export function articlesOf(base: KnowledgeBase): readonly Article[] {
  return [...base.symptoms.values(), ...base.causes.values(), ...base.fixes.values()];
}

/** The symptoms that a fix serves, through the causes it solves, in the order of their ids. */
export function symptomsOfFix(base: KnowledgeBase, fix: Fix): readonly Symptom[] {
  const ids = new Set(
    fix.solves.flatMap(({ cause }) => base.causes.get(cause)?.explains.map(({ symptom }) => symptom) ?? []),
  );
  return [...ids].sort(compareText).flatMap((id) => base.symptoms.get(id) ?? []);
}

/** The entry with this id. Throws when it does not exist, which the check rules out. */
export function entryOf<T>(entries: Pick<ReadonlyMap<string, T>, 'get'>, id: string): T {
  const entry = entries.get(id);
  if (entry === undefined) throw new Error(`No entry has the id "${id}".`);
  return entry;
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
