import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { generate, writeFiles } from '../../e2e/bench/generate.ts';
import { graphFrom } from '../domain/knowledge/graph.ts';
import { rememberPlans } from '../domain/plan/memory.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { problemsOf } from './check-content.ts';
import type { ContentDir } from './content-dir.ts';
import { sharedContent } from './shared.ts';
import { watched } from './watched.ts';

const root = mkdtempSync(join(tmpdir(), 'once-'));
after(() => {
  rememberPlans(undefined);
  rmSync(root, { recursive: true });
});

function baseOf(articles: number): ContentDir {
  const path = join(root, String(articles), 'content');
  writeFiles(path, generate({ articles, questions: 2, words: [20, 40] }));
  return { path, name: 'content' };
}

/** How often a check and the pages after it ask for a plan, and how many plans are worked out. */
function plansOf(articles: number): {
  readonly asked: number;
  readonly made: number;
  readonly symptoms: number;
} {
  const plans = new Map<string, Plan>();
  let asked = 0;
  let made = 0;
  rememberPlans({
    get: (key) => ((asked += 1), plans.get(key)),
    set: (key, plan) => {
      made += 1;
      plans.set(key, plan);
    },
  });
  const shared = sharedContent(baseOf(articles));
  problemsOf(shared.read(), '2026-11-24');
  const { base } = shared.site('published');
  equal(made, plans.size, 'no plan is worked out twice');
  return { asked, made, symptoms: base.symptoms.size };
}

test('check, pages and search read the same content once, for as long as no file changes', () => {
  const dir = baseOf(20);
  const { read, site, shown } = sharedContent(dir);
  const first = read();
  equal(sharedContent({ ...dir }).read(), first);
  equal(site('published'), site('published'));
  equal(shown(), first);
  writeFiles(dir.path, generate({ articles: 20, questions: 2, words: [20, 41] }));
  ok(read() !== first);
});

test('a build is of one moment: what is edited after it has begun belongs to the next one', () => {
  const dir = baseOf(21);
  const { read, hold, shown } = sharedContent(dir);
  hold();
  const first = read();
  writeFiles(dir.path, generate({ articles: 21, questions: 2, words: [20, 41] }));
  equal(read(), first);
  equal(shown(), first);
});

test('the plans of a knowledge base grow with its symptoms, not with their square, and each is worked out once', () => {
  const [small, large] = [plansOf(60), plansOf(240)];
  const perSymptom = ({ asked, made, symptoms }: typeof small): readonly number[] => [
    asked / symptoms,
    made / symptoms,
  ];
  deepEqual(
    perSymptom(large).map((count, at) => count <= 1.3 * (perSymptom(small)[at] ?? 0)),
    [true, true],
    `${JSON.stringify(small)} ${JSON.stringify(large)}`,
  );
  ok(large.made / large.symptoms < 40, JSON.stringify(large));
});

test('the map of a symptom is made of its own causes and fixes, however many others there are', () => {
  const cellsOf = (articles: number): readonly string[] => {
    const cells = new Set<string>();
    const { base } = watched(sharedContent(baseOf(articles)).site('published'), (cell) => cells.add(cell));
    const { nodes, edges } = graphFrom(base, 'symptom-3');
    ok(nodes.length > 2 && edges.length > 1);
    return [...cells];
  };
  const [few, many] = [cellsOf(60), cellsOf(240)];
  deepEqual(
    many.filter((cell) => /[*#]$/.test(cell)),
    [],
    'nothing is read of all articles',
  );
  ok(many.length <= 1.5 * few.length, `${few.length} ${many.length}`);
});
