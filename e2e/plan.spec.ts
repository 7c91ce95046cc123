import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, pagesOf, type BuiltPage } from './built-site.ts';
import { expect, test, words } from './knowledge-base.ts';

const symptoms = pagesOf(dist).filter(({ kind }) => kind === 'symptom' || kind === 'answered');

/** The cards of a symptom page, top to bottom: the id of the fix, and the markup up to the next card. */
function cardsOf(html: string): readonly { readonly id: string; readonly html: string }[] {
  const starts = [...html.matchAll(/ id="plan-([^"]+)"/g)];
  return starts.map(({ 1: id = '', index }, at) => ({ id, html: html.slice(index, starts[at + 1]?.index) }));
}

function fixesOf(html: string): readonly string[] {
  return cardsOf(html).map(({ id }) => id);
}

const isForDevice = (path: string): boolean => path.split('/')[3] === 'on';

test('every answered page holds the very fixes of its symptom, re-ordered; only a page for a device lacks some', () => {
  const plans = new Map(
    symptoms.filter(({ kind }) => kind === 'symptom').map(({ path, html }) => [path, fixesOf(html)]),
  );
  const answered = symptoms.filter(({ kind }) => kind === 'answered');
  expect(answered.length).toBeGreaterThan(0);
  const wrong: string[] = [];
  for (const { path, html } of answered) {
    const symptom = `/symptoms/${path.split('/')[2]}/`;
    const all = plans.get(symptom) ?? [];
    const own = fixesOf(html);
    const left = all.filter((id) => !isForDevice(path) || own.includes(id));
    if (own.toSorted().join() !== left.toSorted().join()) wrong.push(path);
  }
  expect(wrong).toEqual([]);
});

test('who is not sure keeps the plan, and is asked the next question', () => {
  const unsure = symptoms.filter(({ path }) => path.endsWith('/not-sure/'));
  const wrong = unsure.filter(({ path, html, elements }) => {
    const before = symptoms.find((page) => page.path === path.replace(/[^/]+\/not-sure\/$/, ''));
    const asks = elements.some(({ attributes }) => attributes['id'] === 'questions');
    return !asks || fixesOf(html).join() !== fixesOf(before?.html ?? '').join();
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('an answered page names the symptom as its address for search engines, and stays out of them', () => {
  const answered = symptoms.filter(({ kind }) => kind === 'answered');
  const addressOf = ({ elements }: BuiltPage): string =>
    elements.find(({ attributes }) => attributes['rel'] === 'canonical')?.attributes['href'] ?? '';
  const elsewhere = answered.filter(
    (page) => new URL(addressOf(page), 'http://site').pathname !== `/symptoms/${page.path.split('/')[2]}/`,
  );
  expect(elsewhere.map(({ path }) => path)).toEqual([]);
  const indexed = answered.filter(({ html }) => !html.includes('content="noindex"'));
  expect(indexed.map(({ path }) => path)).toEqual([]);
});

test('no page of a symptom shows a percentage', () => {
  const wrong = symptoms.filter(({ html }) =>
    /\d\s?%/.test(html.replace(/<style[\s\S]*?<\/style>|<svg[\s\S]*?<\/svg>/g, '')),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('no riskier fix stands before a safer one of the same part of a plan', ({}) => {
  // A card says what it loses only where it loses something.
  const losses = ['Settings are lost', 'You can lose data'];
  const tierOf = (card: string): number => losses.findIndex((loss) => card.includes(loss)) + 1;
  expect(symptoms.some(({ html }) => cardsOf(html).some((card) => tierOf(card.html) > 0))).toBe(true);
  const wrong = symptoms.filter(({ html }) => {
    const above = html.slice(html.indexOf('id="plan"'), html.indexOf('class="stop'));
    const tiers = cardsOf(above).map((card) => tierOf(card.html));
    return tiers.join() !== tiers.toSorted().join();
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('a card says when it helps, not how likely that is', () => {
  const likely = Object.values(words.likelihood);
  // Each expectation costs more than what it looks at: one for all.
  const wrong = symptoms.flatMap(({ path, html }) =>
    cardsOf(html.slice(0, html.indexOf('id="causes"'))).flatMap(({ id, html: card }) =>
      likely.filter((word) => card.includes(`${word}:`)).map((word) => `${path}: ${id} says ${word}`),
    ),
  );
  expect(wrong).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader answers a question by a plain link, sees what was answered, and takes it back', async ({
    kb,
    page,
    toaster,
  }) => {
    const asking = pagesOf(toaster.dir).find(
      ({ kind, html }) => kind === 'symptom' && html.includes('id="questions"'),
    );
    expect(asking, 'the toaster asks a question that pays').toBeDefined();
    await page.goto(new URL(asking!.path, toaster.url).href);
    const question = page.getByRole('navigation', { name: /\?/ });
    await question.getByText(words.symptom.questionOf(1, 2)).click();
    await expect(question.getByRole('link', { name: words.symptom.notSure })).toBeVisible();
    const first = question.getByRole('link').first();
    const label = await first.innerText();
    await first.click();
    await expect(page.getByRole('list', { name: words.symptom.answered })).toContainText(label);
    await expect(kb.fixesIn(words.symptom.planAfter).first()).toBeVisible();
    await expect(page).toHaveURL(/#plan$/);
    await page
      .getByRole('list', { name: words.symptom.answered })
      .getByRole('link', { name: new RegExp(words.symptom.change) })
      .click();
    await expect(page).toHaveURL(new URL(asking!.path, toaster.url).href);
  });
});

test('who is not sure lands on the next question, which stands open and has the focus', async ({
  page,
  toaster,
}) => {
  await page.goto(`${toaster.url}symptoms/pops-up-at-once/`);
  const question = page.getByRole('navigation', { name: /\?$/ });
  const first = await question.getByText(/\?$/).innerText();
  await question.getByText(words.symptom.questionOf(1, 2)).click();
  await question.getByRole('link', { name: words.symptom.notSure }).click();
  await expect(question.getByText(words.symptom.questionOf(2, 2))).toBeVisible();
  await expect(question).toBeFocused();
  await expect(question).not.toContainText(first);
  await expect(question.getByRole('link').first()).toBeVisible();
  const answered = page.getByRole('list', { name: words.symptom.answered });
  await expect(answered).toContainText(`${first} ${words.symptom.notSure}`);
  await expect(page.getByRole('region', { name: words.symptom.plan, exact: true })).toBeVisible();
});

test('the order is explained with words and minutes, and called an estimate', async ({ page, toaster }) => {
  await page.goto(`${toaster.url}symptoms/pops-up-at-once/`);
  await page.getByRole('link', { name: words.symptom.why }).click();
  await expect(page).toHaveURL(/\/map\/pops-up-at-once\/#why$/);
  await expect(page.getByText(words.symptom.whyText[1])).toBeVisible();
  await expect(page.getByRole('table').getByRole('row')).not.toHaveCount(1);
});

test('a built site holds pages only for answers that a page asks for', () => {
  const asked = new Set(
    symptoms.flatMap(({ elements }) =>
      elements.map(({ attributes }) => (attributes['href'] ?? '').replace(/#(?:plan|questions)$/, '')),
    ),
  );
  const unasked = symptoms.filter(({ path, kind }) => kind === 'answered' && !asked.has(path));
  expect(unasked.map(({ path }) => path)).toEqual([]);
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).toContain('/symptoms/');
});
