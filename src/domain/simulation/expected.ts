import { symptomPlanOf, withAuthorOrder } from '../advice/page/shown-plan.ts';
import { diagnoseSymptom } from '../advice/symptom-pages.ts';
import { aboveStop } from '../advice/symptom-plan.ts';
import type { Symptom } from '../knowledge/article.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { batchesOf } from '../plan/batches.ts';
import type { DiagnosisNode } from '../plan/questions.ts';

/**
 * Minutes that the engine expects of a reader who answers every question and follows the plan to its stop line, with the tests that its
 * batches share. Plans are made as for the pages of a build.
 */
export function expectedMinutesOf(base: KnowledgeBase, symptom: Symptom): number {
  return expectedAt(base, symptom, diagnoseSymptom(base, symptom, 'shown'), false);
}

function expectedAt(base: KnowledgeBase, symptom: Symptom, node: DiagnosisNode, answered: boolean): number {
  if (node.next) {
    const { question, branches } = node.next;
    return branches.reduce(
      (sum, branch) => sum + branch.probability * expectedAt(base, symptom, branch.node, true),
      entryOf(base.questions, question).minutes,
    );
  }
  const plan = symptomPlanOf(base, symptom, node.task, withAuthorOrder(symptom, node.plan, answered));
  return batchesOf(
    node.task,
    aboveStop(plan).map(({ id }) => id),
  ).expectedMinutes;
}
