/** The address of the search page for a query. */
export function searchAddress(text: string, more: Readonly<Record<string, string | undefined>> = {}): string {
  const set = Object.entries({ q: text, ...more }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `${import.meta.env.ROOT}/search/${set.length > 0 ? `?${new URLSearchParams(set).toString()}` : ''}`;
}
