import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SymptomView } from '../symptom-view.ts';
import { questionsLeft } from './questions-left.ts';

const view = (path: string, ...hrefs: readonly string[]): SymptomView =>
  ({
    path,
    ...(hrefs.length > 0 && {
      ask: {
        id: 'lamp',
        title: 'Lamp?',
        minutes: 1,
        answers: hrefs.map((href) => ({ id: href, label: href, href })),
      },
    }),
  }) as unknown as SymptomView;

test('as many questions are left as the longest way through the answers asks', () => {
  const asks = view('/symptoms/cold/', '/symptoms/cold/lamp/on/#plan', '/symptoms/cold/lamp/off/#plan');
  const deeper = view('/symptoms/cold/lamp/off/', '/symptoms/cold/lamp/off/fuse/out/');
  const views = [asks, deeper, view('/symptoms/cold/lamp/on/'), view('/symptoms/cold/lamp/off/fuse/out/')];
  assert.equal(questionsLeft(views, asks), 2);
  assert.equal(questionsLeft(views, deeper), 1);
});

test('a page that asks nothing has no question left', () => {
  const quiet = view('/symptoms/cold/');
  assert.equal(questionsLeft([quiet], quiet), 0);
});

test('who is not sure goes on to questions that count as well', () => {
  const asks = view('/symptoms/cold/', '/symptoms/cold/lamp/on/');
  const unsure = view('/symptoms/cold/lamp/not-sure/', '/symptoms/cold/lamp/not-sure/fuse/out/');
  const page = { ...asks, ask: { ...asks.ask!, unsure: unsure.path } };
  const views = [
    page,
    unsure,
    view('/symptoms/cold/lamp/on/'),
    view('/symptoms/cold/lamp/not-sure/fuse/out/'),
  ];
  assert.equal(questionsLeft(views, page), 2);
});
