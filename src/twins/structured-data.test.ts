import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { symptomViewsOf } from '../domain/advice/symptom-pages.ts';
import { exampleBase } from '../domain/knowledge/example-base.ts';
import { entryOf } from '../domain/knowledge/knowledge-base.ts';
import {
  breadcrumbData,
  causeData,
  durationOf,
  fixData,
  siteData,
  structuredData,
  symptomData,
} from './structured-data.ts';

const base = exampleBase();
const addressOf = (path: string): string => `https://toast.example${path}`;
const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('a fix is instructions: each step by its words and its permanent link, in parts where it has variants', () => {
  const fix = {
    ...entryOf(base.fixes, 'empty-tray'),
    minutes: 2,
    check: 0.5,
    wait: 10,
    checked: '2026-11-24',
  };
  const body = (label: string): string =>
    `<div class="variant" data-variant="a"><p class="label">${label}</p><ol><li class="step" id="pull" data-step="1">Pull.</li></ol></div>`;
  deepEqual(
    written(
      fixData(
        fix,
        `${body('Model A')}<ol><li class="step" id="tip" data-step="1">Tip &lt;it&gt;.</li></ol>`,
        addressOf,
      ),
    ),
    {
      '@type': 'HowTo',
      '@id': 'https://toast.example/fixes/empty-tray/',
      name: fix.title,
      totalTime: 'PT12M30S',
      step: [
        {
          '@type': 'HowToSection',
          name: 'Model A',
          itemListElement: [
            { '@type': 'HowToStep', name: 'Pull.', url: 'https://toast.example/fixes/empty-tray/#pull' },
          ],
        },
        { '@type': 'HowToStep', name: 'Tip <it>.', url: 'https://toast.example/fixes/empty-tray/#tip' },
      ],
      dateModified: '2026-11-24',
    },
  );
});

test('a symptom names its causes and the fixes of its plan in their order, a cause its fixes', () => {
  const [view] = symptomViewsOf(base, entryOf(base.symptoms, 'pops-up'));
  const { plan } = view!;
  const { about, mentions } = written(symptomData(plan, addressOf)) as Record<string, { '@id': string }[]>;
  deepEqual(
    about?.map((cause) => cause['@id']),
    plan.causes.map(({ cause }) => `https://toast.example/causes/${cause.id}/`),
  );
  deepEqual(
    mentions?.map((fix) => fix['@id']),
    [...plan.start, ...plan.then].map(({ fix }) => `https://toast.example/fixes/${fix.id}/`),
  );
  const cause = written(causeData(entryOf(base.causes, 'crumbs'), base, addressOf)) as Record<
    string,
    unknown
  >;
  equal(cause['headline'], 'Crumbs hold the lever');
  ok(JSON.stringify(cause['mentions']).includes('https://toast.example/fixes/empty-tray/'));
});

test('a symptom with many causes names those that its page shows, each article the day on which it was looked over', () => {
  const [view] = symptomViewsOf(base, entryOf(base.symptoms, 'pops-up'));
  const [cause] = view!.plan.causes;
  const causes = Array.from({ length: 7 }, (_, at) => ({
    ...cause!,
    cause: { ...cause!.cause, id: `c-${at}` },
  }));
  const symptom = { ...view!.plan.symptom, checked: '2026-11-24' };
  const data = written(symptomData({ ...view!.plan, symptom, causes }, addressOf)) as Record<string, unknown>;
  equal((data['about'] as readonly unknown[]).length, 4);
  equal(data['dateModified'], '2026-11-24');
  equal('dateModified' in (written(causeData(cause!.cause, base, addressOf)) as object), false);
});

test('minutes are durations as ISO 8601 writes them', () => {
  const durations = { 0.25: 'PT15S', 1: 'PT1M', 1.5: 'PT1M30S', 90: 'PT90M', 0: 'PT0M', 3.03: 'PT3M2S' };
  for (const [minutes, duration] of Object.entries(durations)) equal(durationOf(Number(minutes)), duration);
});

test('the way to a page and the search of a site are told', () => {
  deepEqual(written(breadcrumbData([{ label: 'Fixes', href: '/fixes/' }], 'Empty it', addressOf)), {
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: 'Fixes', item: 'https://toast.example/fixes/' },
      { '@type': 'ListItem', position: 2, name: 'Empty it' },
    ],
  });
  const site = written(siteData({ ...base.site, language: 'de' }, addressOf)) as {
    inLanguage: string;
    potentialAction: Record<string, string>;
  };
  equal(site.inLanguage, 'de');
  deepEqual(site.potentialAction, {
    '@type': 'SearchAction',
    target: 'https://toast.example/search/?q={words}',
    'query-input': 'required name=words',
  });
});

test('whatever a text holds, the script element that holds it ends where it should, and says the same', () => {
  const here = '</script><!--<script>alert(1)</script>“&amp;';
  const text = structuredData([breadcrumbData([], here, addressOf)]);
  ok(!text.includes('<'));
  ok(JSON.stringify(JSON.parse(text)).includes('</script><!--<script>alert(1)</script>“&amp;'));
  equal(structuredData([]), '');
});
