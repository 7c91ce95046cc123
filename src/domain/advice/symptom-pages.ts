import type { Fix, Symptom } from '../knowledge/article.ts';
import { batchesOf } from '../plan/batches.ts';
import { diagnose, type DiagnosisNode, type TreeEffort } from '../plan/questions.ts';
import { entryOf, symptomsOfFix, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Weight } from '../knowledge/likelihood.ts';
import { moveIdOf, moveOf } from './move.ts';
import { planOf, type Effort, type Plan, type PlanCause, type PlanningTask } from '../plan/plan.ts';
import { viewsOf } from './page/device-views.ts';
import { unsureAnswer, type PlanTree } from './page/plan-tree.ts';
import { possibleCausesOf } from './page/possible-causes.ts';
import { waysRound } from './page/ways-round.ts';
import { chanceOf, minutesOfMove, planQuestionOf, taskOf, testOfMove } from './planning-task.ts';
import { tierOf } from '../knowledge/site.ts';
import {
  aboveStop,
  entriesOf,
  type PlaceInPlan,
  type PlanEntry,
  type Reason,
  type SymptomPlan,
} from './symptom-plan.ts';
import type { SymptomView } from './symptom-view.ts';
import { appliesTo, devicesOf, type Device } from '../versions/device.ts';
import { questionDepth } from '../plan/question-depth.ts';
import { rounded } from '../values/rounded.ts';

const startCount = 3;

/** The tree of plans and questions of a symptom, for a device if it is given. */
export function diagnoseSymptom(
  base: KnowledgeBase,
  symptom: Symptom,
  effort: TreeEffort = 'prove',
  device?: Device,
): DiagnosisNode {
  return diagnoseTask(base, symptom, taskOf(base, symptom, undefined, device), effort);
}

function diagnoseTask(
  base: KnowledgeBase,
  symptom: Symptom,
  task: PlanningTask,
  effort: TreeEffort,
): DiagnosisNode {
  const causes = task.causes.map(({ id }) => id);
  return diagnose(
    task,
    symptom.questions.map((id) => planQuestionOf(entryOf(base.questions, id), causes)),
    questionDepth,
    effort,
  );
}

/**
 * Every static page of a symptom: the plan itself first, then one for each answer that the tree of questions asks for, then those for a
 * device wherever its plan differs.
 */
export function symptomViewsOf(
  base: KnowledgeBase,
  symptom: Symptom,
  effort: TreeEffort = 'shown',
): readonly SymptomView[] {
  const { whole, byDevice } = diagnosesOf(base, symptom, effort);
  const trees = new Map<DiagnosisNode, PlanTree>();
  const treeOf = (node: DiagnosisNode): PlanTree => {
    const tree = trees.get(node) ?? planTreeOf(base, symptom, node, false);
    trees.set(node, tree);
    return tree;
  };
  return viewsOf(
    symptom.id,
    treeOf(whole),
    byDevice.map(({ device, node }) => ({ device, tree: treeOf(node) })),
    base.site.platforms,
  );
}

/** Makes every plan that the pages of a symptom show, and nothing else of them: for whoever has plans remembered. */
export function planPagesOf(base: KnowledgeBase, symptom: Symptom, effort: TreeEffort = 'shown'): void {
  diagnosesOf(base, symptom, effort);
}

/** The trees of a symptom for no device and for each that it may happen on; devices with the same fixes share one. */
function diagnosesOf(base: KnowledgeBase, symptom: Symptom, effort: TreeEffort): Diagnoses {
  const nodes = new Map<string, DiagnosisNode>();
  const nodeFor = (device?: Device): DiagnosisNode => {
    const task = taskOf(base, symptom, undefined, device);
    const key = task.fixes.map(({ id }) => id).join();
    const node = nodes.get(key) ?? diagnoseTask(base, symptom, task, effort);
    nodes.set(key, node);
    return node;
  };
  const whole = nodeFor();
  const devices = devicesOf(base.site).filter((device) => appliesTo(base.site, symptom, device));
  return { whole, byDevice: devices.map((device) => ({ device, node: nodeFor(device) })) };
}

interface Diagnoses {
  readonly whole: DiagnosisNode;
  readonly byDevice: readonly { readonly device: Device; readonly node: DiagnosisNode }[];
}

/** The plan of a symptom before any question, for no device: that of the first of its pages in `symptomViewsOf`, without the others. */
export function planBeforeQuestions(base: KnowledgeBase, symptom: Symptom, effort: Effort): SymptomPlan {
  const task = taskOf(base, symptom, undefined, undefined);
  return planTreeOf(base, symptom, { task, plan: planOf(task, effort), next: undefined }, false).plan;
}

function planTreeOf(
  base: KnowledgeBase,
  symptom: Symptom,
  node: Pick<DiagnosisNode, 'task' | 'plan' | 'next'>,
  answered: boolean,
): PlanTree {
  const { task, next } = node;
  const chosen = withAuthorOrder(symptom, node.plan, answered);
  const reason = chosen === node.plan ? undefined : symptom.because;
  const plan = symptomPlanOf(base, symptom, task, chosen, reason);
  if (!next) return { plan };
  const question = entryOf(base.questions, next.question);
  const branches = next.branches.flatMap(({ answer: id, node: below }) => {
    const answer = question.answers.find((candidate) => candidate.id === id);
    return answer ? [{ answer, tree: planTreeOf(base, symptom, below, true) }] : [];
  });
  // An author's own answer of that name keeps its page.
  const isTaken = question.answers.some(({ id }) => id === unsureAnswer.id);
  const unsure = next.unsure && !isTaken ? planTreeOf(base, symptom, next.unsure, answered) : undefined;
  return { plan, next: { question, branches, unsure } };
}

/** Where a fix stands in the plan of each symptom that it serves; `plans` are the plans before any question. */
export function placesOf(
  base: KnowledgeBase,
  plans: Pick<ReadonlyMap<string, SymptomPlan>, 'get'>,
  fix: Fix,
): readonly PlaceInPlan[] {
  return symptomsOfFix(base, fix).map((symptom) => {
    const plan = entryOf(plans, symptom.id);
    const above = aboveStop(plan);
    return {
      symptom,
      place: above.find((entry) => entry.fix.id === fix.id)?.place,
      total: above.length,
      workaround: !entriesOf(plan).some((entry) => entry.fix.id === fix.id) && getsRound(plan, fix),
    };
  });
}

/** Whether a fix gets round a cause of a symptom. */
function getsRound({ causes }: SymptomPlan, { solves }: Fix): boolean {
  return solves.some(
    ({ cause: id, works }) => works === 'workaround' && causes.some(({ cause }) => cause.id === id),
  );
}

/**
 * The order an author chose, before any answer; the computed fixes that it leaves out follow below the stop line. The plan itself where
 * the author chose none, or where nothing of it can be done.
 */
export function withAuthorOrder(symptom: Symptom, plan: Plan, answered: boolean): Plan {
  if (symptom.order !== 'author' || answered) return plan;
  const all = [...plan.order, ...plan.rest];
  const order = symptom.fixes.filter((id) => all.includes(id));
  if (order.length === 0) return plan;
  return { ...plan, order, rest: all.filter((id) => !order.includes(id)) };
}

/** A plan as its page shows it, in sections; the task carries the probabilities after the answers so far. */
export function symptomPlanOf(
  base: KnowledgeBase,
  symptom: Symptom,
  task: PlanningTask,
  plan: Plan,
  authorReason?: string,
): SymptomPlan {
  const worst = base.site.risks.length - 1;
  const fixOf = (id: string): Fix => moveOf(base, id).fix;
  const isLastResort = (id: string): boolean => worst > 0 && tierOf(base.site, fixOf(id).loses) === worst;
  const all = [...plan.order, ...plan.rest];
  const { batches } = batchesOf(task, plan.order);
  const above = plan.order.filter((id) => !isLastResort(id));
  const atStart = startOf(batches);
  let place = 0;
  const entry = (id: string): PlanEntry =>
    entryIn(base, id, ++place, symptom, reasonsFor(base, symptom, task.causes, id));
  return {
    symptom,
    exact: plan.exact,
    start: above.slice(0, atStart).map(entry),
    then: above.slice(atStart).map(entry),
    lessLikely: plan.rest.filter((id) => !isLastResort(id)).map(entry),
    lastResort: all.filter(isLastResort).map(entry),
    batches: batches.filter(({ length }) => length > 1),
    workarounds: waysRound(base, task.causes, new Set(all.map((id) => fixOf(id).id))),
    causes: possibleCausesOf(base, symptom, task.causes),
    authorReason,
  };
}

/** A move as a card shows it. */
function entryIn(
  base: KnowledgeBase,
  id: string,
  place: number,
  symptom: Symptom,
  reasons: readonly Reason[],
): PlanEntry {
  const move = moveOf(base, id);
  const [cost, test] = [minutesOfMove(base, move), testOfMove(base, move)];
  const tally = base.tallies?.get(move.fix.id)?.by.get(symptom.id);
  return { id, ...move, place, cost, test, reasons, ...(tally ? { tally } : {}) };
}

/** How many fixes stand at the start: whole batches, at most three fixes. */
function startOf(batches: readonly (readonly string[])[]): number {
  let count = 0;
  for (const { length } of batches) {
    if (count + length > startCount) break;
    count += length;
  }
  return count;
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
    .flatMap(({ cause, works, because, on, learned }) => {
      const edge = edges.get(cause);
      if (!edge || works === 'workaround' || moveIdOf(fix, on) !== id) return [];
      const reason: Reason = {
        cause: entryOf(base.causes, cause),
        likelihood: edge.likelihood,
        works: works as Weight | 'confirms',
        because,
      };
      const gain = (probabilities.get(cause) ?? 0) * chanceOf(base, cause, works, learned);
      return [{ gain: rounded(gain), reason }];
    })
    .sort((a, b) => b.gain - a.gain)
    .map(({ reason }) => reason);
}
