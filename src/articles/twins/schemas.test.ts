import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { symptomViewsOf } from '../../domain/advice/symptom-pages.ts';
import { entriesOf } from '../../domain/advice/symptom-plan.ts';
import { exampleBase } from '../../domain/knowledge/example-base.ts';
import { articlesOf } from '../../domain/knowledge/knowledge-base.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import { factsOf } from '../../domain/twins/article-facts.ts';
import {
  articleAt,
  graphFileOf,
  likelihoodFor,
  worksFor,
  type FactSources,
} from '../../domain/twins/graph-file.ts';
import { articleSchema, graphSchema, twinSchemas } from './schemas.ts';

const base = exampleBase();
const sources: FactSources = {
  content: {
    base,
    site: base.site,
    views: new Map([...base.symptoms.values()].map((symptom) => [symptom.id, symptomViewsOf(base, symptom)])),
    machines: { markdown: true, json: true, cards: false },
  },
  addressOf: (path) => `https://toast.example${path}`,
};
const graph = graphFileOf(sources);
const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('the graph and the facts of every article are what their published schemas say, and no more', () => {
  deepEqual(graphSchema.safeParse(written(graph)).error, undefined);
  for (const article of articlesOf(base)) {
    const facts = factsOf(article, [{ number: 1, text: 'Pull.', url: 'https://toast.example/#a' }], sources);
    deepEqual(articleSchema.safeParse(written(facts)).error, undefined, article.id);
  }
  equal(graphSchema.safeParse({ ...graph, more: 1 }).success, false);
});

test('the graph holds every article and every edge once, with its word and the number that plans count', () => {
  deepEqual(
    [graph.symptoms, graph.causes, graph.fixes].map((articles) => articles.map(({ id }) => id)),
    [base.symptoms, base.causes, base.fixes].map((articles) => [...articles.keys()]),
  );
  for (const { id, explains } of graph.causes)
    deepEqual(
      explains.map(({ symptom, likelihood }) => [symptom, likelihood.word]),
      base.causes.get(id)?.explains.map(({ symptom, likelihood }) => [symptom, likelihood]),
    );
  deepEqual(likelihoodFor({ likelihood: 'often' }), { word: 'often', number: 0.5 });
  deepEqual(likelihoodFor({ likelihood: 'often', learned: 0.3 }), { word: 'often', number: 0.3 });
  const [cause = ''] = base.causes.keys();
  deepEqual(worksFor(base, { cause, works: 0.57 }), { word: 'measured', number: 0.57 });
  deepEqual(worksFor(base, { cause, works: 'often', learned: 0.3 }), { word: 'often', number: 0.3 });
  deepEqual(worksFor(base, { cause, works: 'workaround' }), { word: 'workaround' });
  // A check counts only where nothing almost always solves the cause.
  const counts = [...base.causes.keys()].map((id) => worksFor(base, { cause: id, works: 'confirms' }).number);
  deepEqual([...new Set(counts)].sort(), [0, 0.9]);
});

test('the plans of the graph are those of the pages before any question, and those of an article are all of them', () => {
  for (const { id, plans } of graph.symptoms) {
    const views = sources.content.views.get(id) ?? [];
    const shown = views.filter(({ answers }) => answers.length === 0);
    deepEqual(
      plans.map(({ url, start, then, lessLikely, lastResort }) => [
        url,
        ...start,
        ...then,
        ...lessLikely,
        ...lastResort,
      ]),
      shown.map(({ path, plan }) => [
        `https://toast.example${path}`,
        ...entriesOf(plan).map((move) => move.id),
      ]),
    );
    const facts = factsOf(base.symptoms.get(id)!, [], sources);
    ok(facts.kind === 'symptom');
    deepEqual(
      facts.plans.map(({ url }) => url),
      views.map(({ path }) => `https://toast.example${path}`),
    );
    for (const { start, then, workarounds } of facts.plans)
      for (const move of [...start, ...then, ...workarounds]) ok(facts.moves[move], move);
  }
});

test('an article is found by the path of its page, and nothing else is', () => {
  for (const article of articlesOf(base)) equal(articleAt(base, pathOf(article)), article);
  const [symptom = ''] = base.symptoms.keys();
  for (const path of ['/', '/fixes/', '/fixes/none/', `/symptoms/${symptom}/on/x/`, '/pages/about/'])
    equal(articleAt(base, path), undefined, path);
});

test('a site without twins or facts names none', () => {
  const bare = graphFileOf({
    ...sources,
    content: { ...sources.content, machines: { markdown: false, json: false, cards: false } },
  });
  const text = JSON.stringify(bare);
  ok(!text.includes('.md"') && !/fixes\/[\w-]+\.json/.test(text));
});

test('the published schemas are JSON Schemas that refuse what does not belong', () => {
  const { graph: published, article, search } = twinSchemas();
  equal(published?.['additionalProperties'], false);
  ok(Array.isArray(article?.['oneOf'] ?? article?.['anyOf']));
  equal(search?.['type'], 'object');
});
