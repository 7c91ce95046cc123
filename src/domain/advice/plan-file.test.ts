import { deepEqual } from 'node:assert/strict';
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
    ids.map((id, index) => ({ id, title: fix(id).title, fix: fix(id), place: index + 1, reasons: [] }));
  return {
    symptom,
    start: entries(start),
    then: entries(then),
    lessLikely: entries(lessLikely),
    lastResort: [],
    workarounds: workarounds.map((id) => ({ fix: fix(id) })),
    causes: [],
    exact: true,
  };
};
const answer = (question: string, id: string) => ({ question, answer: id, title: '', label: '', back: '' });

test('a plan file has the fixes above the stop line for each way of answers, and a title for every fix', () => {
  deepEqual(
    planFileOf(
      [
        { plan: plan(['plug-in'], ['clean'], ['buy'], ['eat-bread']), answers: [] },
        {
          plan: plan(['clean'], [], ['plug-in', 'buy']),
          answers: [answer('lever', 'down'), answer('age', 'old')],
        },
      ],
      fix('call'),
    ),
    {
      id: 'white',
      title: 'The toast stays white',
      path: '/symptoms/white/',
      plans: { '': ['plug-in', 'clean'], 'lever/down/age/old': ['clean'] },
      fixes: {
        buy: 'Title of buy',
        call: 'Title of call',
        clean: 'Title of clean',
        'eat-bread': 'Title of eat-bread',
        'plug-in': 'Title of plug-in',
      },
    },
  );
});
