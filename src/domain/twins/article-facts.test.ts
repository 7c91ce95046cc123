import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { symptomViewsOf } from '../advice/symptom-pages.ts';
import { aboveStop } from '../advice/symptom-plan.ts';
import { eightSymptoms } from '../evidence/fixtures/graph.ts';
import { handsOnOf, type Article } from '../knowledge/article.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { labelOf } from '../knowledge/site.ts';
import { factsOf, type CauseFacts, type FixFacts, type SymptomFacts } from './article-facts.ts';
import { graphFileOf } from './graph-file.ts';

const eight = eightSymptoms();
const base: KnowledgeBase = {
  ...eight,
  fixes: new Map([...eight.fixes].map(([id, fix]) => [id, { ...fix, check: 0.5 }])),
};
const views = new Map([...base.symptoms.values()].map((one) => [one.id, symptomViewsOf(base, one, 'quick')]));
const root = 'https://eight.example';
const sources = {
  content: { base, site: base.site, views, machines: { markdown: true, json: true, cards: false } },
  addressOf: (path: string) => root + path,
};
const facts = (article: Article) => factsOf(article, [], sources);
const symptoms = [...base.symptoms.values()].map((symptom) => facts(symptom) as SymptomFacts);

test('a move that somebody else is asked for leads to its own place on the page of the fix', () => {
  let asked = 0;
  for (const { moves } of symptoms)
    for (const [id, { fix, url, minutes }] of Object.entries(moves)) {
      const [name, who] = id.split('--');
      equal(fix, name);
      equal(url, `${root}/fixes/${fix}/${who === undefined ? '' : `#for-${who}`}`);
      equal(minutes, handsOnOf(base.fixes.get(fix)!));
      if (who !== undefined) asked++;
    }
  ok(asked > 0);
});

test('the moves of a symptom come in one order, and its questions lead to pages, not to places in them', () => {
  let questions = 0;
  for (const { moves, plans } of symptoms) {
    deepEqual(Object.keys(moves), Object.keys(moves).sort());
    for (const { ask } of plans) {
      const addresses = ask ? [...ask.answers.map(({ url }) => url), ask.unsure ?? ''] : [];
      ok(addresses.every((address) => !address.includes('#')));
      questions += addresses.length;
    }
  }
  ok(questions > 0);
});

test('every file of facts names the twins of its article, and whoever has to act', () => {
  for (const cause of base.causes.values()) {
    const { markdown, facts: json, who } = facts(cause) as CauseFacts;
    deepEqual([markdown, json], [`${root}/causes/${cause.id}.md`, `${root}/causes/${cause.id}.json`]);
    equal(who, cause.who);
  }
  const who = { ...[...base.causes.values()][0]!, who: 'you' };
  equal((facts(who) as CauseFacts).who, 'you');
});

test('a fix names what is lost in words, and its place in the plan of each symptom', () => {
  let placed = 0;
  for (const fix of base.fixes.values()) {
    const { loses, symptoms: served } = facts(fix) as FixFacts;
    deepEqual(loses, { id: fix.loses, name: labelOf(base.site.risks, fix.loses) });
    for (const { id, place, of, workaround } of served) {
      if (workaround || place === undefined) continue;
      const plan = aboveStop(views.get(id)![0]!.plan);
      equal(plan[place - 1]?.fix.id, fix.id);
      equal(of, plan.length);
      placed++;
    }
  }
  ok(placed > 0);
});

test('the graph counts the test of a fix among its minutes', () => {
  for (const { id, minutes } of graphFileOf(sources).fixes) equal(minutes, base.fixes.get(id)!.minutes + 0.5);
});
