import { closest } from '../../domain/problems/closest.ts';
import { splitAddress, type LiveSite } from '../../domain/permalinks/compare.ts';
import type { Place, Problem } from '../../domain/problems/problem.ts';
import { addressOf, type Tombstone } from '../../domain/permalinks/tombstone.ts';
import type { Destinations } from '../links/destinations.ts';
import type { Content } from '../content.ts';
import { didYouMean } from '../../domain/problems/say.ts';

/** Tombstones for what is alive or was never published, and successors that do not exist. */
export function checkTombstones(
  content: Content,
  site: LiveSite,
  destinations: Destinations,
): readonly Problem[] {
  const { tombstones, ledger } = content;
  const published = new Set(ledger?.entries.map(({ address }) => address));
  const seen = new Map<string, Place>();
  return tombstones.value.flatMap((tombstone, index): Problem[] => {
    const address = addressOf(tombstone);
    const place = tombstones.placeOf([index, tombstone.anchor === undefined ? 'page' : 'anchor']);
    const earlier = seen.get(address);
    seen.set(address, place);
    const found: Problem[] = [];
    const alive = (message: string, hint: string): void =>
      void found.push({ kind: 'tombstone-alive', place, message, hint });
    const unknown = (message: string, hint: string): void =>
      void found.push({ kind: 'tombstone-unknown', place, message, hint });
    const page = site.pages.get(site.moved.get(tombstone.page) ?? tombstone.page);
    if (earlier)
      alive(`\`${address}\` has two tombstones: here and on line ${earlier.line}.`, 'Keep one of the two.');
    else if (tombstone.anchor === undefined && site.moved.has(tombstone.page))
      alive(
        `\`${address}\` already leads to \`${site.moved.get(tombstone.page)}\`, by \`was\` of that article.`,
        'Remove the tombstone, or the id from `was`.',
      );
    else if (tombstone.anchor === undefined && page)
      alive(`\`${address}\` is still there.`, 'Remove the tombstone, or delete the page.');
    else if (tombstone.anchor !== undefined && page?.anchors.some(({ id }) => id === tombstone.anchor))
      alive(`\`${address}\` is still there.`, 'Remove the tombstone, or the place in the text.');
    else if (tombstone.anchor !== undefined && page?.aliases.has(tombstone.anchor))
      alive(
        `\`${address}\` already leads to another place of its page.`,
        'Remove the tombstone, or the alias.',
      );
    else if (tombstone.anchor !== undefined && !page)
      unknown(
        `There is no page \`${tombstone.page}\` any more to say so.`,
        'Leave `anchor` out: a tombstone of the whole page speaks for its anchors too.',
      );
    else if (ledger && ledger.errors.length === 0 && !published.has(address)) {
      const meant = nearest(tombstone, published);
      unknown(
        `\`${address}\` was never published, so nobody has a link to it.`,
        didYouMean(meant && fieldsOf(meant)) ?? 'Remove the tombstone.',
      );
    }
    return [...found, ...checkSuccessor(tombstone, tombstones.placeOf([index, 'now']), destinations)];
  });
}

function checkSuccessor(
  { page, now }: Tombstone,
  place: Place,
  destinations: Destinations,
): readonly Problem[] {
  if (now === undefined) return [];
  const { path, anchor } = splitAddress(now);
  if (!destinations.has(path)) {
    const meant = destinations.nearest(path, (other) => other === page);
    return [
      {
        kind: 'broken-link',
        place,
        message: `The successor \`${now}\` does not exist.`,
        hint: didYouMean(meant) ?? 'Name a page that exists, like `/fixes/…/`, or leave `now` out.',
      },
    ];
  }
  const anchors = destinations.get(path);
  if (anchor === undefined || !anchors || anchors.has(anchor)) return [];
  const meant = closest(anchor, anchors);
  return [
    {
      kind: 'broken-anchor',
      place,
      message: `\`${path}\` has no anchor \`#${anchor}\`.`,
      hint: didYouMean(meant && `${path}#${meant}`) ?? `Write \`now: ${path}\`.`,
    },
  ];
}

/** The published address that was meant: an anchor of the same page, or another page. */
function nearest({ page, anchor }: Tombstone, published: ReadonlySet<string>): string | undefined {
  if (anchor === undefined)
    return closest(
      page,
      [...published].filter((address) => !address.includes('#')),
    );
  const meant = closest(
    anchor,
    [...published].flatMap((address) =>
      address.startsWith(`${page}#`) ? (splitAddress(address).anchor ?? []) : [],
    ),
  );
  return meant && `${page}#${meant}`;
}

function fieldsOf(address: string): string {
  const { path, anchor } = splitAddress(address);
  return anchor === undefined ? `page: ${path}` : `page: ${path}, anchor: ${anchor}`;
}
