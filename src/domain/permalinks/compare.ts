import type { AnchorKind } from './anchors.ts';
import type { Kind } from '../knowledge/article.ts';
import { compareText } from '../values/compare.ts';

/** What stands at an address. */
export type PlaceKind = Kind | AnchorKind | 'answer' | 'page' | 'section' | 'term' | 'text';

/** One line of the ledger: an address that was published once and is kept for ever. */
export interface Published {
  /** `/fixes/restart-device/`, or with an anchor `/fixes/restart-device/#open-settings`. */
  readonly address: string;
  readonly is: PlaceKind;
  /** Its words on the day it was published. */
  readonly text: string;
  /** The anchor that stood before it on the page, so that its place can be found again. */
  readonly after?: string | undefined;
  /** ISO date (YYYY-MM-DD). */
  readonly since: string;
}

/** An anchor as it is now. */
export interface LiveAnchor {
  readonly id: string;
  readonly is: PlaceKind;
  readonly text: string;
  /** True where the id stands in the source. */
  readonly explicit: boolean;
}

/** A page as it is now, with everything that a link to it may name. */
export interface LivePage {
  readonly path: string;
  readonly is: PlaceKind;
  readonly text: string;
  /** In the order of the page. */
  readonly anchors: readonly LiveAnchor[];
  /** Earlier anchors that lead to one of `anchors`. */
  readonly aliases: ReadonlySet<string>;
  /** True where the text cannot be read, so nobody can know its anchors. */
  readonly unreadable?: boolean | undefined;
}

/** Everything that links may lead to now. */
export interface LiveSite {
  readonly pages: ReadonlyMap<string, LivePage>;
  /** Earlier path → the path that took its place (`was`). */
  readonly moved: ReadonlyMap<string, string>;
  /** Addresses with a tombstone. */
  readonly gone: ReadonlySet<string>;
}

/** A published address that leads nowhere now; `page` is where a lost anchor stood. */
export type Loss = { readonly entry: Published; readonly page?: LivePage | undefined };

/** The difference between what was published and what is there. */
export interface Comparison {
  /** Not in the ledger yet. */
  readonly fresh: readonly Omit<Published, 'since'>[];
  readonly lost: readonly Loss[];
}

/** Compares the ledger with the site; both lists are in the order of addresses. */
export function comparePermalinks(ledger: readonly Published[], site: LiveSite): Comparison {
  const known = new Set(ledger.map(({ address }) => address));
  const fresh = [...site.pages.values()].flatMap(addressesOf).filter(({ address }) => !known.has(address));
  const lost = ledger.flatMap((entry) => lossOf(entry, known, site));
  return {
    fresh: [...fresh].sort(compareAddresses),
    lost: [...lost].sort((a, b) => compareAddresses(a.entry, b.entry)),
  };
}

/** The page and its anchors as lines of a ledger. */
export function addressesOf(page: LivePage): readonly Omit<Published, 'since'>[] {
  const anchors = new Map(page.anchors.map((anchor) => [anchor.id, anchor]));
  const ids = [...anchors.keys()];
  return [
    { address: page.path, is: page.is, text: page.text },
    ...[...anchors.values()].map(({ id, is, text }, index) => ({
      address: `${page.path}#${id}`,
      is,
      text,
      after: ids[index - 1],
    })),
  ];
}

/** Splits an address into its page and its anchor. */
export function splitAddress(address: string): {
  readonly path: string;
  readonly anchor: string | undefined;
} {
  const at = address.indexOf('#');
  return at === -1
    ? { path: address, anchor: undefined }
    : { path: address.slice(0, at), anchor: address.slice(at + 1) };
}

/** Order of a ledger: by address, in code units, so that every machine sorts alike. */
export function compareAddresses(a: { readonly address: string }, b: { readonly address: string }): number {
  return compareText(a.address, b.address);
}

/** The lines of a ledger with those of `fresh`, since today; nothing that is there changes. */
export function withFresh(
  ledger: readonly Published[],
  fresh: Comparison['fresh'],
  today: string,
): readonly Published[] {
  return [...ledger, ...fresh.map((place) => ({ ...place, since: today }))].sort(compareAddresses);
}

function lossOf(entry: Published, known: ReadonlySet<string>, site: LiveSite): readonly Loss[] {
  const { path, anchor } = splitAddress(entry.address);
  if (site.gone.has(path) || site.gone.has(entry.address)) return [];
  // Answers come and go with the numbers; the site leads such an address to the nearest page above it.
  if (entry.is === 'answer') return [];
  const now = site.moved.get(path) ?? path;
  const page = site.pages.get(now);
  if (anchor === undefined) return page ? [] : [{ entry }];
  // A lost page is told once, not again for each of its anchors.
  if (!page) return known.has(path) ? [] : [{ entry }];
  if (
    page.unreadable ||
    page.aliases.has(anchor) ||
    site.gone.has(`${now}#${anchor}`) ||
    page.anchors.some(({ id }) => id === anchor)
  )
    return [];
  return [{ entry, page }];
}
