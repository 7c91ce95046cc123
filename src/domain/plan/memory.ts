import type { Effort, Plan } from './made-plan.ts';
import type { PlanningTask } from './table.ts';

/** Plans that were made before, by what they were made of. */
export interface PlanMemory {
  readonly get: (key: string) => Plan | undefined;
  readonly set: (key: string, plan: Plan) => void;
  /** A short name for a long part of keys that many plans have in common, where the memory has one; the same for the same text alone. */
  readonly nameOf?: (text: string) => string;
}

let memory: PlanMemory | undefined;

/** From now on, `planOf` asks this memory first and tells it what it has worked out; undefined ends that. A plan depends on its key alone, so no result changes. */
export function rememberPlans(next: PlanMemory | undefined): void {
  memory = next;
  texts = new WeakMap();
}

/** The plan of a task as it is remembered, else as it is worked out now. */
export function remembered(task: PlanningTask, effort: Effort, plan: () => Plan): Plan {
  if (!memory) return plan();
  const key = keyOf(task, effort);
  const known = memory.get(key);
  if (known) return known;
  const made = plan();
  memory.set(key, made);
  return made;
}

/** Everything that a plan is worked out from. */
function keyOf({ causes, fixes, support }: PlanningTask, effort: Effort): string {
  const own = JSON.stringify([effort, support, causes.map(({ id, probability }) => [id, probability])]);
  return own + textOf(fixes);
}

/** What an answer tells changes the causes alone: the tasks of one tree share their fixes. */
let texts = new WeakMap<PlanningTask['fixes'], string>();

function textOf(fixes: PlanningTask['fixes']): string {
  const before = texts.get(fixes);
  if (before !== undefined) return before;
  const text = JSON.stringify(
    fixes.map(({ id, minutes, test, tier, works, requires }) => [
      id,
      minutes,
      test,
      tier,
      [...works],
      requires,
    ]),
  );
  const name = memory?.nameOf?.(text) ?? text;
  texts.set(fixes, name);
  return name;
}
