import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { startId } from '../advice/plan-home.ts';
import { cause, exampleBase, symptom } from '../knowledge/example-base.ts';
import type { Cause, Fix, Symptom } from '../knowledge/article.ts';
import { buildKnowledgeBase, entryOf, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { LikelihoodWord } from '../knowledge/likelihood.ts';
import type { Start, StartQuestion } from '../knowledge/start.ts';
import { entryPagesOf, type EntryPage } from './entry-pages.ts';

const shared = { summary: 'A summary.', aliases: [], says: [], codes: [], sources: [], was: [], anchors: [] };
const places = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Which symptoms an answer is likely for, with its word. */
type Likely = Readonly<Record<string, LikelihoodWord>>;

const question = (id: string, answers: Readonly<Record<string, Likely>>): StartQuestion => ({
  id,
  title: `Which ${id}?`,
  help: `Look at the ${id}.`,
  minutes: 0.25,
  answers: Object.entries(answers).map(([answer, likely]) => ({
    id: answer,
    label: `The ${answer} one`,
    picture: `${id}-${answer}`,
    likely,
  })),
});

/** Six symptoms, each with a cause and a fix of its own that takes ten minutes; `more` stands beside them. */
function baseOf(start: Start, more: readonly (Cause | Fix)[] = []): KnowledgeBase {
  const template = entryOf(exampleBase().fixes, 'empty-tray');
  const own = places.flatMap((id): readonly (Symptom | Cause | Fix)[] => [
    symptom(id, id.toUpperCase()),
    cause(`of-${id}`, `Of ${id}`, [[id, 'often']]),
    {
      ...template,
      id: `mend-${id}`,
      title: `Mend ${id}`,
      minutes: 10,
      solves: [{ cause: `of-${id}`, works: 'almost-always' }],
    },
  ]);
  return buildKnowledgeBase(exampleBase().site, [...own, ...more], [], start);
}

const all = (word: LikelihoodWord, ids: readonly string[]): Likely =>
  Object.fromEntries(ids.map((id) => [id, word]));
const side = question('side', {
  left: all('almost-always', ['a', 'b', 'c', 'd', 'e']),
  right: all('almost-always', ['f']),
});
const start: Start = {
  title: 'Find it',
  text: 'Two questions tell.',
  common: { a: 'often', e: 'rarely', f: 'almost-always' },
  questions: [
    side,
    question('lamp', {
      on: all('almost-always', ['a']),
      off: all('almost-always', ['b', 'c', 'd', 'e', 'f']),
    }),
  ],
};

const at = (pages: readonly EntryPage[], path: string): EntryPage => {
  const page = pages.find((one) => one.path === path);
  ok(page, `${path} is not among ${pages.map((one) => one.path).join(' ')}`);
  return page;
};

test('a question is asked with its words, its help and its pictures, and a sure answer leads to the symptom', () => {
  const [first] = entryPagesOf(baseOf({ ...start, questions: [side] }));
  equal(first?.path, '/start/');
  deepEqual(first.ask, {
    id: 'side',
    title: 'Which side?',
    help: 'Look at the side.',
    minutes: 0.25,
    answers: [
      { id: 'left', label: 'The left one', href: '/start/side/left/', picture: 'side-left' },
      { id: 'right', label: 'The right one', href: '/symptoms/f/', picture: 'side-right' },
    ],
  });
  deepEqual([first.answers, first.candidates, first.unanswered], [[], [], '/start/']);
});

test('a page after two answers tells both, each with the way back to before it', () => {
  const pages = entryPagesOf(baseOf(start));
  const last = pages.find(({ answers }) => answers.length === 2);
  ok(last, pages.map(({ path }) => path).join(' '));
  const [one, two] = last.answers;
  equal(last.path, `/start/${one?.question}/${one?.answer}/${two?.question}/${two?.answer}/`);
  equal(one?.back, '/start/');
  equal(two?.back, `/start/${one?.question}/${one?.answer}/`);
  for (const { question: id, answer, title, label } of last.answers)
    deepEqual([title, label], [`Which ${id}?`, `The ${answer} one`]);
  equal(last.unanswered, '/start/');
  equal(new Set(pages.map(({ path }) => path)).size, pages.length);
});

test('the page of an answer names the likeliest symptoms first: two at least, four at most, and no third that is unlikely', () => {
  const named = (common: Start['common'], answer = 'left'): readonly string[] =>
    at(
      entryPagesOf(baseOf({ ...start, common, questions: [side] })),
      `/start/side/${answer}/`,
    ).candidates.map(({ id }) => id);
  deepEqual(named({ e: 'often' }), ['e', 'a', 'b', 'c']);
  deepEqual(named({ b: 'often', d: 'often', a: 'rarely', c: 'rarely', e: 'rarely' }), ['b', 'd']);
  deepEqual(named({ e: 'often' }, 'right'), ['f', 'e']);
});

const because = 'It feeds them all.';
const feed = cause('feed', 'Feed', [
  ['f', 'almost-always'],
  ['b', 'rarely'],
  ['a', 'often'],
]);

test('a fix says which causes it may remove, the most useful first, each with the word of the likeliest symptom', () => {
  const template = entryOf(exampleBase().fixes, 'empty-tray');
  const both: Fix = {
    ...template,
    id: 'mend-both',
    title: 'Mend both',
    minutes: 1,
    solves: [
      { cause: 'of-b', works: 'rarely' },
      { cause: 'of-c', works: 'workaround' },
      { cause: 'feed', works: 'almost-always', because },
    ],
  };
  const base = baseOf({ ...start, common: { a: 'often', f: 'almost-always' }, questions: [side] }, [
    feed,
    both,
  ]);
  const { plan } = at(entryPagesOf(base), '/start/side/left/');
  const entry = [...plan.start, ...plan.then].find(({ id }) => id === 'mend-both');
  deepEqual(
    entry?.reasons.map((reason) => [reason.cause.id, reason.likelihood, reason.works, reason.because]),
    [
      ['feed', 'often', 'almost-always', because],
      ['of-b', 'often', 'rarely', undefined],
    ],
  );
});

test('a joint plan stands under the words of the first questions, and leaves what rarely pays or loses most to the symptoms', () => {
  const template = entryOf(exampleBase().fixes, 'empty-tray');
  const erase: Fix = {
    ...template,
    id: 'erase',
    title: 'Erase',
    minutes: 1,
    loses: 'data',
    solves: [{ cause: 'of-a', works: 'almost-always' }],
  };
  const slow: Fix = {
    ...template,
    id: 'slow',
    title: 'Slow',
    minutes: 500,
    solves: [{ cause: 'of-a', works: 'rarely' }],
  };
  for (const { plan } of entryPagesOf(baseOf(start, [erase, slow]))) {
    deepEqual([plan.lessLikely, plan.lastResort], [[], []]);
    deepEqual(
      [plan.symptom.id, plan.symptom.title, plan.symptom.summary],
      [startId, 'Find it', 'Two questions tell.'],
    );
    ok(plan.start.length > 0);
  }
  const stand = entryPagesOf(baseOf(start))[0]?.plan.symptom;
  deepEqual(stand, {
    kind: 'symptom',
    ...shared,
    id: startId,
    title: 'Find it',
    summary: 'Two questions tell.',
    applies: {},
    questions: [],
    similar: [],
    order: 'computed',
    fixes: [],
  } satisfies Symptom);
  const { text: _, ...bare } = start;
  equal(entryPagesOf(baseOf(bare))[0]?.plan.symptom.summary, 'Find it');
});

test('at most three questions come in a row, however many would still pay', () => {
  const questions = places.map((place) =>
    question(place, {
      yes: all('almost-always', [place]),
      no: all(
        'almost-always',
        places.filter((other) => other !== place),
      ),
    }),
  );
  const pages = entryPagesOf(baseOf({ ...start, common: {}, questions }));
  equal(Math.max(...pages.map(({ answers }) => answers.length)), 3);
  ok(pages.filter(({ answers }) => answers.length === 3).every(({ ask }) => ask === undefined));
});
