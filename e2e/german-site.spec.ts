import { kb as command } from './build-site.ts';
import { pagesOf } from './built-site.ts';
import { expect, germanToaster, test, words as english } from './knowledge-base.ts';
import { wordsOf } from '../src/words/words-of.ts';

const words = wordsOf('de');

/** Every text of a dictionary that is no list of words, without those that are a sign or a single short word. */
function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length > 8 && !/\{\w+\}/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null || value instanceof RegExp || value instanceof Set)
    return [];
  return Object.values(value).flatMap(sentencesIn);
}

test('a knowledge base in German has no problems, and its own words for headings and versions', async () => {
  const { code, output } = await command(['check'], germanToaster);
  expect(output).toContain('No problems');
  expect(code).toBe(0);
});

test('every page of it says that it is German, and no interface sentence is English', ({ german }) => {
  const { writing: _, searchLanguage: __, ...spoken } = english;
  const sentences = sentencesIn(spoken);
  expect(sentences.length).toBeGreaterThan(150);
  const pages = pagesOf(german.dir);
  expect(pages.length).toBeGreaterThan(15);
  for (const { path, html, elements } of pages) {
    expect(elements.find(({ name }) => name === 'html')?.attributes['lang'], path).toBe('de');
    const text = html.replace(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>/g, '');
    expect(
      sentences.filter((sentence) => text.includes(sentence)),
      path,
    ).toEqual([]);
  }
});

test('the interface speaks German: frame, plan, facts, default labels and dates', async ({
  page,
  german,
}) => {
  await page.goto(`${german.url}symptoms/springt-sofort-hoch/`);
  await expect(page.getByRole('link', { name: 'Zum Inhalt springen' })).toBeAttached();
  const plan = page.getByRole('region', { name: 'Hier beginnen', exact: true });
  await expect(plan).toContainText('Hilft in diesem Fall: Krümel halten den Hebel auf');
  await expect(plan).toContainText('3 Min.');
  await expect(page.getByRole('main')).toContainText(
    'Ab hier geht es meist schneller, Kundendienst zu fragen',
  );
  await expect(page.getByRole('main')).toContainText(
    'Geschrieben nach öffentlichen Quellen bis Modell T2, durchgesehen am 4. Nov. 2026.',
  );
  await page.goto(`${german.url}fixes/gedaechtnis-zuruecksetzen/`);
  await expect(page.getByRole('main')).toContainText('dann bis zu 1 Stunde warten');
  await expect(page.getByRole('main')).toContainText('Einstellungen gehen verloren');
  await expect(page.getByRole('main')).toContainText('Vorsicht');
  await expect(page.getByRole('main')).toContainText('(Baujahr 2022 und neuer)');
  // One way that differs is said where it stands, without a choice.
  await expect(page.getByRole('main').getByText('Welche Software?')).toBeHidden();
  await page.goto(`${german.url}fixes/kruemelschublade-leeren/`);
  await expect(page.getByRole('main')).toContainText('Toaster 2019 und neuer');
});

test('marks that a script sets speak German as well', async ({ page, german }) => {
  await page.goto(`${german.url}symptoms/springt-sofort-hoch/`);
  const card = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Die Krümelschublade leeren' }) });
  if ((await card.locator('details').getAttribute('open')) === null) await card.locator('summary').click();
  await card.getByRole('button', { name: 'Hat nicht geholfen' }).click();
  await expect(page.getByRole('region', { name: 'Was Sie versucht haben' })).toContainText(
    '1 von 2 versucht',
  );
});

test('steps below their German heading have ids, in .mdx and in .md, and a link to them leads there', async ({
  page,
  german,
}) => {
  const pages = pagesOf(german.dir);
  const idsOf = (path: string): readonly (string | undefined)[] =>
    (pages.find((page) => page.path === path)?.elements ?? [])
      .filter(({ attributes }) => attributes['class']?.split(' ').includes('step'))
      .map(({ attributes }) => attributes['id']);
  expect(idsOf('/fixes/andere-steckdose-versuchen/')).toEqual([
    'ziehen-sie-den-stecker',
    'tragen-sie-den-toaster-in-ein',
    'dort-einstecken',
  ]);
  expect(idsOf('/fixes/kruemelschublade-leeren/')).toEqual([
    'suchen-sie-hinten-die-krumelschublade',
    'ziehen-sie-die-schublade-gerade-heraus',
    'kippen-sie-die-krumel-in-den',
  ]);
  await page.goto(`${german.url}fixes/andere-steckdose-versuchen/#schritte`);
  await expect(page.locator(':target')).toHaveText(/^Schritte/);
});

for (const { query, finds, about } of [
  {
    query: 'krümelschubladen geleert',
    finds: '/fixes/kruemelschublade-leeren/',
    about: 'other forms of its words',
  },
  { query: 'kruemel', finds: '/fixes/kruemelschublade-leeren/', about: 'a word typed without its umlaut' },
  { query: 'steckdosen ohne stroms', finds: '/causes/steckdose-ohne-strom/', about: 'endings of nouns' },
  {
    query: 'wie kann ich das gedächtnis zurücksetzen',
    finds: '/fixes/gedaechtnis-zuruecksetzen/',
    about: 'a question full of fillers',
  },
  {
    query: 'anzeige zeigt störung e2',
    finds: '/symptoms/springt-sofort-hoch/',
    about: 'a text of the display',
  },
])
  test(`the German search finds ${about}: ${query}`, async ({ page, german, kb }) => {
    await page.goto(`${german.url}search/?q=${encodeURIComponent(query)}`);
    await expect(page.locator('.count')).toHaveText(/^\d+ Treffer$/);
    await expect(kb.results.first().getByRole('link').first()).toHaveAttribute('href', finds);
  });

test('a German search that finds nothing says so in German', async ({ page, german }) => {
  await page.goto(`${german.url}search/?q=hubschrauberschein`);
  await expect(page.locator('.count')).toHaveText('Nichts gefunden zu „hubschrauberschein“.');
  await expect(page.getByRole('main')).toContainText(words.search.waysOn);
});
