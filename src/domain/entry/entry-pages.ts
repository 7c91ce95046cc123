import { chanceOf } from '../advice/planning-task.ts';
import { jointCausesOf, jointTaskOf, type Mix } from '../advice/joint-plan.ts';
import { moveIdOf, moveOf } from '../advice/move.ts';
import { planHomeOf, startId } from '../advice/plan-home.ts';
import { symptomPlanOf } from '../advice/page/shown-plan.ts';
import type { PlanEntry, Reason, SymptomPlan } from '../advice/symptom-plan.ts';
import type { GivenAnswer, SymptomView } from '../advice/symptom-view.ts';
import type { Symptom } from '../knowledge/article.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { pathOf } from '../knowledge/paths.ts';
import type { Start } from '../knowledge/start.ts';
import { planOf } from '../plan/plan.ts';
import { firstTreeOf, type EntryNode } from './entry-tree.ts';
import { compareText } from '../values/compare.ts';

/** One page of the first questions: the plan for all that it may be, the next question, and the symptoms that fit best. */
export interface EntryPage extends SymptomView {
  readonly candidates: readonly Symptom[];
}

const mostCandidates = 4;
/** A symptom is named on the page when it is at least this likely, or among the first two. */
const worthNaming = 0.1;

/** Every static page of the first questions, `/start/` first; none where the knowledge base asks none. */
export function entryPagesOf(base: KnowledgeBase): readonly EntryPage[] {
  const { start } = base;
  return start ? pagesOf(base, start, firstTreeOf(base, start), []) : [];
}

/** The address of a page by the answers that lead to it. */
export function entryPathOf(answers: readonly Pick<GivenAnswer, 'question' | 'answer'>[]): string {
  return `${planHomeOf(startId)}${answers.map(({ question, answer }) => `${question}/${answer}/`).join('')}`;
}

function pagesOf(
  base: KnowledgeBase,
  start: Start,
  node: EntryNode,
  answers: readonly GivenAnswer[],
): readonly EntryPage[] {
  const page: EntryPage = {
    plan: jointPlanOf(base, start, node.mix),
    path: entryPathOf(answers),
    answers,
    unanswered: entryPathOf([]),
    candidates: answers.length > 0 ? candidatesOf(base, node.mix) : [],
  };
  const { next } = node;
  if (!next) return [page];
  const { question } = next;
  const below = next.branches.flatMap(({ answer: id, node: child }) => {
    const answer = question.answers.find((candidate) => candidate.id === id);
    if (!answer) return [];
    const given = { question: question.id, answer: id, title: question.title, label: answer.label };
    const way = [...answers, { ...given, back: entryPathOf(answers) }];
    const sure = child.sure === undefined ? undefined : entryOf(base.symptoms, child.sure);
    return [{ answer, way, child, href: sure ? pathOf(sure) : entryPathOf(way), leads: sure !== undefined }];
  });
  const ask = {
    id: question.id,
    title: question.title,
    help: question.help,
    minutes: question.minutes,
    answers: below.map(({ answer: { id, label, picture }, href }) => ({ id, label, href, picture })),
  };
  return [
    { ...page, ask },
    ...below.flatMap(({ way, child, leads }) => (leads ? [] : pagesOf(base, start, child, way))),
  ];
}

function candidatesOf(base: KnowledgeBase, mix: Mix): readonly Symptom[] {
  return [...mix]
    .sort(([a, p], [b, q]) => q - p || compareText(a, b))
    .slice(0, mostCandidates)
    .filter(([, share], index) => index < 2 || share >= worthNaming)
    .map(([id]) => entryOf(base.symptoms, id));
}

/** The joint plan as a page shows it, under a stand-in for the symptom that nobody knows yet. What rarely pays or loses most is left to the symptoms' own pages. */
function jointPlanOf(base: KnowledgeBase, start: Start, mix: Mix): SymptomPlan {
  const task = jointTaskOf(base, mix);
  const shown = symptomPlanOf(base, standIn(start), task, planOf(task, 'quick'));
  const explained = (entry: PlanEntry): PlanEntry => ({ ...entry, reasons: reasonsOf(base, mix, entry.id) });
  return {
    ...shown,
    start: shown.start.map(explained),
    then: shown.then.map(explained),
    lessLikely: [],
    lastResort: [],
  };
}

function standIn({ title, text = title }: Start): Symptom {
  const lists = { aliases: [], says: [], codes: [], sources: [], was: [], anchors: [] };
  return {
    kind: 'symptom',
    id: startId,
    title,
    summary: text,
    ...lists,
    applies: {},
    questions: [],
    similar: [],
    order: 'computed',
    fixes: [],
  };
}

/** The causes that a move may remove, the most useful first; each with the word that it has where it is likeliest. */
function reasonsOf(base: KnowledgeBase, mix: Mix, id: string): readonly Reason[] {
  const probabilities = new Map(jointCausesOf(base, mix).map((cause) => [cause.id, cause.probability]));
  const { fix } = moveOf(base, id);
  return fix.solves
    .flatMap(({ cause: name, works, because, on, learned }) => {
      const probability = probabilities.get(name);
      if (probability === undefined || works === 'workaround' || moveIdOf(fix, on) !== id) return [];
      const cause = entryOf(base.causes, name);
      const likeliest = cause.explains.toSorted(
        (a, b) => (mix.get(b.symptom) ?? 0) - (mix.get(a.symptom) ?? 0),
      )[0];
      const reason: Reason = { cause, likelihood: likeliest?.likelihood ?? 'sometimes', works, because };
      return [{ gain: probability * chanceOf(base, name, works, learned), reason }];
    })
    .sort((a, b) => b.gain - a.gain)
    .map(({ reason }) => reason);
}
