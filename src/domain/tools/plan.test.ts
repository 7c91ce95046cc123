import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { aboveStop } from '../advice/symptom-plan.ts';
import { symptomViewsOf } from '../advice/symptom-pages.ts';
import { taskOf } from '../advice/planning-task.ts';
import { eightSymptoms } from '../evidence/fixtures/graph.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { packTask, planLeft } from '../reader/plan-left.ts';
import { nextUntried } from '../reader/tried.ts';
import { factsOf, type SymptomFacts } from '../twins/article-facts.ts';
import { isFault } from './fault.ts';
import { planAnswer, type PlanRequest } from './plan.ts';

const messages = eightSymptoms();
const base: KnowledgeBase = {
  ...messages,
  site: {
    ...messages.site,
    platforms: [
      { id: 'phone', name: 'Phone', versions: [] },
      { id: 'desk', name: 'Desk', versions: [] },
    ],
  },
  fixes: new Map(
    [...messages.fixes].map(([id, fix], index) => [
      id,
      index % 4 === 0 ? { ...fix, applies: { phone: '>=1' } } : fix,
    ]),
  ),
};
const devices = ['phone', 'desk'];
const views = new Map([...base.symptoms.values()].map((one) => [one.id, symptomViewsOf(base, one, 'quick')]));
const sources = {
  content: { base, site: base.site, views, machines: { markdown: true, json: true, cards: false } },
  addressOf: (path: string) => `https://messages.example${path}`,
};

function factsFor(id: string): SymptomFacts {
  return factsOf(base.symptoms.get(id)!, [], sources) as SymptomFacts;
}

function ask(id: string, request: Partial<PlanRequest>) {
  const answer = planAnswer(factsFor(id), devices, { answers: {}, tried: [], ...request });
  if (isFault(answer)) throw new Error(answer.fault);
  return answer;
}

test('on every page of every symptom, for every device and answers, a program gets the plan of the page', () => {
  let pages = 0;
  for (const [id, own] of views) {
    const facts = factsFor(id);
    for (const { plan, path, device, answers, ask: question } of own) {
      const answer = planAnswer(facts, devices, {
        answers: Object.fromEntries(answers.map((given) => [given.question, given.answer])),
        device: device?.id,
        tried: [],
      });
      if (isFault(answer)) throw new Error(answer.fault);
      equal(answer.url, `https://messages.example${path}`);
      deepEqual(
        answer.plan.map((move) => move.id),
        aboveStop(plan).map((entry) => entry.id),
      );
      deepEqual(
        answer.belowStop.map((move) => move.id),
        plan.lessLikely.map((entry) => entry.id),
      );
      deepEqual(
        answer.lastResort.map((move) => move.id),
        plan.lastResort.map((entry) => entry.id),
      );
      equal(answer.ask?.id, question?.id);
      pages++;
    }
  }
  ok(pages > 100, `${pages} pages`);
});

test('what is next is what the page would show next, fix by fix, and then nothing', () => {
  for (const [id, [first]] of views) {
    const order = aboveStop(first!.plan).map((entry) => entry.id);
    for (let count = 0; count <= order.length; count++) {
      const tried = order.slice(0, count);
      const marks = tried.map((fix) => ({ fix, result: 'n' as const, at: 0 }));
      equal(ask(id, { tried }).next, nextUntried(order, marks));
    }
  }
});

test('a move is told with its place on the page, whether it was tried, and what is done before the same test', () => {
  let batches = 0;
  for (const [id, [first]] of views) {
    const { plan } = first!;
    const [begin] = aboveStop(plan);
    const { plan: above, belowStop, lastResort } = ask(id, { tried: [begin!.id] });
    const moves = [...above, ...belowStop, ...lastResort];
    deepEqual(
      moves.map(({ place }) => place),
      moves.map((_, index) => index + 1),
    );
    deepEqual(
      moves.filter(({ tried }) => tried).map((move) => move.id),
      [begin!.id],
    );
    for (const move of moves) {
      const batch = plan.batches.find((ids) => ids.includes(move.id));
      deepEqual(move.together, batch);
      if (batch) batches++;
    }
  }
  ok(batches > 0);
});

test('what is left after fixes were tried in vain is what the page works out anew, and nothing is lost or comes twice', () => {
  let shorter = 0;
  for (const [id, [first]] of views) {
    const left = packTask(taskOf(base, base.symptoms.get(id)!));
    const facts = factsFor(id);
    const order = aboveStop(first!.plan).map((entry) => entry.id);
    const last = first!.plan.lastResort.map((entry) => entry.id);
    const all = [...order, ...first!.plan.lessLikely.map((entry) => entry.id)];
    for (const tried of [order.slice(0, 1), order.slice(0, 3), [...order.slice(0, 1), ...last]]) {
      const answer = planAnswer(facts, devices, { answers: {}, tried }, () => left);
      if (isFault(answer)) throw new Error(answer.fault);
      const plan = answer.plan.map((move) => move.id);
      const below = answer.belowStop.map((move) => move.id);
      deepEqual(
        plan,
        planLeft(left, new Set(tried)).filter((move) => !last.includes(move)),
      );
      deepEqual([...plan, ...below].sort(), all.filter((move) => !tried.includes(move)).sort());
      equal(answer.next, plan[0]);
      if (below.length > first!.plan.lessLikely.length) shorter++;
    }
    const untouched = planAnswer(facts, devices, { answers: {}, tried: [] }, () => left);
    deepEqual(untouched, planAnswer(facts, devices, { answers: {}, tried: [] }));
  }
  ok(shorter > 0, 'In vain often enough, the plan ends sooner.');
});

test('what a page keeps for last stays there, whatever was tried', () => {
  let kept = 0;
  for (const [id, [first]] of views) {
    const left = packTask(taskOf(base, base.symptoms.get(id)!));
    const [begin] = aboveStop(first!.plan);
    const last = first!.plan.lastResort.map((entry) => entry.id);
    // As if the last resort were the best fix of all.
    const works = left.causes.map((_, cause) => [cause, 0.9] as const);
    const eager = last.map((move) => ({ id: move, minutes: 0.1, tier: 0, requires: [], works }));
    const fixes = [...left.fixes.filter((fix) => !last.includes(fix.id)), ...eager];
    const answer = planAnswer(factsFor(id), devices, { answers: {}, tried: [begin!.id] }, () => ({
      ...left,
      fixes,
    }));
    if (isFault(answer)) throw new Error(answer.fault);
    ok(!answer.plan.some((move) => last.includes(move.id)));
    deepEqual(
      answer.lastResort.map((move) => move.id),
      last,
    );
    kept += last.length;
  }
  ok(kept > 0);
});

test('an answer to what is not asked there changes nothing, and one that nobody asks for is a fault', () => {
  const id = 'symptom-08';
  const { ask: first } = ask(id, {});
  const other = factsFor(id)
    .plans.flatMap((plan) => plan.ask ?? [])
    .find((one) => one.id !== first?.id);
  equal(ask(id, { answers: { [other!.id]: other!.answers[0]!.id } }).url, ask(id, {}).url);
  const fault = planAnswer(factsFor(id), devices, { answers: { 'no-such': 'x' }, tried: [] });
  ok(isFault(fault));
  match(fault.fault, /^No question of this symptom has the id `no-such`\. There are /);
});

test('a mistyped device, answer or fix is a fault with the nearest id', () => {
  const id = 'symptom-08';
  const question = ask(id, {}).ask!;
  const answer = question.answers[0]!.id;
  const fix = ask(id, {}).next!;
  const faultOf = (request: Partial<PlanRequest>): string => {
    const given = planAnswer(factsFor(id), devices, { answers: {}, tried: [], ...request });
    return isFault(given) ? given.fault : '';
  };
  equal(faultOf({ device: 'phnoe' }), 'No device has the id `phnoe`. Did you mean `phone`?');
  match(faultOf({ answers: { [question.id]: `${answer}x` } }), new RegExp(`Did you mean \`${answer}\``));
  equal(
    faultOf({ tried: [`${fix}x`] }),
    `No fix of this plan has the id \`${fix}x\`. Did you mean \`${fix}\`?`,
  );
});
