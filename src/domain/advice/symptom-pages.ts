import type { Cause, Fix, Symptom } from '../knowledge/article.ts';
import type { CausePlan } from './cause-plan.ts';
import { diagnose, type DiagnosisNode } from '../plan/questions.ts';
import { entryOf, symptomsOfFix, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { weightOf, type Weight } from '../knowledge/likelihood.ts';
import { answeredPathOf, pathOf } from '../knowledge/paths.ts';
import { moveIdOf, moveOf } from './move.ts';
import { planOf, type Effort, type Plan, type PlanCause } from '../plan/plan.ts';
import { chanceOf, planQuestionOf, problemOf, problemOfCause } from './planning-task.ts';
import { tierOf } from '../knowledge/site.ts';
import {
  aboveStop,
  type PlaceInPlan,
  type PlanEntry,
  type Reason,
  type SymptomPlan,
} from './symptom-plan.ts';
import type { GivenAnswer, NextQuestion, SymptomView } from './symptom-view.ts';
import { compareText } from '../values/compare.ts';

const startCount = 3;
const mostWorkarounds = 3;
const mostQuestions = 3;

/** The tree of plans and questions of a symptom. */
export function diagnoseSymptom(
  base: KnowledgeBase,
  symptom: Symptom,
  effort: Effort = 'prove',
): DiagnosisNode {
  const problem = problemOf(base, symptom);
  const causes = problem.causes.map(({ id }) => id);
  return diagnose(
    problem,
    symptom.questions.map((id) => planQuestionOf(entryOf(base.questions, id), causes)),
    mostQuestions,
    effort,
  );
}

/** Every static page of a symptom: the plan itself first, then one for each answer that the tree of questions asks for. */
export function symptomViewsOf(
  base: KnowledgeBase,
  symptom: Symptom,
  effort: Effort = 'prove',
): readonly SymptomView[] {
  return viewsOf(base, symptom, diagnoseSymptom(base, symptom, effort), []);
}

function viewsOf(
  base: KnowledgeBase,
  symptom: Symptom,
  node: DiagnosisNode,
  answers: readonly GivenAnswer[],
): readonly SymptomView[] {
  const plan = symptomPlanOf(
    base,
    symptom,
    node.problem.causes,
    withAuthorOrder(symptom, node.plan, answers.length > 0),
  );
  const { next } = node;
  if (!next) return [{ plan, answers }];
  const question = entryOf(base.questions, next.question);
  const below = next.branches.map(({ answer: id, node: child }) => {
    const answer = question.answers.find((candidate) => candidate.id === id);
    const given: GivenAnswer = {
      question: question.id,
      answer: id,
      title: question.title,
      label: answer?.label ?? id,
      back: answers.length > 0 ? answeredPathOf(symptom.id, answers) : pathOf(symptom),
    };
    return { given, views: viewsOf(base, symptom, child, [...answers, given]) };
  });
  const ask: NextQuestion = {
    id: question.id,
    title: question.title,
    help: question.help,
    answers: below.map(({ given }) => ({
      id: given.answer,
      label: given.label,
      href: answeredPathOf(symptom.id, [...answers, given]),
    })),
  };
  return [{ plan, answers, ask }, ...below.flatMap(({ views }) => views)];
}

/** The fixes of a cause in the order of a plan for that cause alone. */
export function planCause(base: KnowledgeBase, cause: Cause): CausePlan {
  const edges = base.fixesOf.get(cause.id) ?? [];
  const plan = planOf(problemOfCause(base, cause));
  return {
    cause,
    fixes: [...plan.order, ...plan.rest].map((id) => {
      const move = moveOf(base, id);
      const edge = edges.find(
        ({ fix, works, on }) =>
          fix === move.fix.id && works !== 'workaround' && moveIdOf(move.fix, on) === id,
      );
      return { ...move, works: edge?.works ?? 'sometimes', because: edge?.because };
    }),
    workarounds: edges
      .filter(({ works }) => works === 'workaround')
      .map(({ fix, because }) => ({ fix: entryOf(base.fixes, fix), because })),
  };
}

/** Where a fix stands in the plan of each symptom that it serves; `plans` are the plans before any question. */
export function placesOf(
  base: KnowledgeBase,
  plans: ReadonlyMap<string, SymptomPlan>,
  fix: Fix,
): readonly PlaceInPlan[] {
  return symptomsOfFix(base, fix).map((symptom) => {
    const plan = entryOf(plans, symptom.id);
    const above = aboveStop(plan);
    return {
      symptom,
      place: above.find((entry) => entry.fix.id === fix.id)?.place,
      total: above.length,
      workaround: plan.workarounds.some((way) => way.fix.id === fix.id),
    };
  });
}

/** The order an author chose, before any answer; the computed fixes that it leaves out follow below the stop line. */
export function withAuthorOrder(symptom: Symptom, plan: Plan, answered: boolean): Plan {
  if (symptom.order !== 'author' || answered) return plan;
  const all = [...plan.order, ...plan.rest];
  const order = symptom.fixes.filter((id) => all.includes(id));
  return { ...plan, order, rest: all.filter((id) => !order.includes(id)) };
}

/** A plan as its page shows it, in sections; `causes` carry the probabilities after the answers so far. */
export function symptomPlanOf(
  base: KnowledgeBase,
  symptom: Symptom,
  causes: readonly PlanCause[],
  plan: Plan,
): SymptomPlan {
  const worst = base.site.risks.length - 1;
  const isLastResort = (id: string): boolean =>
    worst > 0 && tierOf(base.site, moveOf(base, id).fix.loses) === worst;
  const above = plan.order.filter((id) => !isLastResort(id));
  const below = plan.rest.filter((id) => !isLastResort(id));
  const last = [...plan.order, ...plan.rest].filter(isLastResort);
  let place = 0;
  const entry = (id: string): PlanEntry => ({
    id,
    ...moveOf(base, id),
    place: ++place,
    reasons: reasonsFor(base, symptom, causes, id),
  });
  return {
    symptom,
    exact: plan.exact,
    start: above.slice(0, startCount).map(entry),
    then: above.slice(startCount).map(entry),
    lessLikely: below.map(entry),
    lastResort: last.map(entry),
    workarounds: workaroundsFor(
      base,
      symptom,
      new Set([...plan.order, ...plan.rest].map((id) => moveOf(base, id).fix.id)),
    ),
    causes: causesOf(base, symptom),
    authorReason: symptom.order === 'author' ? symptom.because : undefined,
  };
}

function causesOf(base: KnowledgeBase, symptom: Symptom): SymptomPlan['causes'] {
  const edges = [...(base.causesOf.get(symptom.id) ?? [])];
  edges.sort((a, b) => weightOf(b.likelihood) - weightOf(a.likelihood) || compareText(a.cause, b.cause));
  return edges.map(({ cause, likelihood, because }) => ({
    cause: entryOf(base.causes, cause),
    likelihood,
    because,
  }));
}

/** Ways round the causes of a symptom, those for the likelier causes first. A fix that stands in the plan is no way round. */
function workaroundsFor(
  base: KnowledgeBase,
  symptom: Symptom,
  planned: ReadonlySet<string>,
): SymptomPlan['workarounds'] {
  const found = new Map<
    string,
    { readonly fix: Fix; readonly because: string | undefined; readonly weight: number }
  >();
  for (const { cause, likelihood } of base.causesOf.get(symptom.id) ?? []) {
    for (const { fix, works, because } of base.fixesOf.get(cause) ?? []) {
      if (works !== 'workaround' || planned.has(fix)) continue;
      const before = found.get(fix);
      found.set(fix, {
        fix: entryOf(base.fixes, fix),
        because: before?.because ?? because,
        weight: (before?.weight ?? 0) + weightOf(likelihood),
      });
    }
  }
  return [...found.values()]
    .sort((a, b) => b.weight - a.weight || a.fix.minutes - b.fix.minutes || compareText(a.fix.id, b.fix.id))
    .slice(0, mostWorkarounds)
    .map(({ fix, because }) => ({ fix, because }));
}

/** The causes that a fix may remove here, the most useful first (how likely the cause is times how often the fix works), then as written. */
function reasonsFor(
  base: KnowledgeBase,
  symptom: Symptom,
  causes: readonly PlanCause[],
  id: string,
): readonly Reason[] {
  const edges = new Map((base.causesOf.get(symptom.id) ?? []).map((edge) => [edge.cause, edge]));
  const probabilities = new Map(causes.map((cause) => [cause.id, cause.probability]));
  const { fix } = moveOf(base, id);
  return fix.solves
    .flatMap(({ cause, works, because, on }) => {
      const edge = edges.get(cause);
      if (!edge || works === 'workaround' || moveIdOf(fix, on) !== id) return [];
      const reason: Reason = {
        cause: entryOf(base.causes, cause),
        likelihood: edge.likelihood,
        works: works as Weight | 'confirms',
        because,
      };
      return [{ gain: (probabilities.get(cause) ?? 0) * chanceOf(base, cause, works), reason }];
    })
    .sort((a, b) => b.gain - a.gain)
    .map(({ reason }) => reason);
}
