import { createRequire } from 'node:module';
import { oldest } from '../src/integrations/after-build/old-browsers.ts';

/** What MDN knows of a feature: parts of it by name, and which browsers have it. */
export interface Feature {
  readonly __compat?: { readonly support: Readonly<Record<string, Statement | readonly Statement[]>> };
  readonly [part: string]: Feature | Feature['__compat'];
}

interface Statement {
  readonly version_added: string | boolean | null;
  readonly version_removed?: string;
  readonly flags?: readonly unknown[];
  readonly prefix?: string;
  readonly alternative_name?: string;
  readonly partial_implementation?: boolean;
}

const data = createRequire(import.meta.url)('@mdn/browser-compat-data') as Record<
  'css' | 'html' | 'svg' | 'javascript' | 'api',
  Feature
>;
export const { css, html, svg, javascript, api } = data;

/** Our names of browsers → those of the data. */
const names = {
  safari: 'safari',
  ios_saf: 'safari_ios',
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
} as const satisfies Record<keyof typeof oldest, string>;

/** A feature by the names that lead to it; undefined where the data has none of that name. */
export function featureAt(root: Feature | undefined, ...path: readonly string[]): Feature | undefined {
  return path.reduce<Feature | undefined>(
    (feature, name) =>
      feature && Object.hasOwn(feature, name) ? (feature[name] as Feature | undefined) : undefined,
    root,
  );
}

/** What was told of a feature before: thousands of elements and rules ask for the same few. */
const told = new WeakMap<Feature, readonly string[]>();

/** Those of the oldest browsers that lack a feature; none for what the data does not tell. */
export function lacking(feature: Feature | undefined): readonly string[] {
  if (!feature) return [];
  const known = told.get(feature) ?? lackingOf(feature);
  told.set(feature, known);
  return known;
}

function lackingOf({ __compat: compat }: Feature): readonly string[] {
  if (!compat) return [];
  return (Object.keys(names) as (keyof typeof names)[]).filter((browser) => {
    const told = compat.support[names[browser]];
    return told !== undefined && ![told].flat().some((statement) => holds(statement, oldest[browser]));
  });
}

/** Parts of a feature by their names. */
export function partsOf(feature: Feature | undefined): readonly (readonly [string, Feature])[] {
  return Object.entries(feature ?? {}).filter(
    (entry): entry is [string, Feature] => entry[0] !== '__compat' && typeof entry[1] === 'object',
  );
}

function holds(statement: Statement, version: string): boolean {
  const { version_added: added, version_removed: removed } = statement;
  if (statement.flags || statement.prefix || statement.alternative_name || statement.partial_implementation)
    return false;
  if (removed && !isLater(removed, version)) return false;
  return (
    typeof added === 'string' && (added === 'preview' ? false : !isLater(added.replace('≤', ''), version))
  );
}

function isLater(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
