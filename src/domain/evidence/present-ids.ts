import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';

/** The present ids of what a report names by an id that it had. */
export interface PresentIds {
  readonly symptom: (id: string) => string | undefined;
  /** A move keeps its side; one of a fix that nobody knows stays as it is. */
  readonly move: (id: string) => string;
}

export function presentIds({ symptoms, fixes }: Pick<KnowledgeBase, 'symptoms' | 'fixes'>): PresentIds {
  const [oldSymptoms, oldFixes] = [symptoms, fixes].map(
    (entries) =>
      new Map([...entries.values()].flatMap(({ id, was }) => was.map((old) => [old, id] as const))),
  );
  return {
    symptom: (id) => (symptoms.has(id) ? id : oldSymptoms?.get(id)),
    move: (id) => {
      const [fix = '', ...on] = id.split('--');
      return [fixes.has(fix) ? fix : (oldFixes?.get(fix) ?? fix), ...on].join('--');
    },
  };
}
