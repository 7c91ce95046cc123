import { firstTreeOf, type EntryNode } from '../../domain/entry/entry-tree.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import type { Start } from '../../domain/knowledge/start.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { DataFile } from '../content.ts';

/** First questions that the tree of them never asks. */
export function checkFirstQuestions(
  base: KnowledgeBase,
  { value, placeOf }: DataFile<Start>,
): readonly Problem[] {
  const asked = questionsIn(firstTreeOf(base, value));
  return value.questions.flatMap(({ id, minutes }, index): Problem[] =>
    asked.has(id)
      ? []
      : [
          {
            kind: 'question-never-pays',
            place: placeOf(['questions', index, 'id']),
            message: `The first question \`${id}\` takes ${minutes} minutes and saves less than a minute more than that wherever it could be asked, so it is never asked.`,
            hint: 'Remove it, or say in its `likely` which symptoms its answers tell apart.',
          },
        ],
  );
}

function questionsIn({ next }: EntryNode): ReadonlySet<string> {
  return new Set(
    next ? [next.question.id, ...next.branches.flatMap(({ node }) => [...questionsIn(node)])] : [],
  );
}
