import { moveIdOf } from '../advice/move.ts';
import { planQuestionOf, taskOf } from '../advice/planning-task.ts';
import type { Article, Cause, Fix, Solution } from '../knowledge/article.ts';
import { articlesOf, buildKnowledgeBase, entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { estimate, type Estimates } from './estimate.ts';
import type { LearningCase, LearningSession } from './learning-model.ts';
import { boundedCauses, boundedChance } from './bounds.ts';
import { presentIds } from './present-ids.ts';
import type { Evidence, Report } from './report.ts';
import { talliesOf } from './tallies.ts';

/** The knowledge base with what its reports say in place of what its words stand for: the words stay, the numbers of the plans move. The base itself where there are no reports, or where a fix that is required is not there, so that there are no plans to learn of. */
export function learnFrom(base: KnowledgeBase, { reports }: Evidence): KnowledgeBase {
  const known = presentReports(base, reports);
  const hasAll = [...base.fixes.values()].every(({ requires }) => requires.every((id) => base.fixes.has(id)));
  if (known.length === 0 || !hasAll) return base;
  return {
    ...withEstimates(base, estimatesFrom(base, known)),
    tallies: talliesOf(known),
  };
}

/** What reports say by the present ids of a knowledge base; without those of symptoms that it does not have. */
export function presentReports(base: KnowledgeBase, reports: readonly Report[]): readonly Report[] {
  const ids = presentIds(base);
  return reports.flatMap((report) => {
    const symptom = ids.symptom(report.symptom);
    return symptom === undefined ? [] : [{ ...report, symptom, tried: report.tried.map(ids.move) }];
  });
}

/** What reports say about the causes of their symptoms and about the moves of their plans, before it is bounded. */
export function estimatesFrom(base: KnowledgeBase, reports: readonly Report[]): Estimates {
  const cases = new Map(
    [...new Set(reports.map(({ symptom }) => symptom))].sort().map((id) => [id, caseOf(base, id)] as const),
  );
  const sessions = reports.flatMap((report) => sessionOf(base, entryOf(cases, report.symptom), report) ?? []);
  return estimate([...cases.values()], sessions);
}

function caseOf(base: KnowledgeBase, id: string): LearningCase {
  const { causes, fixes } = taskOf(base, entryOf(base.symptoms, id));
  return { symptom: id, causes, works: new Map(fixes.map((fix) => [fix.id, fix.works])) };
}

/** A report as far as it speaks of the plan: a way round or a fix of something else says nothing about the causes. */
function sessionOf(base: KnowledgeBase, of: LearningCase, report: Report): LearningSession | undefined {
  const speaks = (move: string): boolean => [...(of.works.get(move)?.values() ?? [])].some((s) => s > 0);
  const tried = report.tried.filter(speaks);
  if (tried.length === 0) return undefined;
  const worked = report.worked && tried.at(-1) === report.tried.at(-1);
  const truth = tried.at(-1) === report.tried.at(-1) ? report.truth : 1;
  return {
    symptom: report.symptom,
    tried,
    worked,
    truth,
    times: report.times,
    likely: likelihoodOf(base, of, report.answers),
  };
}

/** P(answers | cause); for something else, that of the typical cause. */
function likelihoodOf(
  base: KnowledgeBase,
  { causes }: LearningCase,
  answers: readonly string[],
): (cause: string | undefined) => number {
  const known = causes.reduce((sum, { probability }) => sum + probability, 0);
  const factors = answers.flatMap((text) => {
    const [question = '', id] = text.split('/');
    const asked = base.questions.get(question);
    const ids = causes.map((cause) => cause.id);
    const answer = asked && planQuestionOf(asked, ids).answers.find((one) => one.id === id);
    if (!answer) return [];
    const sum = causes.reduce(
      (all, cause) => all + cause.probability * (answer.likely.get(cause.id) ?? 0),
      0,
    );
    return [{ likely: answer.likely, typical: known > 0 ? sum / known : 1 }];
  });
  return (cause) =>
    factors.reduce(
      (product, { likely, typical }) =>
        product * (cause === undefined ? typical : (likely.get(cause) ?? typical)),
      1,
    );
}

/** The knowledge base with estimates on its edges, each within its bounds. */
function withEstimates(base: KnowledgeBase, { causes, works }: Estimates): KnowledgeBase {
  const bounded = new Map(
    [...causes].map(([symptom, learned]) => [symptom, boundedCauses(base, symptom, learned)]),
  );
  const articles = articlesOf(base).map((article): Article => {
    if (article.kind === 'cause') return causeWith(article, bounded);
    return article.kind === 'fix' ? fixWith(base, article, works) : article;
  });
  return buildKnowledgeBase(base.site, articles, [...base.questions.values()], base.start);
}

function causeWith(cause: Cause, learned: ReadonlyMap<string, ReadonlyMap<string, number>>): Cause {
  if (!cause.explains.some(({ symptom }) => learned.has(symptom))) return cause;
  const explains = cause.explains.map((edge) => {
    const probability = learned.get(edge.symptom)?.get(cause.id);
    return probability === undefined ? edge : { ...edge, learned: probability };
  });
  return { ...cause, explains };
}

function fixWith(base: KnowledgeBase, fix: Fix, works: Estimates['works']): Fix {
  const learnedOf = ({ cause, on }: Solution): number | undefined => works.get(moveIdOf(fix, on))?.get(cause);
  if (!fix.solves.some((edge) => learnedOf(edge) !== undefined)) return fix;
  const solves = fix.solves.map((edge) => {
    const chance = learnedOf(edge);
    return chance === undefined || edge.works === 'workaround'
      ? edge
      : { ...edge, learned: boundedChance(base, edge, chance) };
  });
  return { ...fix, solves };
}
