import type { Explanation, Symptom } from '../../knowledge/article.ts';
import { entryOf, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { PlanCause } from '../../plan/plan.ts';
import { priorOf } from '../planning-task.ts';
import type { PossibleCause } from '../symptom-plan.ts';
import { standingOf } from './likelier.ts';
import { compareText } from '../../values/compare.ts';
import { rounded } from '../../values/rounded.ts';

/** The causes of a symptom as they stand with these probabilities, the likeliest first, of equal ones the lower id. */
export function possibleCausesOf(
  base: KnowledgeBase,
  symptom: Symptom,
  causes: readonly PlanCause[],
): readonly PossibleCause[] {
  const before = probabilitiesIn(priorOf(base, symptom));
  const now = probabilitiesIn(causes);
  const of = (id: string): number => now.get(id) ?? 0;
  const place = (id: string): number => rounded(of(id));
  const edges = [...(base.causesOf.get(symptom.id) ?? [])];
  edges.sort((a, b) => place(b.cause) - place(a.cause) || compareText(a.cause, b.cause));
  return edges.map((edge) => rowFor(base, edge, before.get(edge.cause) ?? 0, of(edge.cause)));
}

type Edge = Explanation & { readonly cause: string };

/** What pages say of a cause is one of few things, after whatever answers. */
const rows = new WeakMap<Edge, Map<string, PossibleCause>>();

function rowFor(base: KnowledgeBase, edge: Edge, before: number, now: number): PossibleCause {
  const { likelihood, change } = standingOf(edge.likelihood, before, now);
  const cause = entryOf(base.causes, edge.cause);
  const known = rows.get(edge) ?? new Map<string, PossibleCause>();
  rows.set(edge, known);
  const key = `${likelihood} ${change}`;
  const row = known.get(key);
  if (row?.cause === cause) return row;
  const made = { cause, likelihood, change, because: edge.because };
  known.set(key, made);
  return made;
}

function probabilitiesIn(causes: readonly PlanCause[]): ReadonlyMap<string, number> {
  return new Map(causes.map(({ id, probability }) => [id, probability]));
}
