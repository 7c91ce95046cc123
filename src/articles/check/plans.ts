import type { Symptom } from '../../domain/knowledge/article.ts';
import type { DiagnosisNode, QuestionValue } from '../../domain/plan/questions.ts';
import { buildKnowledgeBase, entryOf, type KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import { isWayRound, priorOf, taskOf } from '../../domain/advice/planning-task.ts';
import { severityOf, type Problem } from '../../domain/problems/problem.ts';
import { tierOf } from '../../domain/knowledge/site.ts';
import { diagnoseSymptom } from '../../domain/advice/symptom-pages.ts';
import { learnFrom } from '../../domain/evidence/learn.ts';
import { checkLearning } from '../evidence/check.ts';
import { evidenceOf } from '../evidence/evidence-of.ts';
import { checkFirstQuestions } from '../start/first-questions.ts';
import { checkNeeds, checkOrders } from './order-faults.ts';
import type { ArticleFile, Content } from '../content.ts';

/** What only the plans show: an author's order that breaks the rules, orders that a person would call silly, and questions that never pay. Runs on content without errors. */
export function checkPlans(content: Content, found: readonly Problem[]): readonly Problem[] {
  const base = found.some((problem) => severityOf(problem) === 'error')
    ? undefined
    : knowledgeBaseOf(content);
  if (!base) return [];
  const inPlans = content.articles.flatMap((file) => {
    const { article } = file;
    if (article?.kind !== 'symptom') return [];
    const order = checkAuthorOrder(base, file, article);
    return [
      ...order,
      ...(order.length > 0 ? [] : checkOrders(base, file, article)),
      ...checkQuestionValues(base, file, article),
    ];
  });
  return [
    ...inPlans,
    ...checkNeeds(base, content),
    ...checkLearning(base, content),
    ...(content.start ? checkFirstQuestions(base, content.start) : []),
  ];
}

/** The graph of content that has been read, with what its reports teach; undefined when `site.yaml` or an article could not be read. */
export function knowledgeBaseOf(content: Content): KnowledgeBase | undefined {
  // Check, pages, feeds and the sitemap of one build ask for the same.
  if (!known.has(content)) known.set(content, learnedBaseOf(content));
  return known.get(content);
}

const known = new WeakMap<Content, KnowledgeBase | undefined>();

function learnedBaseOf(content: Content): KnowledgeBase | undefined {
  const articles = content.articles.flatMap(({ article }) => article ?? []);
  if (!content.site || articles.length < content.articles.length) return undefined;
  const base = buildKnowledgeBase(
    content.site.value,
    articles,
    content.questions.map(({ value }) => value),
    content.start?.value,
  );
  return learnFrom(base, evidenceOf(content.evidence.value));
}

function checkAuthorOrder(base: KnowledgeBase, file: ArticleFile, symptom: Symptom): readonly Problem[] {
  if (symptom.order !== 'author') return [];
  const useful = new Set(taskOf(base, symptom).fixes.map(({ id }) => id));
  return symptom.fixes.flatMap((id, index): Problem[] => {
    const fix = entryOf(base.fixes, id);
    const before = symptom.fixes.slice(0, index);
    const problem = (message: string, hint: string): Problem => ({
      kind: 'wrong-order',
      place: file.placeOf(['fixes', index]),
      message,
      hint,
    });
    if (!useful.has(id))
      return [
        problem(
          isWayRound(fix, priorOf(base, symptom))
            ? `\`${id}\` only gets round most of what it does about the causes of this symptom, so it is no fix of its plan.`
            : `\`${id}\` solves none of the causes of this symptom.`,
          `Remove it from \`fixes\`, or let it solve one of the causes.`,
        ),
      ];
    const riskier = before.find(
      (other) => tierOf(base.site, entryOf(base.fixes, other).loses) > tierOf(base.site, fix.loses),
    );
    if (riskier)
      return [
        problem(
          `\`${id}\` stands after \`${riskier}\`, which loses more.`,
          `Move \`${id}\` before \`${riskier}\`: a riskier fix never comes before a safer one.`,
        ),
      ];
    const missing = fix.requires.find((other) => useful.has(other) && !before.includes(other));
    return missing
      ? [
          problem(
            `\`${id}\` requires \`${missing}\`, which does not come before it.`,
            `Put \`${missing}\` before \`${id}\`.`,
          ),
        ]
      : [];
  });
}

function checkQuestionValues(base: KnowledgeBase, file: ArticleFile, symptom: Symptom): readonly Problem[] {
  if (symptom.questions.length === 0) return [];
  const values = valuesIn(diagnoseSymptom(base, symptom, 'quick'));
  return symptom.questions.flatMap((id, index): Problem[] => {
    const own = values.filter(({ question }) => question === id);
    if (own.length === 0 || own.some(({ pays }) => pays)) return [];
    const best = Math.max(...own.map(({ saves }) => saves));
    const minutes = own[0]?.minutes ?? 0;
    return [
      {
        kind: 'question-never-pays',
        place: file.placeOf(['questions', index]),
        message: `Asking \`${id}\` here would save ${best.toFixed(2)} minutes at best and takes ${minutes}, so it is never asked.`,
        hint: 'Remove it from `questions`, or say in its `likely` which causes its answers tell apart.',
      },
    ];
  });
}

function valuesIn(node: DiagnosisNode): readonly QuestionValue[] {
  return [...node.values, ...(node.next?.branches ?? []).flatMap((branch) => valuesIn(branch.node))];
}
