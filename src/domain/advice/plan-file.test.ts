import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Fix, Symptom } from '../knowledge/article.ts';
import { planFileOf } from './plan-file.ts';
import type { SymptomPlan } from './symptom-plan.ts';

const symptom = { kind: 'symptom', id: 'white', title: 'The toast stays white' } as Symptom;
const fix = (id: string): Fix => ({ kind: 'fix', id, title: `Title of ${id}` }) as Fix;
const plan = (
  start: readonly string[],
  then: readonly string[],
  lessLikely: readonly string[],
  workarounds: readonly string[] = [],
): SymptomPlan => {
  const entries = (ids: readonly string[]) =>
    ids.map((id, index) => ({
      id,
      title: fix(id).title,
      fix: fix(id),
      place: index + 1,
      cost: 1,
      test: 0,
      reasons: [],
    }));
  return {
    symptom,
    start: entries(start),
    then: entries(then),
    lessLikely: entries(lessLikely),
    lastResort: [],
    batches: [],
    workarounds: workarounds.map((id) => ({ fix: fix(id) })),
    causes: [],
    exact: true,
  };
};
test('a plan file keeps the shorter title of a symptom, needs no way to support, and lists fixes by their ids', () => {
  const short = { ...plan(['plug-in', 'clean'], [], []), symptom: { ...symptom, short: 'White toast' } };
  const file = planFileOf([
    { plan: short, path: '/symptoms/white/', unanswered: '/symptoms/white/', answers: [] },
  ]);
  equal(file.short, 'White toast');
  deepEqual(Object.entries(file.fixes), [
    ['clean', 'Title of clean'],
    ['plug-in', 'Title of plug-in'],
  ]);
});

const answer = (question: string, id: string) => ({ question, answer: id, title: '', label: '', back: '' });

test('a plan file has the fixes above the stop line for each way of answers, and a title for every fix', () => {
  deepEqual(
    planFileOf(
      [
        {
          plan: plan(['plug-in'], ['clean'], ['buy'], ['eat-bread']),
          path: '/symptoms/white/',
          unanswered: '/symptoms/white/',
          answers: [],
        },
        {
          plan: { ...plan(['clean', 'wipe'], [], ['plug-in', 'buy']), batches: [['clean', 'wipe']] },
          path: '/symptoms/white/on/oven/lever/down/age/old/',
          unanswered: '/symptoms/white/on/oven/',
          answers: [answer('lever', 'down'), answer('age', 'old')],
        },
      ],
      fix('call'),
    ),
    {
      id: 'white',
      title: 'The toast stays white',
      path: '/symptoms/white/',
      plans: { '': ['plug-in', 'clean'], 'on/oven/lever/down/age/old': ['clean', 'wipe'] },
      batches: { 'on/oven/lever/down/age/old': [['clean', 'wipe']] },
      fixes: {
        buy: 'Title of buy',
        call: 'Title of call',
        clean: 'Title of clean',
        'eat-bread': 'Title of eat-bread',
        'plug-in': 'Title of plug-in',
        wipe: 'Title of wipe',
      },
    },
  );
});
