/** What is learned about together: the causes of one symptom with their probabilities, and how often each move works against each of them, as the authors' words have it. */
export interface LearningCase {
  readonly symptom: string;
  readonly causes: readonly { readonly id: string; readonly probability: number }[];
  /** move → cause → chance (0–1). An edge that is not here stays 0. */
  readonly works: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Sessions that say the same: what was tried, in order, of which the last one worked or not. */
export interface LearningSession {
  readonly symptom: string;
  readonly tried: readonly string[];
  readonly worked: boolean;
  /** The chance (0.5–1) that the answer is the true one; the rest is told the other way round. */
  readonly truth: number;
  readonly times: number;
  /** P(what the reader answered | cause), for each cause and for something else; 1 where nothing was asked. */
  readonly likely?: (cause: string | undefined) => number;
}

/** What is believed, as numbers in rows. */
export interface Model {
  readonly cases: readonly CaseState[];
  readonly moves: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Chances of all edges, by number: as the words have them and now. */
  readonly words: Float64Array;
  readonly now: Float64Array;
}

/** One symptom: its causes, with something else behind them, and its sessions. */
export interface CaseState {
  readonly of: LearningCase;
  /** Probabilities of the causes, and of something else behind them. */
  readonly words: Float64Array;
  readonly now: Float64Array;
  readonly sessions: readonly SessionState[];
  /** By the number of fixes tried, the chance to stop after the last of them did not help; empty where every device tells the truth. */
  readonly stops: Float64Array;
}

/** Sessions that say the same. */
export interface SessionState {
  readonly worked: boolean;
  readonly truth: number;
  readonly times: number;
  readonly likely: Float64Array;
  /** For each move tried, the number of its edge to each cause; −1 where there is none. */
  readonly edges: readonly Int32Array[];
}

/** What is believed before any session: the authors' words. */
export function modelOf(cases: readonly LearningCase[], sessions: readonly LearningSession[]): Model {
  const moves = new Map<string, Map<string, number>>();
  const chances: number[] = [];
  for (const { works } of cases)
    for (const [move, edges] of works)
      for (const [cause, chance] of edges) {
        const known = moves.get(move) ?? new Map<string, number>();
        moves.set(move, known);
        if (chance > 0 && !known.has(cause)) known.set(cause, chances.push(chance) - 1);
      }
  const own = Map.groupBy(sessions, ({ symptom }) => symptom);
  return {
    cases: cases.map((of) => caseState(of, own.get(of.symptom) ?? [], moves)),
    moves,
    words: Float64Array.from(chances),
    now: Float64Array.from(chances),
  };
}

function caseState(
  of: LearningCase,
  sessions: readonly LearningSession[],
  moves: ReadonlyMap<string, ReadonlyMap<string, number>>,
): CaseState {
  const known = of.causes.reduce((sum, { probability }) => sum + probability, 0);
  const words = Float64Array.from([
    ...of.causes.map(({ probability }) => probability),
    Math.max(0, 1 - known),
  ]);
  const edgesOf = (move: string): Int32Array => {
    const edges = of.works.has(move) ? moves.get(move) : undefined;
    return Int32Array.from([...of.causes.map(({ id }) => edges?.get(id) ?? -1), -1]);
  };
  return {
    of,
    words,
    now: words.slice(),
    stops: sessions.some(({ truth }) => truth < 1)
      ? new Float64Array(1 + Math.max(...sessions.map(({ tried }) => tried.length))).fill(0.5)
      : new Float64Array(0),
    sessions: sessions.map(({ tried, likely, ...session }) => ({
      ...session,
      likely: Float64Array.from([...of.causes.map(({ id }) => id), undefined], (id) => likely?.(id) ?? 1),
      edges: tried.map(edgesOf),
    })),
  };
}
