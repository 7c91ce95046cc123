import type { Platform } from '../knowledge/site.ts';

/** A span of version numbers, both ends included. */
export interface VersionRange {
  readonly from: number;
  readonly to: number;
}

const number = String.raw`(\d+(?:\.\d+)?)`;
const forms: readonly [RegExp, (a: number, b: number) => VersionRange][] = [
  [new RegExp(`^${number}$`), (a) => ({ from: a, to: a })],
  [new RegExp(`^${number}\\s*(?:[–—-]|to)\\s*${number}$`), (a, b) => ({ from: a, to: b })],
  [
    new RegExp(`^(?:>=\\s*${number}|${number}\\s*(?:\\+|and later|or later|and newer))$`),
    (a, b) => ({ from: Number.isNaN(a) ? b : a, to: Infinity }),
  ],
  [
    new RegExp(`^(?:<=\\s*${number}|${number}\\s*(?:and earlier|or earlier|and older))$`),
    (a, b) => ({ from: 0, to: Number.isNaN(a) ? b : a }),
  ],
];

/** Reads `26`, `15–17`, `18 and later`, `17 and earlier`, `>=18` or `<=17`; undefined for anything else. */
export function parseRange(text: string): VersionRange | undefined {
  for (const [form, build] of forms) {
    const match = form.exec(text.trim());
    if (!match) continue;
    const range = build(Number(match[1] ?? NaN), Number(match[2] ?? NaN));
    return range.from <= range.to ? range : undefined;
  }
  return undefined;
}

/** The version ids of a platform that a range covers; all of them (or the platform itself) without a range. */
export function versionsIn(platform: Platform, versions: string | undefined): readonly string[] {
  if (platform.versions.length === 0) return [platform.id];
  const wanted = versions === undefined ? undefined : parseRange(versions);
  return platform.versions
    .filter((version) => {
      const has = parseRange(version.range);
      return !wanted || !has || (has.from <= wanted.to + 0.999 && wanted.from <= has.to + 0.999);
    })
    .map((version) => version.id);
}
