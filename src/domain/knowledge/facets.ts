import type { Choice } from './site.ts';

/** What a filter looks at; the same names stand as `data-` attributes on the entries of the page. */
export interface FacetEntry {
  readonly minutes?: number | undefined;
  readonly loses?: string | undefined;
  readonly who?: string | undefined;
}

/** One thing to choose from in a filter, with the number of entries that it leaves. */
export interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export interface Facet {
  readonly name: keyof FacetEntry;
  readonly options: readonly FacetOption[];
}

const limits = [1, 2, 5, 10, 15, 30, 60] as const;

/** The filters that make a difference for these entries: minutes as "up to", then who acts and what can be lost, in the site's order. */
export function facetsOf(
  entries: readonly FacetEntry[],
  site: { readonly who: readonly Choice[]; readonly risks: readonly Choice[] },
  upTo: (minutes: number) => string,
): readonly Facet[] {
  const facets: readonly Facet[] = [
    { name: 'minutes', options: limitsOf(entries, upTo) },
    { name: 'who', options: choicesOf(entries, 'who', site.who) },
    { name: 'loses', options: choicesOf(entries, 'loses', site.risks) },
  ];
  return facets.filter(({ options }) => options.some(({ count }) => count < entries.length));
}

/** Only limits that let in more than the one before, and not everything. */
function limitsOf(entries: readonly FacetEntry[], upTo: (minutes: number) => string): readonly FacetOption[] {
  return limits
    .map((limit) => ({
      value: String(limit),
      label: upTo(limit),
      count: entries.filter(({ minutes = Infinity }) => minutes <= limit).length,
    }))
    .filter(({ count }, index, all) => count > (all[index - 1]?.count ?? 0) && count < entries.length);
}

function choicesOf(
  entries: readonly FacetEntry[],
  name: 'loses' | 'who',
  choices: readonly Choice[],
): readonly FacetOption[] {
  return choices
    .map(({ id, label }) => ({
      value: id,
      label,
      count: entries.filter((entry) => entry[name] === id).length,
    }))
    .filter(({ count }) => count > 0);
}
