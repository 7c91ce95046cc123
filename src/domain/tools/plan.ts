import { unsureAnswer } from '../advice/page/plan-tree.ts';
import { planLeft, type PackedTask } from '../reader/plan-left.ts';
import type { MoveFacts, PagePlan, SymptomFacts } from '../twins/article-facts.ts';
import { isFault, unknownId, type Fault } from './fault.ts';

/** What a program says about its reader. */
export interface PlanRequest {
  /** question → answer. */
  readonly answers: Readonly<Record<string, string>>;
  readonly device?: string | undefined;
  /** Moves that were tried and did not help. */
  readonly tried: readonly string[];
}

/** One move of a plan, as its page shows it. */
export interface PlannedMove extends MoveFacts {
  readonly id: string;
  readonly place: number;
  readonly tried: boolean;
  /** Moves that are done before the same test. */
  readonly together?: readonly string[] | undefined;
}

/** The plan of a page, with what is next for this reader. */
export interface PlanAnswer {
  readonly symptom: string;
  readonly title: string;
  /** The page that says the same. */
  readonly url: string;
  readonly answers: PagePlan['answers'];
  /** What the page asks next; to answer it is quicker than to begin. */
  readonly ask?: PagePlan['ask'];
  /** The moves that are worth their time, in order. */
  readonly plan: readonly PlannedMove[];
  /** Less likely to help than support is quick. */
  readonly belowStop: readonly PlannedMove[];
  readonly lastResort: readonly PlannedMove[];
  readonly workarounds: readonly string[];
  /** The next move to try; none where the plan ends and support is next. */
  readonly next?: string | undefined;
}

/**
 * The plan for what is known of a reader: that of the page to which the answers lead, as far as they are asked for. `left` is what a page
 * that works plans out anew after what was tried carries for that.
 */
export function planAnswer(
  facts: SymptomFacts,
  devices: readonly string[],
  request: PlanRequest,
  leftOf: (page: PagePlan) => PackedTask | undefined = () => undefined,
): PlanAnswer | Fault {
  const page = pageFor(facts, devices, request);
  if (isFault(page)) return page;
  const stranger = request.tried.find((move) => !Object.hasOwn(facts.moves, move));
  if (stranger !== undefined) return unknownId('fix of this plan', stranger, Object.keys(facts.moves));
  const sections = sectionsOf(page, request.tried, leftOf(page));
  let place = 0;
  const moved = (ids: readonly string[]): readonly PlannedMove[] =>
    ids.map((id) => ({
      id,
      ...facts.moves[id]!,
      place: ++place,
      tried: request.tried.includes(id),
      together: page.batches.find((batch) => batch.includes(id)),
    }));
  return {
    symptom: facts.id,
    title: facts.title,
    url: page.url,
    answers: page.answers,
    ask: page.ask,
    plan: moved(sections.above),
    belowStop: moved(sections.below),
    lastResort: moved(page.lastResort),
    workarounds: page.workarounds,
    next: sections.above.find((id) => !request.tried.includes(id)),
  };
}

function sectionsOf(
  { start, then, lessLikely, lastResort }: PagePlan,
  tried: readonly string[],
  left: PackedTask | undefined,
): { readonly above: readonly string[]; readonly below: readonly string[] } {
  const above = [...start, ...then];
  if (!left || tried.length === 0) return { above, below: lessLikely };
  const movable = [...above, ...lessLikely];
  const order = planLeft(left, new Set(tried)).filter((id) => movable.includes(id));
  const done = tried.filter((id) => !lastResort.includes(id));
  return {
    above: order,
    below: movable.filter((id) => !order.includes(id) && !done.includes(id)),
  };
}

/** The page to which the answers lead, question by question, from the one for the device. */
function pageFor(
  facts: SymptomFacts,
  devices: readonly string[],
  { answers, device }: PlanRequest,
): PagePlan | Fault {
  if (device !== undefined && !devices.includes(device)) return unknownId('device', device, devices);
  const wrong = wrongAnswer(facts, answers);
  if (wrong) return wrong;
  const first = facts.plans.filter((plan) => plan.answers.length === 0);
  const root = first.find((plan) => device !== undefined && plan.devices.includes(device)) ?? first[0];
  return root ? follow(facts.plans, root, answers) : { fault: `The symptom \`${facts.id}\` has no plan.` };
}

/** The page to which the answers lead from one: as far as what it asks is answered. */
function follow(plans: readonly PagePlan[], page: PagePlan, answers: PlanRequest['answers']): PagePlan {
  const given = page.ask && Object.hasOwn(answers, page.ask.id) ? answers[page.ask.id] : undefined;
  const way = page.ask?.answers.find(({ id }) => id === given)?.url;
  const url = way ?? (given === unsureAnswer.id ? page.ask?.unsure : undefined);
  const next = url === undefined ? undefined : plans.find((plan) => plan.url === url);
  return next ? follow(plans, next, answers) : page;
}

/** An answer to a question that no page of the symptom asks, or one that the question does not have. */
function wrongAnswer({ plans }: SymptomFacts, answers: PlanRequest['answers']): Fault | undefined {
  const asked = new Map(
    plans.flatMap(({ ask }) =>
      ask ? [[ask.id, [...ask.answers.map(({ id }) => id), unsureAnswer.id]] as const] : [],
    ),
  );
  for (const [question, answer] of Object.entries(answers)) {
    const known = asked.get(question);
    if (!known) return unknownId('question of this symptom', question, asked.keys());
    if (!known.includes(answer)) return unknownId(`answer to \`${question}\``, answer, known);
  }
  return undefined;
}
