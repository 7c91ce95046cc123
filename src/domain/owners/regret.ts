import { moveOf } from '../advice/move.ts';
import { priorOf, taskOf } from '../advice/planning-task.ts';
import { startMixOf } from '../entry/entry-tree.ts';
import type { Symptom } from '../knowledge/article.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { weightOf } from '../knowledge/likelihood.ts';
import { outcomeOf } from '../plan/outcome.ts';
import { planOf, type PlanningTask } from '../plan/plan.ts';
import { shiftsOf, symptomsWith, valueIdOf, valuesOf, type AuthoredValue } from './values.ts';
import { compareText } from '../values/compare.ts';

/** What it costs that a value may be one level off: minutes per reader, and the symptom where it costs most. */
export interface Regret {
  readonly value: AuthoredValue;
  readonly minutes: number;
  readonly worst: string;
}

/** The order of today's plan of every symptom, by its id. */
type Orders = ReadonlyMap<string, readonly string[]>;

/**
 * R(v) of every value, the costliest first: the mean, over the value one level up and one down, of what today's plans take more than the
 * best ones would; over all readers of the site, who come with each symptom as often as `common` says. Plans are quick, not proven.
 */
export function regretsOf(base: KnowledgeBase): readonly Regret[] {
  const orders = ordersOf(base, base.symptoms.keys());
  const shares = startMixOf(base, base.start);
  const found = valuesOf(base).map((value): Regret => {
    const losses = lossesOf(base, value, orders);
    const worst = [...losses].sort(([a, p], [b, q]) => q - p || compareText(a, b))[0]?.[0] ?? '';
    const minutes = [...losses].reduce((sum, [id, loss]) => sum + loss * (shares.get(id) ?? 0), 0);
    return { value, minutes, worst };
  });
  return found.sort(costliestFirst);
}

/** R(v) for the readers of one symptom alone, the costliest first; values that decide nothing there are left out. */
export function regretsAt(base: KnowledgeBase, symptom: string): readonly Regret[] {
  const orders = ordersOf(base, [symptom]);
  return valuesOf(base)
    .filter((value) => symptomsWith(base, value).includes(symptom))
    .map((value) => ({
      value,
      minutes: lossesOf(base, value, orders).get(symptom) ?? 0,
      worst: symptom,
    }))
    .filter(({ minutes }) => minutes > 0)
    .sort(costliestFirst);
}

function ordersOf(base: KnowledgeBase, symptoms: Iterable<string>): Orders {
  return new Map(
    [...symptoms].map((id) => [id, planOf(taskOf(base, entryOf(base.symptoms, id)), 'quick').order]),
  );
}

/** By symptom: the mean loss of today's order when the value is one level off. */
function lossesOf(base: KnowledgeBase, value: AuthoredValue, orders: Orders): ReadonlyMap<string, number> {
  const losses = new Map<string, number>();
  for (const id of symptomsWith(base, value)) {
    const order = orders.get(id);
    if (!order) continue;
    // A word at the end of the scale has one neighbour; on its other side it stays as it is, and loses nothing.
    for (const shift of shiftsOf(value)) {
      const task = taskWith(base, entryOf(base.symptoms, id), value, shift);
      const today = outcomeOf(task, order).expectedMinutes;
      const best = planOf(task, 'quick').expectedMinutes;
      losses.set(id, (losses.get(id) ?? 0) + Math.max(0, today - best) / 2);
    }
  }
  return losses;
}

/** The task of a symptom with one number changed and all else as it is: a fix that is a little less reliable makes no check a cure. */
function taskWith(
  base: KnowledgeBase,
  symptom: Symptom,
  value: AuthoredValue,
  shift: AuthoredValue,
): PlanningTask {
  if (shift.kind === 'likelihood') {
    const words = (base.causesOf.get(symptom.id) ?? []).map(({ cause, likelihood }) =>
      cause === shift.cause ? shift.now : likelihood,
    );
    return taskOf(base, symptom, priorOf(base, symptom, words));
  }
  const task = taskOf(base, symptom);
  const fixes = task.fixes.map((fix) => {
    if (moveOf(base, fix.id).fix.id !== shift.fix) return fix;
    if (shift.kind === 'minutes') return { ...fix, minutes: fix.minutes + shift.now - Number(value.now) };
    if (!fix.works.has(shift.cause)) return fix;
    return { ...fix, works: new Map([...fix.works, [shift.cause, weightOf(shift.now)] as const]) };
  });
  return { ...task, fixes };
}

function costliestFirst(a: Regret, b: Regret): number {
  return b.minutes - a.minutes || compareText(valueIdOf(a.value), valueIdOf(b.value));
}
