import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { solveInstance, type DiagnosisTree } from '../domain/plan/instance.ts';
import { outcomeOf } from '../domain/plan/outcome.ts';
import { planOf } from '../domain/plan/plan.ts';
import { parseInstances } from './plan-input.ts';

test('the plan of every vector takes the expected minutes and is proven', () => {
  const vectors: {
    readonly plan: {
      readonly expectedMinutes: number;
      readonly order: readonly string[];
      readonly lastResort: readonly string[];
      readonly resolvedAfter: readonly number[];
    };
  }[] = JSON.parse(readFileSync(new URL('../../e2e/fixtures/vectors/plan.json', import.meta.url), 'utf8'));
  const instances = parseInstances(vectors);
  equal(instances.length, 25);
  for (const [index, { name, task }] of instances.entries()) {
    const expected = vectors[index]!.plan;
    const plan = planOf(task);
    near(plan.expectedMinutes, expected.expectedMinutes, name);
    near(outcomeOf(task, expected.order).expectedMinutes, expected.expectedMinutes, name);
    equal(plan.exact, true, name);
    deepEqual(plan.order, expected.order, name);
    deepEqual([...plan.rest].sort(), expected.lastResort, name);
    for (const [at, resolved] of expected.resolvedAfter.entries())
      near(plan.resolvedAfter[at]!, resolved, name);
  }
});

test('the tree of every vector takes the expected minutes and asks the same', () => {
  const vectors: { readonly name: string; readonly diagnosis: DiagnosisTree }[] = JSON.parse(
    readFileSync(new URL('../../e2e/fixtures/vectors/diagnosis.json', import.meta.url), 'utf8'),
  );
  const solved = parseInstances(vectors).map(solveInstance);
  equal(solved.length, 15);
  solved.forEach((result, index) => {
    ok('diagnosis' in result, `${result.name} has questions`);
    sameTree(result.diagnosis, vectors[index]!.diagnosis, result.name);
  });
});

function near(actual: number, expected: number, name: string): void {
  ok(Math.abs(actual - expected) < 1e-6, `${name}: ${actual} instead of ${expected}`);
}

function sameTree(actual: DiagnosisTree, expected: DiagnosisTree, name: string): void {
  ok(
    Math.abs(actual.expectedMinutes - expected.expectedMinutes) < 1e-6,
    `${name}: ${actual.expectedMinutes} instead of ${expected.expectedMinutes}`,
  );
  if ('plan' in expected && 'plan' in actual) {
    deepEqual(actual.plan.order, expected.plan.order, name);
    deepEqual([...actual.plan.lastResort].sort(), expected.plan.lastResort, name);
  } else if ('ask' in expected && 'ask' in actual) {
    deepEqual(
      [actual.ask, Object.keys(actual.branches)],
      [expected.ask, Object.keys(expected.branches)],
      name,
    );
    for (const [answer, branch] of Object.entries(expected.branches))
      sameTree(actual.branches[answer]!, branch, `${name} ${answer}`);
  } else ok(false, `${name}: asks where the vector does not, or the other way round`);
}
