import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { planCause } from '../domain/advice/cause-plan.ts';
import { symptomViewsOf } from '../domain/advice/symptom-pages.ts';
import { exampleBase } from '../domain/knowledge/example-base.ts';
import { oldAddressesOf } from '../domain/permalinks/redirects.ts';
import type { SiteContent } from '../domain/site-content.ts';
import { cellOf, watched } from './watched.ts';

const base = exampleBase();
const content: SiteContent = {
  base,
  views: new Map([...base.symptoms.values()].map((symptom) => [symptom.id, symptomViewsOf(base, symptom)])),
  drafts: new Map(),
  entry: [],
  lists: new Map([['fix', [{ path: '/browse/fixes/t/', title: 'T', id: 'letter-t', entries: [] }]]]),
  site: base.site,
  machines: { markdown: true, json: true, cards: false },
  glossary: [],
  pages: [],
  paper: { light: '#ffffff', dark: '#000000' },
  pictures: new Map(),
  old: oldAddressesOf({ articles: [], pages: [], tombstones: [], ledger: [], answered: new Set() }),
};

/** What somebody reads of the content, as cells in the order of the alphabet. */
function cellsOf(read: (content: SiteContent) => unknown): readonly string[] {
  const cells = new Set<string>();
  read(watched(content, (cell) => void cells.add(cell)));
  return [...cells].sort();
}

const [symptom] = base.symptoms.values();
const [cause] = base.causes.values();
const [fix] = base.fixes.values();

test('what is read of one article is that article, whoever reads it', () => {
  deepEqual(
    cellsOf(({ base: { fixes } }) => fixes.get(fix!.id)?.title),
    [`base fixes =${fix!.id}`],
  );
  deepEqual(
    cellsOf((seen) => planCause(seen.base, cause!)).filter((cell) => cell.startsWith('base fixesOf')),
    [`base fixesOf =${cause!.id}`],
  );
});

test('who looks at the parts of a list reads which articles stand in it, and none of them', () =>
  deepEqual(
    cellsOf(({ lists }) => lists.get('fix')?.map(({ path }) => path)),
    ['lists =fix'],
  ));

test('what is not there is read as well: once it is there, whoever looked for it must look again', () =>
  deepEqual(
    cellsOf((seen) => [seen.mark, seen.base.fixes.get('none'), seen.pictures.has('none'), seen.base.start]),
    ['base fixes =none', 'base start', 'mark', 'pictures ?none'],
  ));

test('who goes through all of a list reads all of it, and who counts it or asks for its ids reads these', () => {
  for (const all of [
    (seen: SiteContent) => [...seen.base.fixes],
    (seen: SiteContent) => [...seen.base.fixes.values()],
    (seen: SiteContent) => seen.base.fixes.forEach(() => undefined),
    (seen: SiteContent) => new Map(seen.base.fixes.entries()),
  ])
    deepEqual(cellsOf(all), ['base fixes *']);
  deepEqual(
    cellsOf((seen) => [seen.base.fixes.size, [...seen.base.fixes.keys()]]),
    ['base fixes #'],
  );
});

test('a watched content holds what the content holds', () => {
  const seen = watched(content, () => undefined);
  deepEqual([...seen.base.causes], [...base.causes]);
  deepEqual(seen.base.causes.size, base.causes.size);
  equal(seen.views.get(symptom!.id), content.views.get(symptom!.id));
  equal(seen.site, content.site);
  deepEqual(planCause(seen.base, cause!), planCause(base, cause!));
});

test('a cell leads back to what was read', () => {
  deepEqual(cellOf(content, `base fixes =${fix!.id}`), fix);
  deepEqual(cellOf(content, 'base fixes *'), base.fixes);
  deepEqual(cellOf(content, 'base fixes #'), [...base.fixes.keys()]);
  deepEqual(cellOf(content, 'pictures ?none'), false);
  deepEqual(cellOf(content, 'old redirects'), content.old.redirects);
  deepEqual(cellOf(content, 'site'), content.site);
});
