import { splitAddress, type Comparison, type PlaceKind } from '../domain/permalinks/compare.ts';

/** What is not in the ledger yet, one line a page; an empty text when everything is recorded. */
export function freshReport(fresh: Comparison['fresh']): string {
  const answers = fresh.filter(({ is }) => is === 'answer');
  const pages = Map.groupBy(
    fresh.filter(({ is }) => is !== 'answer'),
    ({ address }) => splitAddress(address).path,
  );
  const lines = [...pages].map(([path, places]) => {
    const whole = places.find(({ address }) => address === path);
    const anchors = places.filter((place) => place !== whole);
    if (whole)
      return `  + ${path}  ${nameOf(whole.is)}${anchors.length > 0 ? ` with ${count(anchors.length, 'anchor')}` : ''}`;
    return anchors.map(({ address, is, text }) => `  + ${address}  ${nameOf(is)} “${text}”`).join('\n');
  });
  if (answers.length > 0) lines.push(`  + ${count(answers.length, 'answered symptom')}`);
  return lines.join('\n');
}

/** "3 pages and 12 anchors". */
export function countAddresses(places: readonly { readonly address: string }[]): string {
  const anchors = places.filter(({ address }) => address.includes('#')).length;
  return [count(places.length - anchors, 'page'), count(anchors, 'anchor')].join(' and ');
}

function nameOf(is: PlaceKind): string {
  return is === 'text' ? 'text of a screen' : is;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
