import { moveIdOf } from '../advice/move.ts';
import { chanceOf, priorOf } from '../advice/planning-task.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';

/** A number that reports have moved: the probability of a cause of a symptom, or how often a fix works against a cause. */
export interface Lesson {
  readonly of: 'cause' | 'something-else' | 'fix';
  /** The symptom, or the fix with whose device it is done on. */
  readonly at: string;
  readonly cause: string;
  readonly before: number;
  readonly after: number;
}

/** Less is no news. */
const telling = 0.005;

/** What reports have moved: first what each symptom is caused by, then how often fixes work; in order of the ids. `words` is the knowledge base without reports. */
export function lessonsOf(words: KnowledgeBase, learned: KnowledgeBase): readonly Lesson[] {
  return [...causeLessons(words, learned), ...fixLessons(words, learned)].filter(
    ({ before, after }) => Math.abs(after - before) >= telling,
  );
}

function causeLessons(words: KnowledgeBase, learned: KnowledgeBase): readonly Lesson[] {
  return [...words.symptoms.values()].flatMap((symptom): Lesson[] => {
    const before = priorOf(words, symptom);
    const after = priorOf(learned, entryOf(learned.symptoms, symptom.id));
    const rest = (causes: typeof before): number =>
      1 - causes.reduce((sum, { probability }) => sum + probability, 0);
    return [
      ...before.map(({ id, probability }, index): Lesson => ({
        of: 'cause',
        at: symptom.id,
        cause: id,
        before: probability,
        after: after[index]?.probability ?? probability,
      })),
      { of: 'something-else', at: symptom.id, cause: '', before: rest(before), after: rest(after) },
    ];
  });
}

function fixLessons(words: KnowledgeBase, learned: KnowledgeBase): readonly Lesson[] {
  return [...learned.fixes.values()].flatMap((fix) =>
    fix.solves.flatMap(({ cause, works, on, learned: after }): Lesson[] =>
      after === undefined
        ? []
        : [
            {
              of: 'fix',
              at: moveIdOf(fix, on),
              cause,
              before: chanceOf(words, cause, works),
              after,
            },
          ],
    ),
  );
}
