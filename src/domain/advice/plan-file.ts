import type { Fix } from '../knowledge/article.ts';
import { planHomeOf } from './plan-address.ts';
import { entriesOf } from './symptom-plan.ts';
import type { SymptomView } from './symptom-view.ts';

/** `/symptoms/<id>/plan.json`: the plans of a symptom for a fix page that was opened from one of them. */
export interface PlanFile {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  /** Way of answers (`question/answer…`, empty for none) → ids of the fixes above the stop line, in order. */
  readonly plans: Readonly<Record<string, readonly string[]>>;
  /** Every fix of these pages, with its title. */
  readonly fixes: Readonly<Record<string, string>>;
}

/** The plan file of a symptom from all its pages, the one without answers first; `support` is where the stop line leads. */
export function planFileOf(views: readonly [SymptomView, ...SymptomView[]], support?: Fix): PlanFile {
  const { symptom } = views[0].plan;
  const moves = views.flatMap(({ plan }) => entriesOf(plan));
  const ways = views.flatMap(({ plan }) => plan.workarounds).map(({ fix }) => fix);
  const fixes = [...moves, ...ways, ...(support ? [support] : [])].map(
    ({ id, title }) => [id, title] as const,
  );
  return {
    id: symptom.id,
    title: symptom.title,
    path: planHomeOf(symptom.id),
    plans: Object.fromEntries(
      views.map(({ plan, answers }) => [
        answers.map(({ question, answer }) => `${question}/${answer}`).join('/'),
        [...plan.start, ...plan.then].map(({ id }) => id),
      ]),
    ),
    fixes: Object.fromEntries(fixes.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
