import type { Fix, Symptom } from '../knowledge/article.ts';
import { entryOf, symptomsOfFix, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { planOf, type Effort, type PlanningTask } from '../plan/plan.ts';
import { questionDepth } from '../plan/question-depth.ts';
import { diagnose, provenTree, type DiagnosisNode } from '../plan/questions.ts';
import { onceEach, onceEachPair } from '../values/on-demand.ts';
import { appliesTo, devicesOf, type Device } from '../versions/device.ts';
import { viewsOf } from './page/device-views.ts';
import { unsureAnswer, type PlanTree } from './page/plan-tree.ts';
import { symptomPlanOf, withAuthorOrder } from './page/shown-plan.ts';
import { planQuestionOf, taskOf } from './planning-task.ts';
import { aboveStop, entriesOf, type PlaceInPlan, type SymptomPlan } from './symptom-plan.ts';
import type { SymptomView } from './symptom-view.ts';

/** `shown`: the tree is found with quick plans, and its own plans are proven; else every plan is made with that effort. */
export type TreeEffort = Effort | 'shown';

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
  if (effort === 'shown') return provenTree(diagnoseTask(base, symptom, task, 'quick'));
  const causes = task.causes.map(({ id }) => id);
  const made = (): DiagnosisNode =>
    diagnose(
      task,
      symptom.questions.map((id) => planQuestionOf(entryOf(base.questions, id), causes)),
      questionDepth,
      effort,
    );
  if (effort !== 'quick') return made();
  const known = quickTreesOf(base, symptom);
  const key = keyOfFixes(task.fixes);
  const tree = known.get(key) ?? made();
  known.set(key, tree);
  return tree;
}

/** Trees of a symptom that were found with quick plans, by their fixes: the check of a build and its pages ask for the same. Another thread is handed them, and puts them in. */
export const quickTreesOf = onceEachPair(
  (_base: KnowledgeBase, _symptom: Symptom) => new Map<string, DiagnosisNode>(),
);

/** Of one symptom, tasks before any answer are the same where their fixes are. */
function keyOfFixes(fixes: PlanningTask['fixes']): string {
  return fixes.map(({ id }) => id).join();
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
  const shown = shownPlans(base, symptom);
  const treeOf = onceEach((node: DiagnosisNode) => planTreeOf(base, shown, node, false));
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
    const key = keyOfFixes(task.fixes);
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
  return shownPlans(base, symptom)({ task, plan: planOf(task, effort) }, false);
}

/** The plan at a point of a tree as its page shows it. */
type ShownPlans = (node: Pick<DiagnosisNode, 'task' | 'plan'>, answered: boolean) => SymptomPlan;

/** Where answers leave the same task, it is the same plan. */
function shownPlans(base: KnowledgeBase, symptom: Symptom): ShownPlans {
  const known = new Map<PlanningTask, SymptomPlan>();
  return ({ task, plan }, answered) => {
    const chosen = withAuthorOrder(symptom, plan, answered);
    if (chosen !== plan) return symptomPlanOf(base, symptom, task, chosen, symptom.because);
    const shown = known.get(task) ?? symptomPlanOf(base, symptom, task, plan);
    known.set(task, shown);
    return shown;
  };
}

function planTreeOf(
  base: KnowledgeBase,
  shown: ShownPlans,
  node: Pick<DiagnosisNode, 'task' | 'plan' | 'next'>,
  answered: boolean,
): PlanTree {
  const { next } = node;
  const plan = shown(node, answered);
  if (!next) return { plan };
  const question = entryOf(base.questions, next.question);
  const branches = next.branches.flatMap(({ answer: id, node: below }) => {
    const answer = question.answers.find((candidate) => candidate.id === id);
    return answer ? [{ answer, tree: planTreeOf(base, shown, below, true) }] : [];
  });
  // An author's own answer of that name keeps its page.
  const isTaken = question.answers.some(({ id }) => id === unsureAnswer.id);
  const unsure = next.unsure && !isTaken ? planTreeOf(base, shown, next.unsure, answered) : undefined;
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
