import { closest, distance } from '../../domain/problems/closest.ts';
import { compareText } from '../../domain/values/compare.ts';
import { decodePart } from '../../domain/values/decode.ts';

/** Path and title of an article. */
export type Address = readonly [path: string, title: string];

/** The words that an address holds: `/fixes/Restart_Device.html` → restart, device. Ids of folders say nothing. */
export function wordsOfAddress(path: string): readonly string[] {
  const last = decodePart(path).split('/').filter(Boolean).at(-1) ?? '';
  return (
    last
      .replace(/\.\w{1,5}$/, '')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** At most `most` pages whose ids come nearest to the last part of an address, the nearest first. */
export function nearestPages(path: string, addresses: readonly Address[], most = 3): readonly Address[] {
  const words = wordsOfAddress(path);
  const wanted = words.join('-');
  if (wanted === '') return [];
  const parts = decodePart(path).toLowerCase().split('/');
  return addresses
    .map((address) => ({
      address,
      score: parts.slice(0, -1).includes(idOf(address)) ? 1 : scoreOf(wanted, words, address),
    }))
    .sort((a, b) => b.score - a.score || compareText(a.address[0], b.address[0]))
    .filter(({ score }, _, [best]) => score > 0.4 && score > 0.6 * (best?.score ?? 0))
    .slice(0, most)
    .map(({ address }) => address);
}

/** From 0 to 1: how near the ids are, or how many of the words the page shares, whichever is more. */
function scoreOf(wanted: string, words: readonly string[], address: Address): number {
  const id = idOf(address);
  const own = [...id.split('-'), ...address[1].toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u)];
  // Words as short as "and" say nothing about which page was meant.
  const telling = words.filter((word) => word.length > 3);
  const shared = telling.filter((word) => own.includes(word) || closest(word, own) !== undefined).length;
  return Math.max(
    1 - distance(wanted, id) / Math.max(wanted.length, id.length),
    (0.95 * shared) / Math.max(1, telling.length),
  );
}

function idOf([path]: Address): string {
  return path.split('/').filter(Boolean).at(-1) ?? '';
}
