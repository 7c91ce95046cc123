import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ELEMENT_NODE, parse, type ElementNode } from 'ultrahtml';
import type { PlanFile } from '../domain/advice/plan-file.ts';
import type { Offer, OfferedCard, Offers } from '../domain/simulation/offer.ts';

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
  const all = elementsOf(parse(html) as { readonly children: readonly unknown[] });
  const stop = all.findIndex(({ attributes }) => attributes['id'] === 'stop');
  const line = all[stop];
  if (!line || !hrefsIn(line).some((href) => leads(dir, href)))
    throw new Error(`\`${path}\` has no stop line that leads to support.`);
  const cards = cardsOf(all.slice(0, stop), path);
  for (const href of all.slice(0, stop).filter(isCard).flatMap(hrefsIn))
    if (!leads(dir, href)) throw new Error(`\`${path}\` leads to \`${href}\`, where there is no page.`);
  const moves = cards.flatMap((card) => card.moves);
  const next = nextFixesOf(dir, path);
  if (moves.join(' ') !== next.join(' '))
    throw new Error(
      `\`${path}\` shows the fixes ${moves.join(', ')}; its fix pages lead on through ${next.join(', ')}.`,
    );
  const nav = all.find(({ attributes }) => attributes['id'] === 'questions');
  return { path, ask: nav && askOf(nav, path), cards, support: minutesOf(line, path) };
}

function askOf(nav: ElementNode, path: string): Offer['ask'] {
  const answers = hrefsIn(nav)
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

/** The cards above the stop line. A card that holds several fixes names the minutes of its one test as `data-test`. */
function cardsOf(elements: readonly ElementNode[], path: string): readonly OfferedCard[] {
  const cards: { moves: string[]; minutes: number; of: ElementNode }[] = [];
  for (const element of elements.filter(isCard)) {
    const shared = ancestorWith(element, 'data-test') ?? element;
    const minutes = minutesOf(element, path);
    const move = element.attributes['data-fix'] ?? '';
    const last = cards.at(-1);
    if (last && last.of === shared) {
      last.moves.push(move);
      last.minutes += minutes;
    } else
      cards.push({
        moves: [move],
        minutes: minutes + Number(shared.attributes['data-test'] ?? 0),
        of: shared,
      });
  }
  return cards.map(({ moves, minutes }) => ({ moves, minutes }));
}

function isCard({ attributes }: ElementNode): boolean {
  return 'data-fix' in attributes && 'data-minutes' in attributes;
}

function minutesOf({ attributes, name }: ElementNode, path: string): number {
  const minutes = Number(attributes['data-minutes'] ?? NaN);
  if (!(minutes >= 0)) throw new Error(`\`${path}\` does not say how many minutes a <${name}> takes.`);
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

/** Whether a link leads to a page of the built site, or stays on its own. */
function leads(dir: string, href: string): boolean {
  const [path = ''] = href.split(/[?#]/);
  return path === '' ? href.length > 1 : existsSync(join(dir, path, 'index.html'));
}

function hrefsIn(element: ElementNode): readonly string[] {
  return elementsOf(element).flatMap(({ name, attributes }) =>
    name === 'a' && attributes['href'] !== undefined ? [decode(attributes['href'])] : [],
  );
}

function elementsOf(node: { readonly children?: readonly unknown[] }): readonly ElementNode[] {
  return (node.children ?? []).flatMap((child) => {
    const one = child as ElementNode;
    return one.type === ELEMENT_NODE ? [one, ...elementsOf(one)] : [];
  });
}

function ancestorWith(element: ElementNode, attribute: string): ElementNode | undefined {
  for (let at = element; at?.type === ELEMENT_NODE; at = at.parent as ElementNode)
    if (attribute in at.attributes) return at;
  return undefined;
}

function decode(text: string): string {
  return text.replaceAll('&#38;', '&').replaceAll('&amp;', '&');
}
