import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { exampleBase } from '../../knowledge/example-base.ts';
import type { Fix, Question } from '../../knowledge/article.ts';
import {
  articlesOf,
  buildKnowledgeBase,
  entryOf,
  type KnowledgeBase,
} from '../../knowledge/knowledge-base.ts';
import { planOf, type PlanningTask } from '../../plan/plan.ts';
import type { DiagnosisNode } from '../../plan/questions.ts';
import { devicesOf } from '../../versions/device.ts';
import { taskOf } from '../planning-task.ts';
import { diagnoseSymptom, symptomViewsOf } from '../symptom-pages.ts';
import { entriesOf, type PlanEntry, type SymptomPlan } from '../symptom-plan.ts';
import { symptomPlanOf } from './shown-plan.ts';

const tells = (id: string, of: string, other: string): Question => ({
  id,
  title: `Is it ${of}?`,
  minutes: 0.01,
  answers: [
    { id: 'yes', label: 'Yes', likely: { [of]: 'often', [other]: 'rarely' } },
    { id: 'no', label: 'No', likely: { [other]: 'often' } },
  ],
});
const base = exampleBase({
  symptom: { questions: ['lamp', 'tray'] },
  questions: [tells('lamp', 'crumbs', 'no-power'), tells('tray', 'old-memory', 'no-power')],
});
const symptom = entryOf(base.symptoms, 'pops-up');
const platforms = ['toaster', 'grill'].map((id) => ({ id, name: id, versions: [] }));
const withFix = (change: Partial<Fix>): KnowledgeBase =>
  buildKnowledgeBase(
    { ...base.site, platforms },
    articlesOf(base).map((article) =>
      article.kind === 'fix' && article.id === 'empty-tray' ? { ...article, ...change } : article,
    ),
    [...base.questions.values()],
  );
const asOf = ({ id, place, reasons }: PlanEntry): string =>
  [id, place, ...reasons.map(({ cause }) => cause.id)].join(' ');
const likelier = (cause: string): PlanningTask => {
  const task = taskOf(base, symptom);
  const causes = task.causes.map(({ id }) => ({ id, probability: id === cause ? 0.6 : 0.1 }));
  return { ...task, causes };
};

test('a fix that stands at one place for the same reasons is one entry in all plans of a symptom, and no other', () => {
  const plans = symptomViewsOf(base, symptom).map(({ plan }) => plan);
  const entries = plans.flatMap(entriesOf);
  const kinds = new Map(entries.map((entry) => [asOf(entry), entry]));
  ok(kinds.size > 5 && kinds.size < entries.length, `${kinds.size} of ${entries.length}`);
  for (const entry of entries) equal(kinds.get(asOf(entry)), entry);
  equal(new Set(entries).size, kinds.size);
});

test('where another cause has become likelier, it is the first reason of what removes both', () => {
  const solves = ['crumbs', 'no-power'].map((cause) => ({
    cause,
    works: 'often' as const,
    because: 'It may',
  }));
  const both = withFix({ solves });
  const own = entryOf(both.symptoms, 'pops-up');
  const plan = planOf(taskOf(both, own), 'quick');
  const shownFor = (cause: string): SymptomPlan =>
    symptomPlanOf(both, own, { ...taskOf(both, own), causes: likelier(cause).causes }, plan);
  const reasonsIn = (shown: SymptomPlan): readonly string[] =>
    entriesOf(shown)
      .find(({ id }) => id === 'empty-tray')!
      .reasons.map(({ cause }) => cause.id);
  deepEqual(reasonsIn(shownFor('crumbs')), ['crumbs', 'no-power']);
  deepEqual(reasonsIn(shownFor('no-power')), ['no-power', 'crumbs']);
});

test('what is said of a cause is one thing in all plans that say the same of it', () => {
  const rows = symptomViewsOf(base, symptom).flatMap(({ plan }) => plan.causes);
  const said = new Map(rows.map((row) => [[row.cause.id, row.likelihood, row.change].join(' '), row]));
  ok(said.size < rows.length);
  equal(new Set(rows).size, said.size);
});

test('who cannot answer sees the same plan, and who answers one of their own', () => {
  const views = symptomViewsOf(base, symptom);
  const planAt = (path: string): SymptomPlan | undefined => views.find((view) => view.path === path)?.plan;
  const { ask } = views[0]!;
  ok(ask?.unsure);
  equal(planAt(ask.unsure), views[0]!.plan);
  for (const { href } of ask.answers) notEqual(planAt(href), views[0]!.plan);
});

test('the check and the pages of a symptom look for its tree once; a device with other fixes has one of its own', () => {
  equal(diagnoseSymptom(base, symptom, 'quick'), diagnoseSymptom(base, symptom, 'quick'));
  const found = diagnoseSymptom(base, symptom, 'quick');
  const shown = diagnoseSymptom(base, symptom, 'shown');
  equal(shown.task, found.task);
  equal(shown.plan.exact, true);
  equal(found.plan.exact, false);
  equal(diagnoseSymptom(base, symptom).plan.exact, true);
  const narrow = withFix({ applies: { grill: '*' } });
  const [onToaster, onGrill] = devicesOf(narrow.site).map((device) =>
    diagnoseSymptom(narrow, entryOf(narrow.symptoms, 'pops-up'), 'quick', device),
  );
  const fixesOf = ({ task }: DiagnosisNode): readonly string[] => task.fixes.map(({ id }) => id);
  deepEqual(
    [fixesOf(onToaster!).includes('empty-tray'), fixesOf(onGrill!).includes('empty-tray')],
    [false, true],
  );
});
