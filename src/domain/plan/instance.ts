import { diagnose } from './questions.ts';
import type { PlanAnswer, PlanQuestion } from './answers.ts';
import type { DiagnosisNode } from './questions.ts';
import { fieldOf } from './instance-fields.ts';
import type { Field } from './instance-fields.ts';
import { planOf } from './plan.ts';
import type { Plan, PlanFix, PlanProblem } from './plan.ts';

/** A planning problem from a file: `causes` are weights of any sum, taken as the whole of what can be wrong; answers are used as given. */
export interface Instance {
  readonly name: string;
  readonly problem: PlanProblem;
  readonly questions: readonly PlanQuestion[] | undefined;
}

/** The risks in order of their tier. */
const risks = ['safe', 'settings', 'data'] as const;

/** What one file may hold; minutes are below about two months. */
const most = {
  instances: 1000,
  causes: 100,
  fixes: 100,
  questions: 12,
  answers: 8,
  minutes: 100_000,
  weight: 1_000_000,
} as const;

/** Reads a list of instances in the form of the test vectors (fields not known are ignored). Throws an Error that names the instance, the field and what is allowed. */
export function parseInstances(input: unknown): readonly Instance[] {
  return fieldOf('The input', '', input)
    .items('a list of instances', most.instances)
    .map((field, index) => parseInstance(field.value, index));
}

/** What the plan and, for an instance with questions, the diagnosis come to; plain JSON. */
export function solveInstance({ name, problem, questions }: Instance) {
  const { order, rest, expectedMinutes, exact } = planOf(problem);
  const solved = { name, expectedMinutes, order, lastResort: rest, exact };
  return questions ? { ...solved, diagnosis: treeOf(diagnose(problem, questions)) } : solved;
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

function parseInstance(value: unknown, index: number): Instance {
  const name = fieldOf(`Instance ${index + 1}`, '', value)
    .at('name')
    .text();
  const field = fieldOf(`Instance ${index + 1} (${JSON.stringify(name)})`, '', value);
  const causes = causesOf(field.at('causes'));
  const ids = new Set(causes.map((cause) => cause.id));
  const fixes = field
    .at('fixes')
    .items('a list of fixes', most.fixes)
    .map((fix) => fixOf(fix, ids));
  refuseRepeats(field.at('fixes'), fixes);
  refuseCircles(field.at('fixes'), fixes);
  const questions = field.at('questions');
  return {
    name,
    problem: { causes, fixes, support: field.at('escalationMinutes').number(0, most.minutes) },
    questions: questions.value === undefined ? undefined : questionsOf(questions, ids),
  };
}

function causesOf(field: Field): PlanProblem['causes'] {
  const allowed = `an object of 1 to ${most.causes} causes with their weights, not all 0`;
  const weights = field
    .entries(allowed)
    .map(([id, weight]) => ({ id, weight: weight.number(0, most.weight) }));
  const total = weights.reduce((sum, cause) => sum + cause.weight, 0);
  if (!(total > 0) || weights.length > most.causes) return field.refuse(allowed);
  return weights.map(({ id, weight }) => ({ id, probability: weight / total }));
}

function fixOf(field: Field, causes: ReadonlySet<string>): PlanFix {
  const risk = field.at('risk');
  const tier = risks.findIndex((known) => known === risk.value);
  const requires = field.at('requires');
  return {
    id: field.at('id').text(),
    minutes: field.at('minutes').number(0, most.minutes),
    tier: tier < 0 ? risk.refuse(`one of ${risks.map((known) => `"${known}"`).join(', ')}`) : tier,
    works: chancesOf(field.at('resolves'), causes),
    requires:
      requires.value === undefined
        ? []
        : requires.items('a list of fix ids', most.fixes).map((id) => id.text()),
  };
}

/** Chances by cause; a cause must be one of the instance's. */
function chancesOf(field: Field, causes: ReadonlySet<string>): ReadonlyMap<string, number> {
  const chances = field.entries('an object of chances from 0 to 1 by cause');
  const stranger = chances.find(([cause]) => !causes.has(cause));
  if (stranger)
    return field.refuse(
      `an object of chances by cause, with causes of this instance only (${JSON.stringify(stranger[0])} is none)`,
    );
  return new Map(chances.map(([cause, chance]) => [cause, chance.number(0, 1)]));
}

function questionsOf(field: Field, causes: ReadonlySet<string>): readonly PlanQuestion[] {
  const questions = field
    .items('a list of questions', most.questions)
    .map((question) => questionOf(question, causes));
  refuseRepeats(field, questions);
  return questions;
}

function questionOf(field: Field, causes: ReadonlySet<string>): PlanQuestion {
  const allowed = `an object of 2 to ${most.answers} answers with the chance of each, by cause`;
  const answers = field
    .at('answers')
    .entries(allowed)
    .map(([id, chances]): PlanAnswer => ({ id, likely: chancesOf(chances, causes), otherwise: 0 }));
  if (answers.length < 2 || answers.length > most.answers) return field.at('answers').refuse(allowed);
  for (const cause of causes) {
    const sum = answers.reduce((total, answer) => total + (answer.likely.get(cause) ?? 0), 0);
    if (Math.abs(sum - 1) > 0.01)
      return field
        .at('answers')
        .refuse(
          `such that the chances of all answers add up to 1 for each cause (for ${JSON.stringify(cause)} they add up to ${sum})`,
        );
  }
  return { id: field.at('id').text(), minutes: field.at('minutes').number(0, most.minutes), answers };
}

function refuseRepeats(field: Field, items: readonly { readonly id: string }[]): void {
  const ids = items.map((item) => item.id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined)
    field.refuse(`a list without the same id twice (${JSON.stringify(repeated)} is there twice)`);
}

function refuseCircles(field: Field, fixes: readonly PlanFix[]): void {
  let open = fixes;
  for (let before = -1; before !== open.length;) {
    before = open.length;
    const ids = new Set(open.map((fix) => fix.id));
    open = open.filter((fix) => fix.requires.some((id) => ids.has(id)));
  }
  if (open.length > 0)
    field.refuse(
      `a list in which no fix requires itself, directly or through others (see ${open.map((fix) => JSON.stringify(fix.id)).join(', ')})`,
    );
}
