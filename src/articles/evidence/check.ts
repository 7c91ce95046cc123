import { taskOf } from '../../domain/advice/planning-task.ts';
import { presentIds } from '../../domain/evidence/present-ids.ts';
import { isShare, shareIn, whyNoShare } from '../../domain/evidence/share.ts';
import { talliesOf } from '../../domain/evidence/tallies.ts';
import type { Fix, Symptom } from '../../domain/knowledge/article.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { checkReference, idsOf, type KnownIds } from '../check/references.ts';
import type { Content } from '../content.ts';
import { rawField } from '../read/raw-fields.ts';
import { evidenceOf } from './evidence-of.ts';

/** What is wrong with `evidence.yaml`, and numbers of articles that are shares of reports. */
export function checkEvidence(content: Content): readonly Problem[] {
  return [...checkReports(content), ...checkShares(content)];
}

/** Ids of reports that nobody knows, also as ids that an article had. */
function checkReports(content: Content): readonly Problem[] {
  const { evidence } = content;
  const ids = idsOf(content);
  const now = presentIds({
    symptoms: articlesBy(content, 'symptom') as ReadonlyMap<string, Symptom>,
    fixes: articlesBy(content, 'fix') as ReadonlyMap<string, Fix>,
  });
  return Object.entries(evidence.value.reports).flatMap(([symptom, reports]) => [
    ...checkReference(
      now.symptom(symptom) ?? symptom,
      'symptom',
      ids,
      content,
      evidence.placeOf(['reports', symptom]),
    ),
    ...reports.flatMap(({ tried, answers }, index) => [
      ...tried.flatMap((move, at) =>
        checkReference(
          now.move(move).split('--')[0] ?? '',
          'fix',
          ids,
          content,
          evidence.placeOf(['reports', symptom, index, 'tried', at]),
        ),
      ),
      ...answers.flatMap((answer, at) =>
        checkAnswer(answer, ids, content, evidence.placeOf(['reports', symptom, index, 'answers', at])),
      ),
    ]),
  ]);
}

function checkAnswer(
  text: string,
  ids: KnownIds,
  content: Content,
  place: Problem['place'],
): readonly Problem[] {
  const [question = '', answer = ''] = text.split('/');
  const unknown = checkReference(question, 'question', ids, content, place);
  const answers = content.questions.find(({ id }) => id === question)?.value.answers.map(({ id }) => id);
  if (unknown.length > 0 || !answers || answers.includes(answer)) return unknown;
  return [
    {
      kind: 'unknown-answer',
      place,
      message: `The question \`${question}\` has no answer \`${answer}\`, so the report says less than its reader did.`,
      hint: `Its answers: ${answers.map((id) => `\`${question}/${id}\``).join(', ')}.`,
    },
  ];
}

function articlesBy(content: Content, kind: 'symptom' | 'fix'): ReadonlyMap<string, unknown> {
  return new Map(
    content.articles.flatMap(({ article, id }) => (article?.kind === kind ? [[id, article] as const] : [])),
  );
}

/** Numbers in place of words that are nothing but a count of reports. */
function checkShares(content: Content): readonly Problem[] {
  const tallies = talliesOf(evidenceOf(content.evidence.value).reports);
  return content.articles.flatMap((file) => {
    const [list, field] =
      file.kind === 'fix' ? (['solves', 'works'] as const) : (['explains', 'likelihood'] as const);
    const edges = rawField(file, list);
    if (!Array.isArray(edges)) return [];
    return edges.flatMap((edge: unknown, index): Problem[] => {
      if (typeof edge !== 'object' || edge === null) return [];
      const { [field]: value, source } = edge as Record<string, unknown>;
      if (typeof value !== 'number' || typeof source !== 'string') return [];
      const named = shareIn(source);
      const tally = file.kind === 'fix' ? tallies.get(file.id) : undefined;
      // What a study found has an address; a number that nobody can look up and that is just what readers reported is theirs.
      const counted =
        tally && tally.tried >= 10 && !/https?:/.test(source)
          ? { part: tally.worked, whole: tally.tried }
          : undefined;
      const share = [named, counted].find((one) => one && isShare(value, one));
      return share
        ? [
            {
              kind: 'share-as-number',
              place: file.placeOf([list, index, field]),
              message: `\`${field}: ${value}\` is ${share.part} of ${share.whole} reports. ${whyNoShare}`,
              hint: 'Write a word, and let `npm run kb -- learn` read the reports themselves.',
            },
          ]
        : [];
    });
  });
}

/** Reports that no plan can learn from: nothing of what was tried is a fix of the plan of its symptom. Runs on content without errors. */
export function checkLearning(base: KnowledgeBase, content: Content): readonly Problem[] {
  const { evidence } = content;
  const now = presentIds(base);
  return Object.entries(evidence.value.reports).flatMap(([id, reports]) => {
    const symptom = base.symptoms.get(now.symptom(id) ?? '');
    if (!symptom) return [];
    const moves = new Set(taskOf(base, symptom).fixes.map((fix) => fix.id));
    return reports.flatMap(({ tried }, index): Problem[] =>
      tried.some((move) => moves.has(now.move(move)))
        ? []
        : [
            {
              kind: 'report-outside-plan',
              place: evidence.placeOf(['reports', id, index, 'tried']),
              message: `Nothing that was tried here solves a cause of \`${symptom.id}\`, so its plan learns nothing from this report.`,
              hint: 'Remove the report, or let a fix of it solve one of the causes.',
            },
          ],
    );
  });
}
