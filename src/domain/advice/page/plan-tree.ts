import type { Answer, Question } from '../../knowledge/article.ts';
import { aboveStop, type SymptomPlan } from '../symptom-plan.ts';

/** A plan as its page shows it, and what is asked on that page, with the plan after each answer. */
export interface PlanTree {
  readonly plan: SymptomPlan;
  readonly next?:
    | {
        readonly question: Question;
        readonly branches: readonly { readonly answer: Answer; readonly tree: PlanTree }[];
        /** The same plan with another question, for readers who cannot answer this one. */
        readonly unsure?: PlanTree | undefined;
      }
    | undefined;
}

/** Stands for the answer of a reader who has none. Its words are those of the interface. */
export const unsureAnswer: Answer = { id: 'not-sure', label: '', likely: {} };

/** A plan of a tree, with the answers that lead to it. */
export interface PlanNode {
  readonly tree: PlanTree;
  readonly way: readonly WayStep[];
}

/** One answer on the way to a plan. */
export interface WayStep {
  readonly question: Question;
  readonly answer: Answer;
}

/** Every plan of a tree by its way (`question/answer…`, empty for none), a page before those below it. */
export function nodesOf(tree: PlanTree, way: readonly WayStep[] = []): ReadonlyMap<string, PlanNode> {
  const { next } = tree;
  const below = (next ? branchesOf(next) : []).flatMap(({ answer, tree: child }) => [
    ...nodesOf(child, [...way, { question: next!.question, answer }]),
  ]);
  return new Map([[wayOf(way), { tree, way }], ...below]);
}

function branchesOf({ branches, unsure }: NonNullable<PlanTree['next']>): typeof branches {
  return unsure ? [...branches, { answer: unsureAnswer, tree: unsure }] : branches;
}

/** `question/answer…` */
export function wayOf(way: readonly WayStep[]): string {
  return way.map(({ question, answer }) => `${question.id}/${answer.id}`).join('/');
}

/** All that a reader would follow from here on, as one text: equal texts are equal plans, after every answer. */
export function signatureOf({ plan, next }: PlanTree): string {
  const above = aboveStop(plan).map(({ id }) => id);
  const asks = next && [
    next.question.id,
    ...branchesOf(next).map(({ answer, tree }) => [answer.id, signatureOf(tree)]),
  ];
  return JSON.stringify([above, plan.batches, asks ?? null]);
}
