import type { Cause, Fix, Symptom } from '../knowledge/article.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Weight } from '../knowledge/likelihood.ts';
import { planOf, type PlanningTask } from '../plan/plan.ts';
import { outcomeOf } from '../plan/outcome.ts';
import { priorOf } from './planning-task.ts';
import { robustnessOf, uncertainAbove } from './robustness.ts';
import { symptomPlanOf, withAuthorOrder } from './page/shown-plan.ts';
import { diagnoseSymptom } from './symptom-pages.ts';
import { entriesOf } from './symptom-plan.ts';

/** One row of a plan for a person: minutes, the words behind the place, and the chance left afterwards (0–1). */
export interface PlanRow {
  readonly place: number;
  /** The move's id: the fix's, or with whose device it is done on. */
  readonly id: string;
  readonly fix: Fix;
  readonly cause: Cause | undefined;
  readonly words: string;
  readonly left: number | undefined;
}

/** A plan as an author's table. */
export interface PlanReport {
  readonly title: string;
  readonly expectedMinutes: number;
  readonly exact: boolean;
  readonly rows: readonly PlanRow[];
  readonly below: readonly PlanRow[];
  readonly stop: string;
  /** Minutes that an author's order costs over the computed one, with its reason. */
  readonly author?: { readonly because: string; readonly costs: number } | undefined;
  readonly questions: readonly {
    readonly id: string;
    readonly saves: number;
    readonly minutes: number;
    readonly pays: boolean;
  }[];
  readonly robustness: {
    readonly changed: number;
    readonly uncertain: boolean;
    readonly rivals: readonly { readonly fix: string; readonly share: number }[];
  };
}

/** All that an author may want to know of a symptom's plan: numbers, what its order costs, questions, and how stable it is. */
export function reportPlan(base: KnowledgeBase, symptom: Symptom): PlanReport {
  const node = diagnoseSymptom(base, symptom);
  const chosen = withAuthorOrder(symptom, node.plan, false);
  const { expectedMinutes, resolvedAfter } = outcomeOf(node.task, chosen.order);
  const rows = entriesOf(symptomPlanOf(base, symptom, node.task, chosen)).map((entry): PlanRow => {
    const [reason] = entry.reasons;
    const at = chosen.order.indexOf(entry.id);
    return {
      place: entry.place,
      id: entry.id,
      fix: entry.fix,
      cause: reason?.cause,
      words: reason
        ? `${reason.likelihood} ${reason.cause.id}, works ${reason.works}`
        : 'solves none of these causes by itself',
      left: at === -1 ? undefined : 1 - (resolvedAfter[at] ?? 0),
    };
  });
  const { changed, rivals } = robustnessOf(wordsOf(base, symptom), firstFixFor(base, symptom, node.task));
  return {
    title: `${symptom.title} (${symptom.id})`,
    expectedMinutes,
    exact: chosen.exact,
    rows: rows.filter(({ left }) => left !== undefined),
    below: rows.filter(({ left }) => left === undefined),
    stop: `From here, contacting ${base.site.support.name} (${base.site.support.minutes} min) is usually quicker`,
    author:
      symptom.order === 'author'
        ? { because: symptom.because ?? '', costs: expectedMinutes - node.plan.expectedMinutes }
        : undefined,
    questions: node.values.map(({ question, saves, minutes, pays }) => ({
      id: question,
      saves,
      minutes,
      pays,
    })),
    robustness: { changed, uncertain: changed > uncertainAbove, rivals },
  };
}

function wordsOf(base: KnowledgeBase, symptom: Symptom): readonly Weight[] {
  return (base.causesOf.get(symptom.id) ?? []).map(({ likelihood }) => likelihood);
}

function firstFixFor(
  base: KnowledgeBase,
  symptom: Symptom,
  task: PlanningTask,
): (words: readonly Weight[]) => string | undefined {
  return (words) => planOf({ ...task, causes: priorOf(base, symptom, words) }, 'quick').order[0];
}
