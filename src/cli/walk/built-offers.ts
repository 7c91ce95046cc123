import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanFile } from '../../domain/advice/plan-file.ts';
import type { Offer, OfferedCard, Offers } from '../../domain/simulation/offer.ts';
import { baseOf } from '../../server/built-site.ts';
import { withoutBase } from '../../domain/address/base-path.ts';
import { elementsIn, type HtmlElement } from '../../html/elements.ts';

/**
 * Reads the pages of symptoms of a built site as they are asked for, each once. Throws with the address where a page lacks what a reader
 * needs to go on: a card without a fix page, an answer without a question, a stop line that leads nowhere, another order in `plan.json`.
 */
export function readOffers(dir: string): Offers {
  const read = new Map<string, Offer | undefined>();
  return (path) => {
    const file = join(dir, path, 'index.html');
    if (!read.has(path))
      read.set(path, existsSync(file) ? offerOf(dir, path, readFileSync(file, 'utf8')) : undefined);
    return read.get(path);
  };
}

function offerOf(dir: string, path: string, html: string): Offer {
  const all = linksOf(elementsIn(html), baseOf(dir));
  const line = all.find(({ attributes }) => attributes['id'] === 'stop');
  if (!line || !hrefsIn(all, line).some((href) => leads(dir, href)))
    throw new Error(`\`${path}\` has no stop line that leads to support.`);
  const above = all.filter((element) => isCard(element) && element.startTag.from < line.startTag.from);
  for (const href of above.flatMap((card) => hrefsIn(all, card)))
    if (!leads(dir, href)) throw new Error(`\`${path}\` leads to \`${href}\`, where there is no page.`);
  const cards = cardsOf(all, above, path);
  const moves = cards.flatMap((card) => card.moves);
  const next = nextFixesOf(dir, path);
  if (moves.join(' ') !== next.join(' '))
    throw new Error(
      `\`${path}\` shows the fixes ${moves.join(', ')}; its fix pages lead on through ${next.join(', ')}.`,
    );
  const nav = all.find(({ attributes }) => attributes['id'] === 'questions');
  return { path, ask: nav && askOf(all, nav, path), cards, support: minutesOf(line, path) };
}

function askOf(all: readonly HtmlElement[], nav: HtmlElement, path: string): Offer['ask'] {
  const answers = hrefsIn(all, nav)
    .filter((href) => href.startsWith('/'))
    .map((href) => ({ way: href.split('/').filter(Boolean).slice(-2), href }));
  const question = answers[0]?.way[0];
  if (question === undefined || answers.some(({ way }) => way[0] !== question))
    throw new Error(`\`${path}\` asks a question whose answers lead to no pages of one question.`);
  return {
    question,
    minutes: minutesOf(nav, path),
    answers: answers.map(({ way: [, id = ''], href }) => ({ id, href })),
  };
}

/** The cards of a plan. The fixes of one batch are one card: each costs its minutes without its test, and the longest test comes once. */
function cardsOf(
  all: readonly HtmlElement[],
  fixes: readonly HtmlElement[],
  path: string,
): readonly OfferedCard[] {
  const batches = all.filter(({ attributes }) => 'data-batch' in attributes);
  const cards = Map.groupBy(fixes, (fix) => batches.find((batch) => isWithin(fix, batch)) ?? fix);
  return [...cards.values()].map((card) => {
    const tests = card.map((fix) => minutesOf(fix, path, 'data-test'));
    const work = card.reduce((sum, fix, index) => sum + minutesOf(fix, path) - (tests[index] ?? 0), 0);
    return {
      moves: card.map(({ attributes }) => attributes['data-fix'] ?? ''),
      minutes: work + Math.max(...tests),
    };
  });
}

function isCard({ attributes }: HtmlElement): boolean {
  return 'data-fix' in attributes && 'data-minutes' in attributes;
}

function minutesOf({ attributes, name }: HtmlElement, path: string, attribute = 'data-minutes'): number {
  const minutes = Number(attributes[attribute] ?? NaN);
  if (!(minutes >= 0))
    throw new Error(`\`${path}\` does not say how many minutes a <${name}> takes (\`${attribute}\`).`);
  return minutes;
}

/** The order in which the fix pages lead on, for a reader who came from this page. */
function nextFixesOf(dir: string, path: string): readonly string[] {
  const [folder = '', symptom = '', ...way] = path.split('/').filter(Boolean);
  const file = join(dir, folder, symptom, 'plan.json');
  if (!existsSync(file))
    throw new Error(`\`${path}\` has no \`plan.json\`, so no fix page leads on from it.`);
  const { plans } = JSON.parse(readFileSync(file, 'utf8')) as PlanFile;
  return plans[way.join('/')] ?? [];
}

/** The elements with links as the site knows them, without the path below which it is served. */
function linksOf(all: readonly HtmlElement[], base: string): readonly HtmlElement[] {
  if (base === '/') return all;
  return all.map((one) => {
    const href = one.attributes['href'];
    return href === undefined
      ? one
      : { ...one, attributes: { ...one.attributes, href: withoutBase(href, base) } };
  });
}

/** Whether a link leads to a page of the built site, or stays on its own. */
function leads(dir: string, href: string): boolean {
  const [path = ''] = href.split(/[?#]/);
  return path === '' ? href.length > 1 : existsSync(join(dir, path, 'index.html'));
}

function hrefsIn(all: readonly HtmlElement[], element: HtmlElement): readonly string[] {
  return all.flatMap((one) => {
    const href = one.attributes['href'];
    return one.name === 'a' && href !== undefined && isWithin(one, element) ? [href] : [];
  });
}

function isWithin(one: HtmlElement, other: HtmlElement): boolean {
  return one.startTag.from >= other.inside.from && one.startTag.to <= other.inside.to;
}
