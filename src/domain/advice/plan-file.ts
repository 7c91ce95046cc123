import type { Fix } from '../knowledge/article.ts';
import { planHomeOf } from './plan-home.ts';
import { aboveStop, entriesOf, type SymptomPlan } from './symptom-plan.ts';
import type { SymptomView } from './symptom-view.ts';
import { compareText } from '../values/compare.ts';

/** `/symptoms/<id>/plan.json`: the plans of a symptom for a fix page that was opened from one of them. */
export interface PlanFile {
  readonly id: string;
  readonly title: string;
  /** The title in fewer words, where the article has one. */
  readonly short?: string | undefined;
  readonly path: string;
  /** Way (`on/device` and `question/answer…`, empty for neither) → ids of the fixes above the stop line, in order. */
  readonly plans: Readonly<Record<string, readonly string[]>>;
  /** The same ways, where fixes share a test → their batches. */
  readonly batches: Readonly<Record<string, SymptomPlan['batches']>>;
  /** Every fix of these pages, with its title. */
  readonly fixes: Readonly<Record<string, string>>;
}

/** The plan file of a symptom from all its pages, the one without answers first; `support` is where the stop line leads. */
export function planFileOf(views: readonly [SymptomView, ...SymptomView[]], support?: Fix): PlanFile {
  const { symptom } = views[0].plan;
  const path = planHomeOf(symptom.id);
  const wayOf = (view: SymptomView): string => view.path.slice(path.length, -1);
  const moves = views.flatMap(({ plan }) => entriesOf(plan));
  const ways = views.flatMap(({ plan }) => plan.workarounds).map(({ fix }) => fix);
  const fixes = [...moves, ...ways, ...(support ? [support] : [])].map(
    ({ id, title }) => [id, title] as const,
  );
  return {
    id: symptom.id,
    title: symptom.title,
    ...(symptom.short !== undefined && { short: symptom.short }),
    path,
    plans: Object.fromEntries(views.map((view) => [wayOf(view), aboveStop(view.plan).map(({ id }) => id)])),
    batches: Object.fromEntries(
      views.flatMap((view) => (view.plan.batches.length > 0 ? [[wayOf(view), view.plan.batches]] : [])),
    ),
    fixes: Object.fromEntries(fixes.sort(([a], [b]) => compareText(a, b))),
  };
}
