import { symptomsOfFix, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { mapPathOf, pathOf } from '../knowledge/paths.ts';
import type { Published } from '../permalinks/compare.ts';
import { compareText } from '../values/compare.ts';

/** What the ledger says of a page. Days are `YYYY-MM-DD`. */
export interface PageDays {
  readonly published: string;
  /** When a heading, a step or another place of the page was last published. */
  readonly changed: string;
  /** The words of the headings and steps that were published on that day, where the page was there before. */
  readonly added: readonly string[];
}

/** Path of a page → its days, by the ledger of permanent links alone: the same on every machine, with or without a history of the files. */
export function pageDaysOf(ledger: readonly Published[]): ReadonlyMap<string, PageDays> {
  const pages = new Map<string, Published>();
  const places = new Map<string, Published[]>();
  for (const entry of ledger) {
    const [path = '', anchor] = entry.address.split('#');
    if (anchor === undefined) pages.set(path, entry);
    else places.set(path, [...(places.get(path) ?? []), entry]);
  }
  return new Map(
    [...pages].map(([path, { since: published }]) => {
      const own = places.get(path) ?? [];
      const changed = latest([published, ...own.map(({ since }) => since)]) ?? published;
      const added = own.filter(
        ({ is, since }) => since > published && since === changed && /step|heading/.test(is),
      );
      return [path, { published, changed, added: added.map(({ text }) => text) }];
    }),
  );
}

/**
 * The day on which a page was last another one, by its path: something was published on it, a fix joined its plan, or its author has
 * looked it over, which the page says. Lists and other pages of many articles change with each of them. Undefined where nobody has noted a day.
 */
export function lastChangeOf(
  base: KnowledgeBase,
  days: ReadonlyMap<string, PageDays>,
  ownPages: readonly { readonly id: string; readonly checked?: string | undefined }[],
): (path: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  const note = (path: string, ...more: readonly (string | undefined)[]): void =>
    void known.set(path, latest([known.get(path), days.get(path)?.changed, ...more]));
  for (const page of ownPages) note(pathOf({ kind: 'page', id: page.id }), page.checked);
  for (const article of [...base.symptoms.values(), ...base.causes.values(), ...base.fixes.values()])
    note(pathOf(article), article.checked);
  for (const fix of base.fixes.values()) {
    const joined = days.get(pathOf(fix))?.published;
    for (const { cause } of fix.solves) note(pathOf({ kind: 'cause', id: cause }), joined);
    for (const symptom of symptomsOfFix(base, fix)) note(pathOf(symptom), joined);
  }
  for (const symptom of base.symptoms.values()) note(mapPathOf(symptom.id), known.get(pathOf(symptom)));
  const newest = latest([...known.values()]);
  return (path) => (known.has(path) ? known.get(path) : latest([days.get(path)?.changed, newest]));
}

function latest(days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort(compareText)
    .at(-1);
}
