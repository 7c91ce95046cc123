import { diagnoseSymptom, symptomPlanOf, withAuthorOrder } from '../advice/symptom-pages.ts';
import type { Symptom } from '../knowledge/article.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { batchesOf } from '../plan/batches.ts';
import { outcomeOf } from '../plan/outcome.ts';
import type { DiagnosisNode } from '../plan/questions.ts';

/**
 * Minutes that the engine expects of a reader who answers every question and follows the plan to its stop line; `batched` when fixes of a
 * plan share tests. Plans are quick ones: on real knowledge bases their minutes are those of the proven ones to several digits.
 */
export function expectedMinutesOf(base: KnowledgeBase, symptom: Symptom, batched = false): number {
  return expectedAt(base, symptom, diagnoseSymptom(base, symptom, 'quick'), false, batched);
}

function expectedAt(
  base: KnowledgeBase,
  symptom: Symptom,
  node: DiagnosisNode,
  answered: boolean,
  batched: boolean,
): number {
  if (node.next) {
    const { question, branches } = node.next;
    return branches.reduce(
      (sum, branch) => sum + branch.probability * expectedAt(base, symptom, branch.node, true, batched),
      entryOf(base.questions, question).minutes,
    );
  }
  const plan = symptomPlanOf(
    base,
    symptom,
    node.problem.causes,
    withAuthorOrder(symptom, node.plan, answered),
  );
  const order = [...plan.start, ...plan.then].map(({ id }) => id);
  return (batched ? batchesOf : outcomeOf)(node.problem, order).expectedMinutes;
}
