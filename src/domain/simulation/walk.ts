import { planQuestionOf, taskOf } from '../advice/planning-task.ts';
import type { Symptom } from '../knowledge/article.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { pathOf } from '../knowledge/paths.ts';
import { afterAnswer, type PlanQuestion } from '../plan/answers.ts';
import type { PlanningTask } from '../plan/plan.ts';
import { randomFrom } from '../plan/random.ts';
import type { Offer, Offers } from './offer.ts';
import { unsureAnswer } from '../advice/page/plan-tree.ts';

/** What simulated readers of one symptom took, in minutes. */
export interface Walked {
  readonly readers: number;
  readonly mean: number;
  /** Standard error of the mean. */
  readonly error: number;
}

/**
 * Lets readers walk the pages of a symptom. Each has one cause, drawn by the graph (in equal steps, so that every cause has its share);
 * answers every question by the cause, does the cards top to bottom until one works, and goes to support at the stop line. Only what the
 * pages offer is followed. Throws with the address where a page or a fix is missing.
 */
export function walkSymptom(
  base: KnowledgeBase,
  offers: Offers,
  symptom: Symptom,
  { readers, seed }: { readonly readers: number; readonly seed: number },
): Walked {
  const random = randomFrom(seed);
  const task = taskOf(base, symptom);
  const first = stopAt(base, offers, task, pathOf(symptom), symptom);
  let sum = 0;
  let squares = 0;
  for (let reader = 0; reader < readers; reader++) {
    const cause = causeAt(task, (reader + random()) / readers);
    const minutes = minutesOfReader(first, cause, random);
    sum += minutes;
    squares += minutes * minutes;
  }
  const mean = sum / readers;
  const variance = Math.max(0, squares / readers - mean * mean);
  return { readers, mean, error: Math.sqrt(variance / readers) };
}

/** Whether the mean of simulated readers agrees with what the engine expects: within two standard errors, or within rounding. */
export function agrees({ mean, error }: Walked, expected: number): boolean {
  return Math.abs(mean - expected) <= 2 * error + 1e-6 * Math.max(1, expected);
}

/** A page, with all that chance needs to know at it. */
interface Stop {
  readonly offer: Offer;
  readonly works: readonly ReadonlyMap<string, number>[];
  readonly ask: { readonly minutes: number; readonly ways: readonly Way[] } | undefined;
}

interface Way {
  /** P(answer | cause); `otherwise` for something else. */
  readonly likely: ReadonlyMap<string, number>;
  readonly otherwise: number;
  readonly to: Stop;
}

function stopAt(
  base: KnowledgeBase,
  offers: Offers,
  task: PlanningTask,
  path: string,
  symptom: Symptom,
): Stop {
  const offer = offers(path);
  if (!offer) throw new Error(`There is no page at \`${path}\` of the built site.`);
  const works = offer.cards.map(({ moves }) => chancesOf(task, moves, path));
  if (!offer.ask) return { offer, works, ask: undefined };
  const question: PlanQuestion = planQuestionOf(
    entryOf(base.questions, offer.ask.question),
    task.causes.map(({ id }) => id),
  );
  const known = (id: string) => question.answers.find((candidate) => candidate.id === id);
  // Simulated readers know their answers; the way for those who do not is none of the question's own.
  const offered = offer.ask.answers.filter(({ id }) => id !== unsureAnswer.id || known(id));
  const ways = offered.map(({ id, href }): Way => {
    const answer = known(id);
    const after = answer && afterAnswer(task, answer);
    if (!answer || !after)
      throw new Error(`\`${path}\` offers the answer \`${id}\`, which \`${question.id}\` does not have.`);
    return {
      likely: answer.likely,
      otherwise: after.probability,
      to: stopAt(base, offers, after.task, href, symptom),
    };
  });
  return { offer, works, ask: { minutes: offer.ask.minutes, ways } };
}

/** How often the fixes of a card work together, by cause. */
function chancesOf(task: PlanningTask, moves: readonly string[], path: string): ReadonlyMap<string, number> {
  const together = new Map<string, number>();
  for (const move of moves) {
    const fix = task.fixes.find(({ id }) => id === move);
    if (!fix) throw new Error(`\`${path}\` offers \`${move}\`, which solves none of its causes.`);
    for (const [cause, chance] of fix.works)
      together.set(cause, 1 - (1 - (together.get(cause) ?? 0)) * (1 - chance));
  }
  return together;
}

function causeAt({ causes }: PlanningTask, share: number): string | undefined {
  let reached = 0;
  for (const { id, probability } of causes) {
    reached += probability;
    if (share < reached) return id;
  }
  return undefined;
}

function minutesOfReader(start: Stop, cause: string | undefined, random: () => number): number {
  let stop = start;
  let minutes = 0;
  while (stop.ask) {
    minutes += stop.ask.minutes;
    stop = wayOf(stop.ask.ways, cause, random()).to;
  }
  for (const [index, card] of stop.offer.cards.entries()) {
    minutes += card.minutes;
    if (random() < (stop.works[index]?.get(cause ?? '') ?? 0)) return minutes;
  }
  return minutes + stop.offer.support;
}

function wayOf(ways: readonly Way[], cause: string | undefined, share: number): Way {
  let reached = 0;
  for (const way of ways) {
    reached += cause === undefined ? way.otherwise : (way.likely.get(cause) ?? way.otherwise);
    if (share < reached) return way;
  }
  return ways.at(-1)!;
}
