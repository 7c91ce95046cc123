import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cause, Fix, Symptom } from './article.ts';
import { graphFrom, graphOf } from './graph.ts';
import { buildKnowledgeBase } from './knowledge-base.ts';
import type { Site } from './site.ts';

const symptom = { kind: 'symptom', id: 'burns', title: 'It burns every slice', short: 'Burns' } as Symptom;
const cause = {
  kind: 'cause',
  id: 'dial',
  title: 'The dial is high',
  explains: [{ symptom: 'burns', likelihood: 'often' }],
} as unknown as Cause;
const fix = {
  kind: 'fix',
  id: 'turn',
  title: 'Turn it down',
  solves: [{ cause: 'dial', works: 'almost-always' }],
} as unknown as Fix;
const grill = {
  kind: 'fix',
  id: 'grill',
  title: 'Use the grill',
  solves: [{ cause: 'dial', works: 'workaround' }],
} as unknown as Fix;
const graph = graphOf(buildKnowledgeBase({} as Site, [symptom, cause, fix, grill], []));

test('edges lead from what is seen to why, and from why to what helps, as strong as their words', () => {
  assert.deepEqual(
    graph.edges.filter(({ indirect }) => !indirect).map(({ from, to, strength }) => [from, to, strength]),
    [
      ['burns', 'dial', 4],
      ['dial', 'turn', 5],
    ],
  );
});

test('a way round is an edge of its own kind', () => {
  assert.deepEqual(
    graph.edges.filter(({ indirect }) => indirect).map(({ from, to }) => [from, to]),
    [['dial', 'grill']],
  );
});

test('a symptom goes by its short name', () => {
  assert.deepEqual(
    graph.nodes.map(({ label }) => label),
    ['Burns', 'The dial is high', 'Use the grill', 'Turn it down'],
  );
});

test('the part that a symptom leads to holds its causes and their fixes, and nothing beside them', () => {
  const other = {
    ...cause,
    id: 'cold',
    explains: [{ symptom: 'stays-cold', likelihood: 'often' }],
  } as unknown as Cause;
  const cold = { ...symptom, id: 'stays-cold' } as Symptom;
  const base = buildKnowledgeBase({} as Site, [symptom, cold, cause, other, fix, grill], []);
  const part = graphFrom(base, 'burns');
  const whole = graphOf(base);
  assert.deepEqual(
    part.nodes.map(({ id }) => id),
    ['burns', 'dial', 'grill', 'turn'],
  );
  assert.deepEqual(
    part.nodes,
    whole.nodes.filter(({ id }) => id !== 'stays-cold' && id !== 'cold'),
  );
  assert.deepEqual(
    part.edges,
    whole.edges.filter(({ from }) => from !== 'stays-cold'),
  );
});
