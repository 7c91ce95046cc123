import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Fix } from '../knowledge/article.ts';
import { exampleBase } from '../knowledge/example-base.ts';
import { symptomsOfFix, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { pathOf } from '../knowledge/paths.ts';
import type { Published } from '../permalinks/compare.ts';
import { feedsOf, symptomFeedPathOf } from './feeds.ts';
import { lastChangeOf, pageDaysOf } from './page-days.ts';
import { xmlText } from '../values/markup.ts';

const words = {
  title: (site: string) => `${site}: fixes`,
  ofSymptom: (symptom: string) => `For ${symptom}`,
  added: (places: string) => `New: ${places}`,
};
const home = 'https://toast.example/help/';
const base = exampleBase();
const [one, two] = [...base.fixes.values()] as [Fix, Fix];
const [symptom] = [...base.symptoms.values()];
const line = (address: string, since: string, is: Published['is'] = 'fix', text = ''): Published => ({
  address,
  is,
  text,
  since,
});
const ledger = [
  line(pathOf(one), '2026-01-01'),
  line(`${pathOf(one)}#pull`, '2026-01-01', 'step', 'Pull'),
  line(`${pathOf(one)}#shake`, '2026-03-01', 'step', 'Shake <b>&</b>'),
  line(pathOf(two), '2026-02-01'),
  line(`${pathOf(two)}#turn`, '2026-02-01', 'step', 'Turn'),
];
const days = pageDaysOf(ledger);
const feed = (of: KnowledgeBase, path = '/feed.xml'): string =>
  feedsOf(of, { home, days, words }).get(path) ?? '';
const idsIn = (text: string): readonly string[] =>
  [...text.matchAll(/<entry><id>([^<]*)/g)].map(([, id = '']) => id);

test('A fix is as new as the newest heading or step that was published on it, and names what was added later', () => {
  deepEqual(days.get(pathOf(one)), {
    published: '2026-01-01',
    changed: '2026-03-01',
    added: ['Shake <b>&</b>'],
  });
  deepEqual(days.get(pathOf(two)), { published: '2026-02-01', changed: '2026-02-01', added: [] });
  // What is no heading and no step has no words that say what is new.
  const renamed = pageDaysOf([...ledger, line(`${pathOf(two)}#go`, '2026-04-01', 'picture', 'Go')]);
  deepEqual(renamed.get(pathOf(two)), { published: '2026-02-01', changed: '2026-04-01', added: [] });
});

test('The feed names published fixes, the newest change first, below the address of the site', () => {
  const text = feed(base);
  deepEqual(idsIn(text), [`${home}fixes/${one.id}/`, `${home}fixes/${two.id}/`]);
  match(text, /<updated>2026-03-01T00:00:00Z<\/updated><author>/);
  match(text, /<published>2026-01-01T00:00:00Z<\/published><updated>2026-03-01T00:00:00Z<\/updated>/);
  match(text, /New: Shake &lt;b&gt;&amp;&lt;\/b&gt;<\/summary>/);
  match(
    text,
    /<link rel="self" type="application\/atom\+xml" href="https:\/\/toast\.example\/help\/feed\.xml"\/>/,
  );
  equal(text, feed(base));
});

test('Each symptom has a feed of the fixes that serve it, which the feed of the site leads to', () => {
  const all = feedsOf(base, { home, days, words });
  equal(all.size, 1 + base.symptoms.size);
  for (const { id, title } of base.symptoms.values()) {
    const path = symptomFeedPathOf(id);
    ok(
      feed(base).includes(
        `<link rel="related" type="application/atom+xml" href="${home}${path.slice(1)}" title="For ${title}"/>`,
      ),
    );
    match(all.get(path) ?? '', new RegExp(`<title>For ${title}</title>`));
  }
});

test('The feed of a symptom names the fixes of its plan only, leads to its page, and says in which language it is', () => {
  const fixes = [...base.fixes.values()];
  const all = pageDaysOf(fixes.map((fix) => line(pathOf(fix), '2026-01-01')));
  const feeds = feedsOf({ ...base, site: { ...base.site, language: 'de' } }, { home, days: all, words });
  for (const { id } of base.symptoms.values()) {
    const text = feeds.get(symptomFeedPathOf(id)) ?? '';
    const own = fixes.filter((fix) => symptomsOfFix(base, fix).some((served) => served.id === id));
    // Fixes of one day come in the order of their ids.
    deepEqual(idsIn(text), own.map((fix) => `${home}fixes/${fix.id}/`).sort());
    ok(text.includes(`<link rel="alternate" type="text/html" href="${home}symptoms/${id}/"/>`));
    match(text, / xml:lang="de"/);
  }
  ok(idsIn(feeds.get(symptomFeedPathOf('stays-cold')) ?? '').length < fixes.length);
});

test('A feed names the hundred newest fixes, and no more', () => {
  const fixes = Array.from({ length: 105 }, (_, at) => ({
    ...one,
    id: `fix-${String(at).padStart(3, '0')}`,
  }));
  const many = { ...base, fixes: new Map(fixes.map((fix) => [fix.id, fix])) };
  const since = (at: number): string => `2026-01-${at < 5 ? '01' : '02'}`;
  const all = pageDaysOf(fixes.map((fix, at) => line(pathOf(fix), since(at))));
  const named = idsIn(feedsOf(many, { home, days: all, words }).get('/feed.xml') ?? '');
  deepEqual([named.length, named[0]], [100, `${home}fixes/fix-005/`]);
});

test('Without a ledger a feed is empty, and well-formed', () => {
  const text = feedsOf(base, { home, days: new Map(), words }).get('/feed.xml') ?? '';
  deepEqual(idsIn(text), []);
  match(text, /<updated>1970-01-01T00:00:00Z<\/updated>/);
});

test('Titles that mean harm are text', () => {
  const hostile = `</title><script>alert(1)</script> ]]> "x" & \0\uD800`;
  const text = feed({
    ...base,
    site: { ...base.site, title: hostile, license: hostile },
    fixes: new Map([[one.id, { ...one, title: hostile, summary: hostile }]]),
    symptoms: new Map([[symptom!.id, { ...symptom!, title: hostile }]]),
  });
  ok(!/<script|\0|\uD800/.test(text));
  equal(text.match(/&lt;script&gt;/g)?.length, 6);
  equal(xmlText('"a" & \uFFFE\u0001b'), '&quot;a&quot; &amp; b');
});

test('A page is as new as what was published on it, as the last look at it, and as the newest fix in its plan', () => {
  const looked = {
    ...base,
    fixes: new Map(
      [...base.fixes].map(([id, fix]) => [id, id === two.id ? { ...fix, checked: '2026-05-01' } : fix]),
    ),
  };
  const changed = lastChangeOf(looked, days, [{ id: 'privacy', checked: '2026-04-01' }]);
  equal(changed(pathOf(one)), '2026-03-01');
  equal(changed(pathOf(two)), '2026-05-01');
  equal(changed('/pages/privacy/'), '2026-04-01');
  equal(changed('/'), '2026-05-01');
  ok(['2026-01-01', '2026-02-01'].includes(changed(pathOf(symptom!)) ?? ''));
  equal(changed(`/map/${symptom!.id}/`), changed(pathOf(symptom!)));
  equal(lastChangeOf(base, new Map(), [])('/'), undefined);
  // A cause is another page as soon as a fix for it is published.
  equal(changed(`/causes/${two.solves[0]!.cause}/`), '2026-02-01');
  // Of an article of which nobody knows a day, that of another one is not the day.
  equal(lastChangeOf(base, days, [{ id: 'privacy' }])('/pages/privacy/'), undefined);
  const glossary = pageDaysOf([...ledger, line('/glossary/', '2026-06-01')]);
  equal(lastChangeOf(looked, glossary, [])('/glossary/'), '2026-06-01');
});
