import { diagnoseSymptom } from '../advice/symptom-pages.ts';
import { planQuestionOf, taskOf } from '../advice/planning-task.ts';
import type { Symptom } from '../knowledge/article.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { PlanningTask } from '../plan/plan.ts';
import type { DiagnosisNode } from '../plan/questions.ts';

/** What simulated readers do: the share that skips a fix, and that gives up after one that did not help. */
export interface Habits {
  readonly skips: number;
  readonly givesUp: number;
}

/** What one simulated reader reports: the answers given (`question/answer`), the moves tried, in order, and whether the last one worked. */
export interface SimulatedReport {
  readonly symptom: string;
  readonly answers: readonly string[];
  readonly tried: readonly string[];
  readonly worked: boolean;
}

/**
 * Readers of a site made of `shown`, in a world where `truth` holds: the same articles with other numbers. Each has a cause drawn by the
 * truth, answers by it what the pages ask, and follows the plan that stands there. Gives a function that draws the report of one reader of a
 * symptom, undefined where that one tried nothing; `random` gives numbers from 0 to 1.
 */
export function readersOf(
  shown: KnowledgeBase,
  truth: KnowledgeBase,
  { skips, givesUp }: Habits,
  random: () => number,
): (symptom: string) => SimulatedReport | undefined {
  const pages = new Map<string, { readonly first: DiagnosisNode; readonly task: PlanningTask }>();
  const pagesOf = (symptom: Symptom) => {
    const known = pages.get(symptom.id) ?? {
      first: diagnoseSymptom(shown, symptom, 'quick'),
      task: taskOf(truth, entryOf(truth.symptoms, symptom.id)),
    };
    pages.set(symptom.id, known);
    return known;
  };
  return (id) => {
    const { first, task } = pagesOf(entryOf(shown.symptoms, id));
    const cause = causeAt(task, random());
    const { node, answers } = answered(truth, first, task, cause, random);
    const tried: string[] = [];
    for (const move of node.plan.order) {
      if (random() < skips) continue;
      tried.push(move);
      const works = task.fixes.find((fix) => fix.id === move)?.works.get(cause ?? '') ?? 0;
      if (random() < works) return { symptom: id, answers, tried, worked: true };
      if (random() < givesUp) break;
    }
    return tried.length > 0 ? { symptom: id, answers, tried, worked: false } : undefined;
  };
}

/** The page that a reader comes to by answering; somebody with something else answers anything. */
function answered(
  truth: KnowledgeBase,
  first: DiagnosisNode,
  { causes }: PlanningTask,
  cause: string | undefined,
  random: () => number,
): { readonly node: DiagnosisNode; readonly answers: readonly string[] } {
  const answers: string[] = [];
  let node = first;
  while (node.next) {
    const { question, branches } = node.next;
    const asked = planQuestionOf(
      entryOf(truth.questions, question),
      causes.map(({ id }) => id),
    );
    let left = random();
    const given = asked.answers.find(({ likely }) => {
      left -= cause === undefined ? 1 / asked.answers.length : (likely.get(cause) ?? 0);
      return left < 0;
    });
    const branch = branches.find(({ answer }) => answer === given?.id) ?? branches.at(-1);
    if (!branch) break;
    answers.push(`${question}/${branch.answer}`);
    node = branch.node;
  }
  return { node, answers };
}

function causeAt({ causes }: PlanningTask, share: number): string | undefined {
  let reached = 0;
  for (const { id, probability } of causes) {
    reached += probability;
    if (share < reached) return id;
  }
  return undefined;
}
