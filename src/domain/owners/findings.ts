import { chanceOf, isWayRound, priorOf, taskOf } from '../advice/planning-task.ts';
import { moveOf } from '../advice/move.ts';
import { robustnessOf, uncertainAbove } from '../advice/robustness.ts';
import { startMixOf } from '../entry/entry-tree.ts';
import type { Symptom } from '../knowledge/article.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { planOf } from '../plan/plan.ts';
import { regretsAt } from './regret.ts';
import { valueIdOf } from './values.ts';
import { compareText } from '../values/compare.ts';

/** What may be wrong or missing. Permanent ids; the words stand in `findingKinds`. */
export type FindingKind = keyof typeof findingKinds;

/** Every kind of finding, in the order in which equal ones are shown. */
export const findingKinds = {
  'dead-end': 'Causes that nothing cures',
  'uncertain-order': 'Orders that one word more or less would change',
  'fix-in-no-plan': 'Fixes that no plan reaches',
  'question-does-not-pay': 'Questions that do not pay',
  'near-duplicate': 'Articles that may say the same',
  'cause-of-one-symptom': 'Causes that explain one symptom only',
  lacks: 'Articles without picture, owner or source',
  'hard-to-read': 'Texts that are hard to read',
  'term-without-entry': 'Terms that the glossary does not know',
  draft: 'Drafts',
} as const;

/**
 * Of 100 readers who come to what a finding is about, how many it hurts: guesses to be argued about, like the words. A dead end and a
 * draft fail everybody; a missing owner is felt when something changes.
 */
export const hurts: Readonly<Record<FindingKind, number>> = {
  'dead-end': 100,
  draft: 100,
  'hard-to-read': 30,
  'uncertain-order': 30,
  'near-duplicate': 20,
  lacks: 10,
  'question-does-not-pay': 10,
  'fix-in-no-plan': 10,
  'cause-of-one-symptom': 10,
  'term-without-entry': 5,
};

/** Something that an owner of the knowledge base should know. `readers` is the share of all readers (0–1) whom it may hurt. */
export interface Finding {
  readonly kind: FindingKind;
  /** Ids of the articles or questions that it is about. */
  readonly about: readonly string[];
  readonly readers: number;
  /** One full sentence, or two. */
  readonly says: string;
}

/** The share of all readers who come to each article, by its id: with a symptom, with a cause of it, or for a fix of such a cause. */
export function readersOf(base: KnowledgeBase): ReadonlyMap<string, number> {
  const readers = new Map<string, number>(startMixOf(base, base.start));
  const add = (id: string, share: number): void =>
    void readers.set(id, Math.min(1, (readers.get(id) ?? 0) + share));
  for (const symptom of base.symptoms.values()) {
    const share = readers.get(symptom.id) ?? 0;
    for (const { id, probability } of priorOf(base, symptom)) {
      add(id, share * probability);
      for (const { fix, works, learned } of base.fixesOf.get(id) ?? [])
        add(fix, share * probability * (works === 'workaround' ? 1 : chanceOf(base, id, works, learned)));
    }
  }
  return readers;
}

/** What the graph and its plans show. */
export function findingsOf(base: KnowledgeBase): readonly Finding[] {
  const readers = readersOf(base);
  const finding = findingBy(readers);
  return [
    ...deadEnds(base).map((id) =>
      finding('dead-end', [id], `Nothing cures \`${id}\`: there is only a way round it, or a check.`),
    ),
    ...[...base.causes.values()]
      .filter(({ explains }) => explains.length === 1)
      .map(({ id, explains: [only] }) =>
        finding(
          'cause-of-one-symptom',
          [id],
          `\`${id}\` explains \`${only?.symptom}\` only. If it explains others as well, their plans do not know it.`,
        ),
      ),
    ...unreached(base).map((id) =>
      finding(
        'fix-in-no-plan',
        [id],
        `No plan has a place for \`${id}\`: others always help sooner, or its causes are too rare.`,
      ),
    ),
    ...[...base.symptoms.values()].flatMap((symptom) => {
      const says = uncertainty(base, symptom);
      return says === undefined ? [] : [finding('uncertain-order', [symptom.id], says)];
    }),
  ];
}

/** Makes findings for the readers of each article; `times` is how much more or less than others of its kind one hurts. */
export function findingBy(readers: ReadonlyMap<string, number>) {
  return (kind: FindingKind, about: readonly string[], says: string, times = 1): Finding => ({
    kind,
    about,
    says,
    readers: (Math.max(0, ...about.map((id) => readers.get(id) ?? 0)) * hurts[kind] * times) / 100,
  });
}

function deadEnds(base: KnowledgeBase): readonly string[] {
  return [...base.causes.keys()].filter((id) =>
    (base.fixesOf.get(id) ?? []).every(({ works }) => works === 'workaround' || works === 'confirms'),
  );
}

function unreached(base: KnowledgeBase): readonly string[] {
  const reached = new Set<string>([base.site.support.fix ?? '']);
  for (const symptom of base.symptoms.values()) {
    for (const id of planOf(taskOf(base, symptom), 'quick').order) reached.add(moveOf(base, id).fix.id);
    const causes = priorOf(base, symptom);
    for (const fix of base.fixes.values()) if (isWayRound(fix, causes)) reached.add(fix.id);
  }
  return [...base.fixes.values()].filter((fix) => !fix.prepares && !reached.has(fix.id)).map(({ id }) => id);
}

/** Why the order of a plan is uncertain, and the values that decide it; undefined where it is not. */
function uncertainty(base: KnowledgeBase, symptom: Symptom): string | undefined {
  const edges = base.causesOf.get(symptom.id) ?? [];
  const task = taskOf(base, symptom);
  if (edges.length < 2 || task.fixes.length < 2) return undefined;
  const { changed } = robustnessOf(
    edges.map(({ likelihood }) => likelihood),
    (words) => planOf({ ...task, causes: priorOf(base, symptom, words) }, 'quick').order[0],
  );
  if (changed <= uncertainAbove) return undefined;
  const deciding = regretsAt(base, symptom.id)
    .slice(0, 3)
    .map(({ value }) => `\`${valueIdOf(value)}\``);
  return `In ${Math.round(changed * 100)} % of small changes to its words, another fix comes first for \`${symptom.id}\`.${deciding.length > 0 ? ` What decides: ${deciding.join(', ')}.` : ''}`;
}

/** Findings in the order in which they are worth an owner's time. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  const kinds = Object.keys(findingKinds);
  return [...findings].sort(
    (a, b) =>
      b.readers - a.readers ||
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      compareText(a.about.join(), b.about.join()),
  );
}
