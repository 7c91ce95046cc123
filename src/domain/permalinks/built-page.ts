import { splitAddress, type Published } from './compare.ts';

/** What a built page says of itself: the ids on it, and the path it leads on to, if it is a redirect. */
export interface BuiltPage {
  readonly ids: ReadonlySet<string>;
  readonly to?: string | undefined;
}

/** The published addresses that a built site does not have. `pageAt` gives the page of a path; `gone` are addresses with a tombstone. */
export function missingAddresses(
  ledger: readonly Published[],
  gone: ReadonlySet<string>,
  pageAt: (path: string) => BuiltPage | undefined,
): readonly string[] {
  return ledger
    .map(({ address }) => address)
    .filter((address) => {
      const { path, anchor } = splitAddress(address);
      const page = arriveAt(path, pageAt);
      if (!page) return true;
      return anchor !== undefined && !gone.has(path) && !page.ids.has(anchor);
    });
}

function arriveAt(
  path: string,
  pageAt: (path: string) => BuiltPage | undefined,
  most = 4,
): BuiltPage | undefined {
  const page = pageAt(path);
  return page?.to === undefined || most === 0 ? page : arriveAt(page.to, pageAt, most - 1);
}
