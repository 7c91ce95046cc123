import { slugOf } from '../values/slug.ts';
import { splitAddress, type LiveAnchor, type LivePage, type PlaceKind, type Published } from './compare.ts';

/** A published anchor and the place on the page that it now is, beyond doubt. */
export interface Rename {
  readonly entry: Published;
  readonly anchor: LiveAnchor;
}

/** Everything published on one page, under this or an earlier address, and what of it is lost. */
export interface PageHistory {
  readonly page: LivePage;
  readonly published: readonly Published[];
  readonly lost: readonly Published[];
}

/**
 * Which lost headings and steps are which new ones. Only pairs without a rival count: their words are much alike, or they
 * are alike and alone between the same neighbours, or every heading and step changed while their order stayed (a translation).
 */
export function renamesOn(history: PageHistory): readonly Rename[] {
  const fresh = freshOn(history).filter((anchor) => isWordy(anchor) && !anchor.explicit);
  const lost = inOrder(history.published).filter((entry) => history.lost.includes(entry) && isWordy(entry));
  const translated = translationOf(history, lost, fresh);
  if (translated) return translated;
  const pairs = lost.flatMap((entry) =>
    fresh
      .filter(({ is }) => is === entry.is)
      .map((anchor) => ({ entry, anchor, ...weigh(history, lost, fresh, entry, anchor) })),
  );
  return pairs.filter((pair) => {
    const rivals = pairs.filter(
      (other) => other !== pair && (other.entry === pair.entry || other.anchor === pair.anchor),
    );
    return pair.like >= pair.needed && rivals.every((rival) => rival.score <= pair.score - margin);
  });
}

/** The place on the page that a lost anchor most probably is now; undefined where nothing comes near. */
export function likeliestPlace(history: PageHistory, entry: Published): LiveAnchor | undefined {
  const sure = renamesOn(history).find((rename) => rename.entry === entry);
  if (sure) return sure.anchor;
  const fresh = freshOn(history);
  const ranked = fresh
    .filter(({ is }) => is === entry.is)
    .map((anchor) => ({
      anchor,
      score:
        likeness(entry.text, anchor.text) + (gapOf(history, entry) === gapOnPage(history, anchor) ? 0.3 : 0),
    }))
    .filter(({ score }) => score >= 0.3)
    .sort((a, b) => b.score - a.score);
  return ranked[0]?.anchor;
}

/** The living anchor nearest above the place where a lost one stood. */
export function neighbourAbove(history: PageHistory, entry: Published): LiveAnchor | undefined {
  const id = gapOf(history, entry);
  return history.page.anchors.find((anchor) => anchor.id === id);
}

/** How alike two texts are, by the words they share: 0 to 1. */
export function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length + right.length === 0) return 0;
  const rest = [...right];
  const shared = left.filter((word) => {
    const at = rest.indexOf(word);
    if (at === -1) return false;
    rest.splice(at, 1);
    return true;
  });
  return (2 * shared.length) / (left.length + right.length);
}

/** How much better than its best rival a pair must be. */
const margin = 0.15;
const nearby = 0.2;

function weigh(
  history: PageHistory,
  lost: readonly Published[],
  fresh: readonly LiveAnchor[],
  entry: Published,
  anchor: LiveAnchor,
) {
  const gap = gapOf(history, entry);
  const near = gap === gapOnPage(history, anchor);
  const alone =
    near &&
    lost.filter((other) => other.is === entry.is && gapOf(history, other) === gap).length === 1 &&
    fresh.filter((other) => other.is === anchor.is && gapOnPage(history, other) === gap).length === 1;
  const like = likeness(entry.text, anchor.text);
  return { like, score: like + (near ? nearby : 0), needed: alone ? 0.25 : near ? 0.4 : 0.6 };
}

/** Pairs by order alone, when nothing but the words of every heading and step has changed. */
function translationOf(
  { page, published }: PageHistory,
  lost: readonly Published[],
  fresh: readonly LiveAnchor[],
): readonly Rename[] | undefined {
  const wordy = page.anchors.filter((anchor) => isWordy(anchor) && !anchor.explicit);
  const all = published.filter(isWordy);
  if (
    lost.length < 3 ||
    lost.length !== fresh.length ||
    wordy.length !== fresh.length ||
    all.length !== lost.length
  )
    return undefined;
  const pairs = lost.flatMap((entry, index) => {
    const anchor = fresh[index];
    return anchor && anchor.is === entry.is ? [{ entry, anchor }] : [];
  });
  const alike = lost.some((entry) => fresh.some((anchor) => likeness(entry.text, anchor.text) >= 0.4));
  return pairs.length === lost.length && !alike ? pairs : undefined;
}

/** Only headings and steps take their ids from words. */
function isWordy({ is }: { readonly is: PlaceKind }): boolean {
  return is === 'heading' || is === 'step';
}

function freshOn({ page, published }: PageHistory): readonly LiveAnchor[] {
  const known = new Set(published.map(idOf));
  return page.anchors.filter(({ id }) => !known.has(id));
}

/** The living anchor below which an entry stood; '' at the top of the page. */
function gapOf({ page, published }: PageHistory, entry: Published): string {
  const living = new Set(page.anchors.map(({ id }) => id));
  const order = inOrder(published);
  const before = order
    .slice(0, order.indexOf(entry))
    .reverse()
    .find((other) => living.has(idOf(other)));
  return before ? idOf(before) : '';
}

function gapOnPage({ page, published }: PageHistory, anchor: LiveAnchor): string {
  const known = new Set(published.map(idOf));
  const before = page.anchors
    .slice(0, page.anchors.indexOf(anchor))
    .reverse()
    .find(({ id }) => known.has(id));
  return before?.id ?? '';
}

/** Entries of one page in the order in which they stood, as far as `after` tells; what came later stands nearer. */
function inOrder(published: readonly Published[]): readonly Published[] {
  const followers = Map.groupBy(
    published.filter(({ address }) => address.includes('#')),
    ({ after }) => after ?? '',
  );
  const order: Published[] = [];
  const placed = new Set<string>();
  const place = (id: string): void => {
    for (const entry of [...(followers.get(id) ?? [])].sort((a, b) => (a.since < b.since ? 1 : -1))) {
      if (placed.has(entry.address)) continue;
      placed.add(entry.address);
      order.push(entry);
      place(idOf(entry));
    }
  };
  place('');
  return [...order, ...published.filter(({ address }) => address.includes('#') && !placed.has(address))];
}

function idOf(entry: Published): string {
  return splitAddress(entry.address).anchor ?? '';
}

function wordsOf(text: string): readonly string[] {
  return slugOf(text, { length: 400, bytes: Infinity }).split('-').filter(Boolean);
}
