import type { Problem } from '../../domain/problems/problem.ts';
import { checkReference, idsOf } from '../check/references.ts';
import { checkTwice } from '../check/data-files.ts';
import type { Content } from '../content.ts';

/** What is wrong with `start.yaml`: symptoms and pictures that do not exist, and ids that stand twice. */
export function checkStart(content: Content): readonly Problem[] {
  const { start } = content;
  if (!start) return [];
  const ids = idsOf(content);
  const { common, questions } = start.value;
  const named = (field: string, index: number, id: string) => ({ id, path: [field, index, 'id'] });
  return [
    ...Object.keys(common).flatMap((id) =>
      checkReference(id, 'symptom', ids, content, start.placeOf(['common', id])),
    ),
    ...checkTwice(
      start,
      questions.map(({ id }, index) => named('questions', index, id)),
      'question',
    ),
    ...questions.flatMap(({ answers }, i) => [
      ...checkTwice(
        start,
        answers.map(({ id }, j) => ({ id, path: ['questions', i, 'answers', j, 'id'] })),
        'answer',
      ),
      ...answers.flatMap(({ picture, likely }, j) => {
        const path = ['questions', i, 'answers', j];
        return [
          ...(picture === undefined
            ? []
            : checkReference(picture, 'picture', ids, content, start.placeOf([...path, 'picture']))),
          ...Object.keys(likely).flatMap((id) =>
            checkReference(id, 'symptom', ids, content, start.placeOf([...path, 'likely', id])),
          ),
        ];
      }),
    ]),
  ];
}
