import { readContent } from '../src/articles/read/content.ts';
import { contentDirOf } from '../src/articles/content-dir.ts';
import { publishedOf } from '../src/articles/drafts/drafts.ts';
import { knowledgeBaseOf } from '../src/articles/check/plans.ts';
import { taskOf } from '../src/domain/advice/planning-task.ts';
import type { Fix, Symptom } from '../src/domain/knowledge/article.ts';
import { entryOf } from '../src/domain/knowledge/knowledge-base.ts';
import { pathOf } from '../src/domain/knowledge/paths.ts';
import { root } from './build-site.ts';
import { tagsIn, valueOf } from '../src/html/tags.ts';
import { dist, pagesOf } from './built-site.ts';
import { expect, test } from './knowledge-base.ts';

// In one worker, which reads each page once.
test.describe.configure({ mode: 'default' });

/** Pages → the addresses that they link to, without query and anchor. */
const linksOf = new Map<string, ReadonlySet<string>>();

test.beforeAll(() => {
  for (const { path, html } of pagesOf(dist))
    linksOf.set(
      path,
      new Set(
        tagsIn(html).flatMap((tag) =>
          tag.name === 'a' ? [(valueOf(tag, 'href') ?? '').replace(/[?#].*$/, '')] : [],
        ),
      ),
    );
});

test('a symptom, its causes and their fixes link to each other in both directions, the less likely causes from its map', async () => {
  const content = publishedOf(readContent(contentDirOf(root)));
  const articles = content.articles.flatMap(({ article }) => (article ? [article] : []));
  const causes = articles.filter((article) => article.kind === 'cause');
  const base = knowledgeBaseOf(content)!;
  const pairs = causes.flatMap((cause) => {
    const symptoms = cause.explains.map(({ symptom }) => entryOf(base.symptoms, symptom));
    const fixes = articles
      .filter((article) => article.kind === 'fix')
      .filter(({ solves }) => solves.some((edge) => edge.cause === cause.id));
    // A symptom leads to the fixes of its plan: not to what only gets round it, nor to what would be done on the wrong device.
    const planned = (symptom: Symptom): readonly Fix[] => {
      const ids = new Set(taskOf(base, symptom).fixes.map(({ id }) => id.split('--')[0]));
      return fixes.filter(({ id }) => ids.has(id) || id === base.site.support.fix);
    };
    return [
      ...symptoms.map((symptom) => [pathOf(symptom), pathOf(cause)] as const),
      ...fixes.map((fix) => [pathOf(fix), pathOf(cause)] as const),
      ...symptoms.flatMap((symptom) =>
        planned(symptom).map((fix) => [pathOf(symptom), pathOf(fix)] as const),
      ),
    ];
  });
  expect(pairs.length).toBeGreaterThan(0);
  const lacking = pairs
    .flatMap(([a, b]) => [[a, b] as const, [b, a] as const])
    .filter(([from, to]) => !linksOf.get(from)?.has(to) && !onMapOf(from, to))
    .map(([from, to]) => `${from} does not link to ${to}`);
  expect([...new Set(lacking)]).toEqual([]);
});

/** A symptom names its likeliest causes, and leads to its map, which names all of them. */
function onMapOf(from: string, to: string): boolean {
  const map = from.replace('/symptoms/', '/map/');
  return map !== from && linksOf.get(from)?.has(map) === true && linksOf.get(map)?.has(to) === true;
}

test('home leads to every symptom, and each index to every article of its kind', async () => {
  const content = publishedOf(readContent(contentDirOf(root)));
  const lacking = content.articles.flatMap((article) => {
    const path = pathOf(article);
    const lists = article.kind === 'symptom' ? ['/', '/symptoms/'] : [path.replace(/[^/]+\/$/, '')];
    return lists
      .filter((list) => !linksOf.get(list)?.has(path))
      .map((list) => `${list} does not link to ${path}`);
  });
  expect(lacking).toEqual([]);
});
