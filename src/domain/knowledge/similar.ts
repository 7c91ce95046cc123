import type { Symptom } from './article.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { compareText } from '../values/compare.ts';

/** A symptom that is easily taken for another: the author's words for the difference, else a cause they share. */
export interface Neighbour {
  readonly symptom: Symptom;
  readonly difference?: string | undefined;
  readonly shared: string;
}

const most = 4;

/** The symptoms that look similar: those the author names, then those with the most causes in common; at most four. */
export function similarTo(base: KnowledgeBase, symptom: Symptom): readonly Neighbour[] {
  const own = new Set(causesOf(base, symptom.id));
  const named = symptom.similar.flatMap(({ symptom: id, difference }) => {
    const other = base.symptoms.get(id);
    return other ? [{ symptom: other, difference, shared: '' }] : [];
  });
  const taken = new Set([symptom.id, ...named.map(({ symptom: { id } }) => id)]);
  const near = [...own].flatMap((cause) => base.causes.get(cause)?.explains ?? []);
  const sharing = [...new Set(near.map(({ symptom: id }) => id))]
    .flatMap((id) => (taken.has(id) ? [] : (base.symptoms.get(id) ?? [])))
    .map((other) => ({ other, shared: causesOf(base, other.id).filter((cause) => own.has(cause)) }))
    .filter(({ shared }) => shared.length > 1)
    .sort((a, b) => b.shared.length - a.shared.length || compareText(a.other.id, b.other.id))
    .map(({ other, shared }) => ({ symptom: other, shared: base.causes.get(shared[0] ?? '')?.title ?? '' }));
  return named.length >= 2 ? named.slice(0, most) : [...named, ...sharing].slice(0, most);
}

function causesOf(base: KnowledgeBase, symptom: string): readonly string[] {
  return base.causesOf.get(symptom)?.map(({ cause }) => cause) ?? [];
}
