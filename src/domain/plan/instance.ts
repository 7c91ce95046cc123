import { diagnose } from './questions.ts';
import type { PlanQuestion } from './answers.ts';
import type { DiagnosisNode } from './questions.ts';
import { planOf } from './plan.ts';
import type { Plan, PlanningTask } from './plan.ts';

/** A planning task from a file: `causes` are weights of any sum, taken as the whole of what can be wrong; answers are used as given. */
export interface Instance {
  readonly name: string;
  readonly task: PlanningTask;
  readonly questions: readonly PlanQuestion[] | undefined;
}

/** What the plan and, for an instance with questions, the diagnosis come to; plain JSON. */
export function solveInstance({ name, task, questions }: Instance) {
  const { order, rest, expectedMinutes, exact } = planOf(task);
  const solved = { name, expectedMinutes, order, lastResort: rest, exact };
  return questions ? { ...solved, diagnosis: treeOf(diagnose(task, questions)) } : solved;
}

/** A diagnosis as the test vectors write it. */
export type DiagnosisTree =
  | {
      readonly expectedMinutes: number;
      readonly ask: string;
      readonly branches: Readonly<Record<string, DiagnosisTree>>;
    }
  | {
      readonly expectedMinutes: number;
      readonly plan: {
        readonly order: Plan['order'];
        readonly lastResort: Plan['rest'];
        readonly expectedMinutes: number;
        readonly resolvedAfter: Plan['resolvedAfter'];
      };
    };

function treeOf({ expectedMinutes, plan, next }: DiagnosisNode): DiagnosisTree {
  if (!next)
    return {
      expectedMinutes,
      plan: {
        order: plan.order,
        lastResort: plan.rest,
        expectedMinutes: plan.expectedMinutes,
        resolvedAfter: plan.resolvedAfter,
      },
    };
  return {
    expectedMinutes,
    ask: next.question,
    branches: Object.fromEntries(next.branches.map(({ answer, node }) => [answer, treeOf(node)])),
  };
}
