import { folderOf } from '../knowledge/article.ts';
import { splitAddress, type Published } from './compare.ts';

/** A page or anchor that was taken away on purpose; its old links say so instead of dying. */
export interface Tombstone {
  /** Path of the page, as `/fixes/old-fix/`. */
  readonly page: string;
  readonly anchor?: string | undefined;
  /** One sentence for the reader. */
  readonly because: string;
  /** The address that takes its place. */
  readonly now?: string | undefined;
}

/** A tombstone with the words that stood there, if they are known. */
export interface NamedTombstone extends Tombstone {
  readonly title: string;
}

/** The address that a tombstone stands for. */
export function addressOf({ page, anchor }: Tombstone): string {
  return anchor === undefined ? page : `${page}#${anchor}`;
}

/** Tombstones with the words that the ledger keeps of what they stand for. */
export function namedTombstones(
  tombstones: readonly Tombstone[],
  ledger: readonly Published[],
): readonly NamedTombstone[] {
  const texts = new Map(ledger.map(({ address, text }) => [address, text]));
  return tombstones.map((tombstone) => {
    const address = addressOf(tombstone);
    return { ...tombstone, title: texts.get(address) ?? nameOf(address) };
  });
}

/** What to call a thing whose words are not known: the last part of its address, `reset all` for `/fixes/reset-all/`. */
function nameOf(address: string): string {
  const { path, anchor } = splitAddress(address);
  return (anchor ?? path.split('/').filter(Boolean).at(-1) ?? '').replaceAll('-', ' ');
}

/** Where an old link to a page with a tombstone goes on: to the note on the page that took its place; undefined without one. */
export function successorOf(tombstone: Tombstone): string | undefined {
  const { now } = tombstone;
  return now !== undefined && isArticlePath(now) ? `${now}#${noteIdOf(tombstone)}` : now;
}

/** The tombstones that one page speaks for: of its own anchors, and of pages that it took the place of. */
export function tombstonesOn<T extends Tombstone>(
  tombstones: readonly T[],
  path: string,
  earlier: readonly string[] = [],
): readonly { readonly id: string; readonly tombstone: T }[] {
  const paths = [path, ...earlier];
  return tombstones.flatMap((tombstone) => {
    if (tombstone.anchor !== undefined)
      return paths.includes(tombstone.page) ? [{ id: tombstone.anchor, tombstone }] : [];
    return tombstone.now !== undefined && paths.includes(tombstone.now)
      ? [{ id: noteIdOf(tombstone), tombstone }]
      : [];
  });
}

/** The anchor of the note about a page: `was-reset-all` for `/fixes/reset-all/`. */
function noteIdOf({ page }: Tombstone): string {
  return `was-${page.split('/').filter(Boolean).at(-1) ?? 'home'}`;
}

function isArticlePath(address: string): boolean {
  const [, folder, id, rest, ...more] = address.split('/');
  return (
    Object.values<string>(folderOf).includes(folder ?? '') && Boolean(id) && rest === '' && more.length === 0
  );
}
