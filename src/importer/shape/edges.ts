import { newDraft, type Draft } from '../model.ts';
import { paragraph } from '../read/mend.ts';
import type { FoundCause } from './causes.ts';
import type { FoundFix } from './fixes.ts';
import { headings, partOf } from './place.ts';
import { speaksOf } from './words.ts';

/**
 * Writes the edges: every cause explains the symptom; a fix solves the cause that its heading names, or that its title speaks
 * of, or all. What cannot be told is asked. Gives back all drafts, with suffixes for their ids: symptom, causes, fixes.
 */
export function connect(
  symptom: Draft,
  found: readonly FoundCause[],
  fixes: readonly FoundFix[],
): readonly Draft[] {
  const causes = found.length > 0 ? found : [{ draft: placeholder(symptom), number: 1, depth: 2 }];
  const several = causes.length > 1;
  for (const { draft } of causes) {
    draft.edges.push({ to: symptom, word: several ? 'sometimes' : 'often' });
    if (several)
      draft.todos.push({
        kind: 'likelihood',
        field: 'explains',
        ask: `One of ${causes.length} causes: how likely is it?`,
      });
    if (found.length > 0)
      draft.todos.push({ kind: 'title', field: 'title', ask: 'Proposed from the first sentence.' });
  }
  for (const fix of fixes) solve(fix, causes, fixes.length);
  for (const { draft } of causes) askForCure(draft, fixes);
  const drafts = [...fixes.map(({ draft }) => draft), ...missingFix(causes, fixes)];
  name(
    causes.map(({ draft }) => draft),
    'cause',
  );
  name(
    drafts.filter((draft) => draft.fields.get('works') !== 'confirms'),
    'fix',
  );
  name(
    drafts.filter((draft) => draft.fields.get('works') === 'confirms'),
    'check',
  );
  return [symptom, ...causes.map(({ draft }) => draft), ...drafts];
}

function placeholder(symptom: Draft): Draft {
  const draft = newDraft('cause', 'cause');
  draft.title = `Not known yet: ${symptom.title}`;
  draft.summary = 'The old article names no cause.';
  draft.todos.push({
    kind: 'cause',
    field: 'title',
    ask: 'The old article names no cause. Why does this happen?',
  });
  partOf(draft, headings.cause).nodes.push(paragraph('The old article does not say why this happens.'));
  return draft;
}

function solve({ draft, forCause }: FoundFix, causes: readonly FoundCause[], fixes: number): void {
  const certain = causes.filter(({ number }) => forCause !== undefined && number === forCause);
  const spoken = causes.filter((cause) =>
    speaksOf(`${draft.title} ${draft.aliases.join(' ')}`, cause.draft.title),
  );
  const solved =
    certain.length > 0 ? certain : causes.length > 1 && fixes > 1 && spoken.length === 1 ? spoken : causes;
  const word = String(draft.fields.get('works') ?? 'often');
  for (const cause of solved) draft.edges.push({ to: cause.draft, word });
  if (word === 'often')
    draft.todos.push({ kind: 'works', field: 'solves', ask: 'How often does this help?' });
  if (solved.length > 1 || (causes.length > 1 && certain.length === 0)) {
    draft.todos.push({ kind: 'edge', field: 'solves', ask: 'Which of the causes does this solve?' });
    if (fixes === 1 && word !== 'confirms')
      draft.todos.push({ kind: 'split', ask: 'One fix for several causes: should it be one fix for each?' });
  }
}

/** A fix to be written for the causes that no fix of the source is for. */
function missingFix(causes: readonly FoundCause[], fixes: readonly FoundFix[]): readonly Draft[] {
  const solved = new Set(fixes.flatMap(({ draft }) => draft.edges.map(({ to }) => to)));
  const left = causes.filter(({ draft }) => !solved.has(draft));
  const [first] = left;
  if (!first) return [];
  const draft = newDraft('fix', 'fix');
  draft.title = `Solve: ${first.draft.title}`;
  draft.fields.set('minutes', 3);
  draft.edges.push(...left.map((cause) => ({ to: cause.draft, word: 'often' })));
  draft.todos.push({ kind: 'text', ask: 'The old article does not say what to do about this cause.' });
  return [draft];
}

/** A cause with only a way round it or a check. */
function askForCure(cause: Draft, fixes: readonly FoundFix[]): void {
  const words = fixes.flatMap(({ draft }) =>
    draft.edges.filter(({ to }) => to === cause).map(({ word }) => word),
  );
  if (words.length > 0 && words.every((word) => word === 'workaround' || word === 'confirms'))
    cause.todos.push({
      kind: 'cure',
      ask: words.includes('workaround') ? 'There is only a way round it.' : 'There is only a check.',
    });
}

function name(drafts: readonly Draft[], word: string): void {
  for (const [index, draft] of drafts.entries()) draft.suffix = index === 0 ? word : `${word}-${index + 1}`;
}
