import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fix, Question, Symptom } from '../knowledge/article.ts';
import type { DiagnosisNode } from '../plan/questions.ts';
import { exampleBase } from '../knowledge/example-base.ts';
import { articlesOf, buildKnowledgeBase, entryOf } from '../knowledge/knowledge-base.ts';
import { reportPlan } from './report.ts';
import { planOf } from '../plan/plan.ts';
import type { CausePlan } from './cause-plan.ts';
import { possibleCausesOf } from './page/possible-causes.ts';
import { taskOf } from './planning-task.ts';
import { planCause } from './cause-plan.ts';
import { symptomPlanOf, withAuthorOrder } from './page/shown-plan.ts';
import { diagnoseSymptom, placesOf, symptomViewsOf } from './symptom-pages.ts';
import { entriesOf, type SymptomPlan } from './symptom-plan.ts';

const lamp: Question = {
  id: 'lamp',
  title: 'Does the lamp light up?',
  minutes: 0.25,
  answers: [
    { id: 'yes', label: 'Yes', likely: { crumbs: 'almost-always' } },
    { id: 'no', label: 'No', likely: { 'no-power': 'almost-always' } },
  ],
};

function planOfPopsUp(change?: Parameters<typeof exampleBase>[0]): SymptomPlan {
  const base = exampleBase(change);
  return symptomViewsOf(base, entryOf(base.symptoms, 'pops-up'))[0]!.plan;
}

const ids = (entries: SymptomPlan['start']): string[] => entries.map(({ fix }) => fix.id);

test('every fix that solves a cause stands on the page once, numbered from the top', () => {
  const entries = entriesOf(planOfPopsUp());
  assert.deepEqual(ids(entries).sort(), [
    'empty-tray',
    'erase-all',
    'look-at-lamp',
    'other-socket',
    'reset-memory',
  ]);
  assert.deepEqual(
    entries.map(({ place }) => place),
    [1, 2, 3, 4, 5],
  );
});

test('the likely and quick fix comes first, and its reason is the likeliest cause it solves', () => {
  const [first] = planOfPopsUp().start;
  assert.equal(first?.fix.id, 'empty-tray');
  assert.equal(first?.reasons[0]?.cause.id, 'crumbs');
  assert.equal(first?.reasons[0]?.likelihood, 'often');
});

test('the reasons of a card stand with the most useful one first, not as they were written', () => {
  const base = exampleBase();
  const solves: Fix['solves'] = [
    { cause: 'old-memory', works: 'almost-always' },
    { cause: 'no-power', works: 'almost-always' },
    { cause: 'crumbs', works: 'often' },
  ];
  const articles = articlesOf(base).map((article) =>
    article.id === 'empty-tray' && article.kind === 'fix' ? { ...article, solves } : article,
  );
  const changed = buildKnowledgeBase(base.site, articles, []);
  const { plan } = symptomViewsOf(changed, entryOf(changed.symptoms, 'pops-up'))[0]!;
  const card = entriesOf(plan).find(({ fix }) => fix.id === 'empty-tray');
  assert.deepEqual(
    card?.reasons.map(({ cause, likelihood, works }) => [cause.id, likelihood, works]),
    [
      ['crumbs', 'often', 'often'],
      ['no-power', 'sometimes', 'almost-always'],
      ['old-memory', 'rarely', 'almost-always'],
    ],
  );
});

test('a likely cause that a fix hardly removes is no first reason, and one that it gets round is none', () => {
  const base = exampleBase();
  const solves: Fix['solves'] = [
    { cause: 'crumbs', works: 'seldom' },
    { cause: 'no-power', works: 'almost-always' },
    { cause: 'old-memory', works: 'workaround' },
  ];
  const articles = articlesOf(base).map((article) =>
    article.id === 'empty-tray' && article.kind === 'fix' ? { ...article, solves } : article,
  );
  const changed = buildKnowledgeBase(base.site, articles, []);
  const { plan } = symptomViewsOf(changed, entryOf(changed.symptoms, 'pops-up'))[0]!;
  assert.deepEqual(
    entriesOf(plan)
      .find(({ id }) => id === 'empty-tray')
      ?.reasons.map((reason) => reason.cause.id),
    ['no-power', 'crumbs'],
  );
});

test('reasons that are equally useful but for the rounding stand as they were written', () => {
  const base = exampleBase();
  const solves: Fix['solves'] = [
    { cause: 'crumbs', works: 'often' },
    { cause: 'no-power', works: 'often' },
  ];
  const articles = articlesOf(base).map((article) =>
    article.id === 'empty-tray' && article.kind === 'fix' ? { ...article, solves } : article,
  );
  const changed = buildKnowledgeBase(base.site, articles, []);
  const symptom = entryOf(changed.symptoms, 'pops-up');
  const task = {
    ...taskOf(changed, symptom),
    causes: [
      { id: 'crumbs', probability: 0.3 },
      { id: 'no-power', probability: 0.1 + 0.2 },
    ],
  };
  const card = entriesOf(symptomPlanOf(changed, symptom, task, planOf(task))).find(
    ({ id }) => id === 'empty-tray',
  );
  assert.deepEqual(
    card?.reasons.map(({ cause }) => cause.id),
    ['crumbs', 'no-power'],
  );
});

test('the causes of a symptom stand with the likeliest first, and those that are equal by their ids', () => {
  assert.deepEqual(
    planOfPopsUp().causes.map(({ cause, likelihood }) => [cause.id, likelihood]),
    [
      ['crumbs', 'often'],
      ['no-power', 'sometimes'],
      ['old-memory', 'rarely'],
    ],
  );
  const base = exampleBase();
  const equal = articlesOf(base).map((article) =>
    article.kind === 'cause'
      ? {
          ...article,
          explains: [
            { symptom: 'pops-up', likelihood: article.id === 'old-memory' ? 'often' : 'seldom' } as const,
          ],
        }
      : article,
  );
  const changed = buildKnowledgeBase(base.site, equal, []);
  assert.deepEqual(
    symptomViewsOf(changed, entryOf(changed.symptoms, 'pops-up'))[0]!.plan.causes.map(
      ({ cause }) => cause.id,
    ),
    ['old-memory', 'crumbs', 'no-power'],
  );
  // What the answers said in another order ends in another rounding.
  const [crumbs, power] = [0.3, 0.1 + 0.2];
  const after = [
    { id: 'crumbs', probability: crumbs },
    { id: 'no-power', probability: power },
  ];
  assert.ok(power > crumbs);
  assert.deepEqual(
    possibleCausesOf(base, entryOf(base.symptoms, 'pops-up'), after).map(({ cause }) => cause.id),
    ['crumbs', 'no-power', 'old-memory'],
  );
});

test('a fix that loses data stands in the last section, whatever it is worth', () => {
  assert.deepEqual(ids(planOfPopsUp().lastResort), ['erase-all']);
});

test('a way round stands above the plan, never in it', () => {
  const plan = planOfPopsUp();
  assert.deepEqual(
    plan.workarounds.map(({ fix }) => fix.id),
    ['use-grill'],
  );
  assert.ok(!ids(entriesOf(plan)).includes('use-grill'));
});

test('with cheap support the stop line moves up', () => {
  const dear = planOfPopsUp({ site: { support: { name: 'Maker', minutes: 600 } } });
  const cheap = planOfPopsUp({ site: { support: { name: 'Maker', minutes: 2 } } });
  assert.ok(cheap.lessLikely.length > dear.lessLikely.length);
});

test('the fix that is the way to support is not a fix of the plan', () => {
  const plan = planOfPopsUp({ site: { support: { name: 'Maker', minutes: 60, fix: 'other-socket' } } });
  assert.ok(!ids(entriesOf(plan)).includes('other-socket'));
});

test('an order by the author is kept, and the report says what it costs', () => {
  const change = {
    symptom: { order: 'author', because: 'The socket is nearer.', fixes: ['other-socket', 'empty-tray'] },
  } as const;
  const plan = planOfPopsUp(change);
  assert.deepEqual(ids([...plan.start, ...plan.then]), ['other-socket', 'empty-tray']);
  assert.equal(plan.authorReason, 'The socket is nearer.');
  const base = exampleBase(change);
  assert.ok(reportPlan(base, entryOf(base.symptoms, 'pops-up')).author!.costs > 0);
});

test('a question that pays gives a page for each answer, in which nothing is missing', () => {
  const base = exampleBase({ symptom: { questions: ['lamp'] }, questions: [lamp] });
  const [root, ...answered] = symptomViewsOf(base, entryOf(base.symptoms, 'pops-up'));
  assert.deepEqual(
    root?.ask?.answers.map(({ href }) => href),
    ['/symptoms/pops-up/lamp/yes/', '/symptoms/pops-up/lamp/no/'],
  );
  assert.equal(answered.length, 2);
  for (const { plan } of answered)
    assert.deepEqual(ids(entriesOf(plan)).sort(), ids(entriesOf(root!.plan)).sort());
  assert.equal(answered[0]!.plan.start[0]?.fix.id, 'empty-tray');
  assert.notEqual(answered[1]!.plan.start[0]?.fix.id, 'empty-tray');
  assert.deepEqual(answered[0]!.answers, [
    { question: 'lamp', answer: 'yes', title: lamp.title, label: 'Yes', back: '/symptoms/pops-up/' },
  ]);
});

test('a question that costs more than it saves has no pages', () => {
  const base = exampleBase({ symptom: { questions: ['lamp'] }, questions: [{ ...lamp, minutes: 60 }] });
  assert.equal(symptomViewsOf(base, entryOf(base.symptoms, 'pops-up')).length, 1);
});

test('the fixes of a cause are ordered for that cause, with its ways round apart', () => {
  const base = exampleBase();
  const plan = planCause(base, entryOf(base.causes, 'no-power'));
  assert.deepEqual(
    plan.fixes.map(({ fix }) => fix.id),
    ['other-socket', 'look-at-lamp'],
  );
  assert.deepEqual(
    plan.workarounds.map(({ fix }) => fix.id),
    ['use-grill'],
  );
});

test('a fix knows its place in the plan of each symptom it serves', () => {
  const base = exampleBase();
  const plans = new Map(
    [...base.symptoms.values()].map((symptom) => [symptom.id, symptomViewsOf(base, symptom)[0]!.plan]),
  );
  const places = placesOf(base, plans, entryOf(base.fixes, 'empty-tray'));
  assert.deepEqual(
    places.map(({ symptom, place }) => [symptom.id, place]),
    [
      ['pops-up', 1],
      ['stays-cold', plans.get('stays-cold')!.start.findIndex(({ fix }) => fix.id === 'empty-tray') + 1],
    ],
  );
  assert.ok(placesOf(base, plans, entryOf(base.fixes, 'use-grill')).every(({ workaround }) => workaround));
});

test('a fix of a cause has the words of its own edge, on each device on which it is done', () => {
  const base = exampleBase();
  const solves: Fix['solves'] = [
    { cause: 'no-power', works: 'seldom', because: 'Another cause.' },
    { cause: 'crumbs', works: 'workaround', because: 'Round it.' },
    { cause: 'crumbs', works: 'often', because: 'On yours.' },
    { cause: 'crumbs', works: 'rarely', because: 'On theirs.', on: 'neighbor', ask: 'Ask them' },
  ];
  const articles = articlesOf(base).map((article) =>
    article.kind === 'fix' && article.id === 'empty-tray' ? { ...article, solves } : article,
  );
  const changed = buildKnowledgeBase(base.site, [...articles].reverse(), []);
  const told = ({ fix, on, works, because }: CausePlan['fixes'][number]) => [fix.id, on, works, because];
  assert.deepEqual(planCause(changed, entryOf(changed.causes, 'crumbs')).fixes.map(told), [
    ['empty-tray', undefined, 'often', 'On yours.'],
    ['empty-tray', 'neighbor', 'rarely', 'On theirs.'],
  ]);
});

test('the place of a fix is a way round only where it is no card and gets round a cause of that symptom', () => {
  const placesWith = (id: string, solves: Fix['solves'], support?: string) => {
    const base = exampleBase({ site: { support: { name: 'Maker', minutes: 60, fix: support } } });
    const articles = articlesOf(base).map((article) =>
      article.kind === 'fix' && article.id === id ? { ...article, solves } : article,
    );
    const changed = buildKnowledgeBase(base.site, articles, []);
    const plans = new Map(
      [...changed.symptoms.values()].map((one) => [one.id, symptomViewsOf(changed, one)[0]!.plan]),
    );
    return placesOf(changed, plans, entryOf(changed.fixes, id)).map(({ symptom, place, workaround }) => [
      symptom.id,
      place !== undefined,
      workaround,
    ]);
  };
  // More solved than got round: a card of both plans.
  const card: Fix['solves'] = [
    { cause: 'no-power', works: 'often' },
    { cause: 'crumbs', works: 'almost-always' },
    { cause: 'old-memory', works: 'workaround' },
  ];
  assert.deepEqual(placesWith('other-socket', card), [
    ['pops-up', true, false],
    ['stays-cold', true, false],
  ]);
  // As the way to support it is no card; the old memory, which it gets round, makes nothing stay cold.
  assert.deepEqual(placesWith('other-socket', card, 'other-socket'), [
    ['pops-up', false, true],
    ['stays-cold', false, false],
  ]);
});

test('what an author orders stands first and the rest below; without that word, or where nothing of it can be done, the plan stays', () => {
  const base = exampleBase();
  const plan = planOf(taskOf(base, entryOf(base.symptoms, 'pops-up')));
  const ordered = (order: Symptom['order'], fixes: readonly string[], answered = false) =>
    withAuthorOrder({ ...entryOf(base.symptoms, 'pops-up'), order, fixes }, plan, answered);
  const own = ordered('author', ['erase-all', 'no-such-fix', 'empty-tray']);
  assert.deepEqual(own.order, ['erase-all', 'empty-tray']);
  assert.deepEqual(own.rest, ['other-socket', 'look-at-lamp', 'reset-memory']);
  assert.equal(ordered('computed', ['erase-all']), plan);
  assert.equal(ordered('author', ['erase-all'], true), plan);
  assert.equal(ordered('author', ['no-such-fix']), plan);
});

test('a fix of the worst risk is a last resort, however much it is worth, and a site with one risk has none', () => {
  const dear = planOfPopsUp({ site: { support: { name: 'Maker', minutes: 6000 } } });
  assert.deepEqual(ids(dear.lastResort), ['erase-all']);
  assert.equal(new Set(ids(entriesOf(dear))).size, entriesOf(dear).length);
  const { risks } = exampleBase().site;
  assert.deepEqual(planOfPopsUp({ site: { risks: risks.slice(0, 1) } }).lastResort, []);
});

test('who cannot answer is asked another question on a page of its own, unless the author gave such an answer', () => {
  const tray: Question = {
    id: 'tray',
    title: 'Is the tray full?',
    minutes: 0.01,
    answers: [
      { id: 'yes', label: 'Yes', likely: { crumbs: 'often', 'no-power': 'rarely' } },
      { id: 'no', label: 'No', likely: { 'no-power': 'often' } },
    ],
  };
  const unsureIn = (first: Question): string | undefined => {
    const base = exampleBase({ symptom: { questions: ['lamp', 'tray'] }, questions: [first, tray] });
    const [root] = symptomViewsOf(base, entryOf(base.symptoms, 'pops-up'));
    assert.equal(root?.ask?.id, 'lamp');
    return root.ask.unsure;
  };
  const quick = { ...lamp, minutes: 0.01 };
  assert.equal(unsureIn(quick), '/symptoms/pops-up/lamp/not-sure/');
  const own = { id: 'not-sure', label: 'I cannot see it', likely: {} };
  assert.equal(unsureIn({ ...quick, answers: [...quick.answers, own] }), undefined);
});

test('the page of an answer says which causes it has made likelier or less likely', () => {
  const base = exampleBase({ symptom: { questions: ['lamp'] }, questions: [lamp] });
  const [root, yes] = symptomViewsOf(base, entryOf(base.symptoms, 'pops-up'));
  const changes = (view: typeof root) => view?.plan.causes.map(({ cause, change }) => [cause.id, change]);
  assert.ok(root?.plan.causes.every(({ change }) => change === undefined));
  assert.deepEqual(changes(yes)?.slice(0, 2), [
    ['crumbs', 'likelier'],
    ['no-power', 'less-likely'],
  ]);
});

test('answers tell causes apart, but never make “something else” likelier, however odd they are together', () => {
  const tray: Question = {
    id: 'tray',
    title: 'Is the tray full?',
    minutes: 0.01,
    answers: [
      {
        id: 'yes',
        label: 'Yes',
        likely: { crumbs: 'almost-always', 'no-power': 'rarely', 'old-memory': 'rarely' },
      },
      { id: 'no', label: 'No', likely: { 'no-power': 'almost-always' } },
    ],
  };
  const base = exampleBase({
    symptom: { questions: ['lamp', 'tray'] },
    questions: [{ ...lamp, minutes: 0.01 }, tray],
  });
  const known = (node: DiagnosisNode): readonly number[] => [
    node.task.causes.reduce((sum, { probability }) => sum + probability, 0),
    ...(node.next?.branches ?? []).flatMap((branch) => known(branch.node)),
  ];
  const sums = known(diagnoseSymptom(base, entryOf(base.symptoms, 'pops-up')));
  assert.ok(sums.length > 3);
  for (const sum of sums) assert.ok(Math.abs(sum - 0.9) < 1e-9, `${sum} instead of 0.9`);
});
