/** Where a redirect goes on to: with the query and the anchor that came with the old address, unless the new one has its own. */
export function addressAfter(
  to: string,
  { search, hash }: { readonly search: string; readonly hash: string },
): string {
  const url = new URL(to);
  url.search ||= search;
  url.hash ||= hash;
  return url.href;
}
