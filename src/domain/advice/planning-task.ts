import {
  handsOnOf,
  type Cause,
  type Explanation,
  type Fix,
  type Question,
  type Solution,
  type Symptom,
  type Works,
} from '../knowledge/article.ts';
import type { PlanQuestion } from '../plan/answers.ts';
import { answerLikelihoods, probabilitiesOf, type WeightedCause } from './evidence.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { weightOf, type Weight } from '../knowledge/likelihood.ts';
import type { PlanFix, PlanningTask } from '../plan/plan.ts';
import { isAcross, tierOf } from '../knowledge/site.ts';
import { appliesTo, type Device } from '../versions/device.ts';
import { moveIdOf, type Move } from './move.ts';

/** What one minute of waiting costs, in minutes of work: one can do something else meanwhile. */
const minuteOfWaiting = 0.02;
/** From here on a wait counts as one of hours, which is a burden of its own. */
export const hours = 120;

/**
 * The planning task of a symptom: its causes by their words, every fix that solves one of them, support as the way out (and so no fix
 * of the plan), but not what is a way round there. For a device, what cannot be done there is left out. A fix that is done on several people's devices is several moves.
 */
export function taskOf(
  base: KnowledgeBase,
  symptom: Symptom,
  causes = priorOf(base, symptom),
  device?: Device,
): PlanningTask {
  return taskOfCauses(base, causes, sidesAt(base, symptom), device);
}

/** The planning task of any causes with their probabilities, of which one is present or something else; `sides` says whose each is, where it is not the cause's own. */
export function taskOfCauses(
  base: KnowledgeBase,
  causes: readonly WeightedCause[],
  sides: ReadonlyMap<string, string>,
  device?: Device,
): PlanningTask {
  const own = new Map(causes.map(({ id }) => [id, sides.get(id) ?? entryOf(base.causes, id).who] as const));
  const fixes = fixesFor(base, new Set(own.keys())).filter(
    (fix) => fix.id !== base.site.support.fix && !isWayRound(fix, causes),
  );
  return { causes, fixes: movesOf(base, fixes, own, device), support: base.site.support.minutes };
}

/** On whose side the causes of a symptom are, where its edges say so. */
export function sidesAt(base: KnowledgeBase, symptom: Symptom): ReadonlyMap<string, string> {
  return new Map(
    (base.causesOf.get(symptom.id) ?? []).flatMap(({ cause, on }) =>
      on === undefined ? [] : [[cause, on] as const],
    ),
  );
}

/** Whether a fix only gets round the greater part of what it does about these causes; then it is no fix of their plan. */
export function isWayRound({ solves }: Fix, causes: readonly WeightedCause[]): boolean {
  const massOf = (round: boolean): number =>
    causes.reduce((sum, { id, probability }) => {
      const has = solves.some(({ cause, works }) => cause === id && (works === 'workaround') === round);
      return has ? sum + probability : sum;
    }, 0);
  const round = massOf(true);
  return round > 0 && round >= massOf(false);
}

/** The planning task of a cause that is known to be present. */
export function taskOfCause(base: KnowledgeBase, cause: Cause): PlanningTask {
  const present = new Map([[cause.id, undefined]]);
  return {
    causes: [{ id: cause.id, probability: 1 }],
    fixes: movesOf(base, fixesFor(base, new Set(present.keys())), present),
    support: base.site.support.minutes,
  };
}

/**
 * The probabilities of a symptom's causes before any question; `words` replaces the words of its edges, in their order. Where reports have
 * said something, theirs; another word then moves them as it would move its own number.
 */
export function priorOf(
  base: KnowledgeBase,
  symptom: Symptom,
  words?: readonly Weight[],
): readonly WeightedCause[] {
  const edges = base.causesOf.get(symptom.id) ?? [];
  if (edges.some(({ learned }) => learned !== undefined)) return learnedPrior(edges, words);
  return probabilitiesOf(
    edges.map(({ cause, likelihood }, index) => ({ cause, likelihood: words?.[index] ?? likelihood })),
    base.site.unknown,
  );
}

function learnedPrior(
  edges: readonly (Explanation & { readonly cause: string })[],
  words: readonly Weight[] | undefined,
): readonly WeightedCause[] {
  const known = edges.reduce((sum, { learned = 0 }) => sum + learned, 0);
  const moved = edges.map(({ learned = 0, likelihood }, index) => {
    const word = words?.[index] ?? likelihood;
    return word === likelihood ? learned : (learned * weightOf(word)) / (weightOf(likelihood) || 1);
  });
  const sum = moved.reduce((all, value) => all + value, 0);
  const scale = words && sum > 0 ? known / sum : 1;
  return edges.map(({ cause }, index) => ({ id: cause, probability: (moved[index] ?? 0) * scale }));
}

/** A question for the causes of one symptom. Whether it is something else, no answer tells. */
export function planQuestionOf(question: Question, causes: readonly string[]): PlanQuestion {
  const table = new Map(causes.map((cause) => [cause, answerLikelihoods(question, cause)]));
  return {
    id: question.id,
    minutes: question.minutes,
    answers: question.answers.map(({ id }) => ({
      id,
      likely: new Map(causes.map((cause) => [cause, table.get(cause)?.get(id) ?? 0])),
      otherwise: 'typical' as const,
    })),
  };
}

/**
 * How often a fix works against a cause, as a number. A way round the problem does not count. A check counts like "almost
 * always", since afterwards the reader knows and is done, but only for a cause that nothing almost always solves: where there
 * is a reliable fix, knowing is not the end, and the check must not push that fix down. What reports have `learned` stands in place of the word.
 */
export function chanceOf(base: KnowledgeBase, cause: string, works: Works, learned?: number): number {
  if (works === 'workaround') return 0;
  if (learned !== undefined) return learned;
  if (works !== 'confirms') return weightOf(works);
  const reliable = weightOf('almost-always');
  const others = base.fixesOf.get(cause) ?? [];
  return others.some(
    (edge) => edge.works !== 'workaround' && edge.works !== 'confirms' && weightOf(edge.works) >= reliable,
  )
    ? 0
    : reliable;
}

function fixesFor(base: KnowledgeBase, causes: ReadonlySet<string>): readonly Fix[] {
  const ids = new Set([...causes].flatMap((cause) => base.fixesOf.get(cause) ?? []).map(({ fix }) => fix));
  return [...ids].sort().map((id) => entryOf(base.fixes, id));
}

/** Every way in which these fixes can be done, on a device if it is given, as the engine takes them; `causes` says on whose side each is. */
function movesOf(
  base: KnowledgeBase,
  fixes: readonly Fix[],
  causes: ReadonlyMap<string, string | undefined>,
  device?: Device,
): readonly PlanFix[] {
  return fixes.flatMap((fix) => {
    const edges = fix.solves.filter(
      (edge) => causes.has(edge.cause) && helps(base, fix, edge, causes.get(edge.cause)),
    );
    const sides = [...new Set(edges.map(({ on }) => on ?? fix.who))];
    return sides.flatMap((side): PlanFix[] => {
      if (device && side === base.site.who[0]?.id && !appliesTo(base.site, fix, device)) return [];
      const own = edges.filter(({ on }) => (on ?? fix.who) === side);
      return [
        {
          id: moveIdOf(fix, side),
          minutes: minutesOfMove(base, { fix, on: side }),
          test: testOfMove(base, { fix, on: side }),
          tier: tierOf(base.site, fix.loses),
          requires: fix.requires.map((id) =>
            moveIdOf(entryOf(base.fixes, id), side === fix.who ? undefined : side),
          ),
          works: new Map(
            own.map(({ cause, works, learned }) => [cause, chanceOf(base, cause, works, learned)]),
          ),
        },
      ];
    });
  });
}

/** Whether a fix helps against a cause on that side: a way round does not, nor does work on the wrong device, unless the edge says that it does. */
function helps({ site }: KnowledgeBase, fix: Fix, edge: Solution, side: string | undefined): boolean {
  if (edge.works === 'workaround') return false;
  return !isAcross(site, side, edge.on ?? fix.who) || (edge.on !== undefined && edge.ask === undefined);
}

/** Minutes of the test after a move that it may share with others: on the reader's own device, and without a wait of hours. */
export function testOfMove({ site }: KnowledgeBase, { fix, on }: Pick<Move, 'fix' | 'on'>): number {
  return (on ?? fix.who) === site.who[0]?.id && fix.wait < hours ? fix.check : 0;
}

/** All that a move costs, in minutes: work, test, waiting, and what sparing its other costs is worth. */
export function minutesOfMove(base: KnowledgeBase, move: Pick<Move, 'fix' | 'on'>): number {
  return costsOfMove(base, move).reduce((sum, { minutes }) => sum + minutes, 0);
}

/** What the minutes of a move are made of: `work` (its test included), `wait`, and the ids of its burdens and of what it loses. */
export function costsOfMove(
  { site }: KnowledgeBase,
  { fix, on }: Pick<Move, 'fix' | 'on'>,
): readonly { readonly of: string; readonly minutes: number }[] {
  const side = on ?? fix.who;
  const asks = side !== site.who[0]?.id && site.who.some(({ id, device }) => id === side && device);
  const burdens = new Set([
    ...fix.burdens,
    ...(fix.wait >= hours ? ['hours'] : []),
    ...(asks ? ['person'] : []),
  ]);
  return [
    { of: 'work', minutes: handsOnOf(fix) },
    { of: 'wait', minutes: minuteOfWaiting * fix.wait },
    { of: fix.loses, minutes: site.risks[tierOf(site, fix.loses)]?.minutes ?? 0 },
    ...site.burdens.filter(({ id }) => burdens.has(id)).map(({ id, minutes }) => ({ of: id, minutes })),
  ];
}
