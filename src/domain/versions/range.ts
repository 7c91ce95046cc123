import type { Platform, RangeWords } from '../knowledge/site.ts';

/** A span of version numbers, both ends included. */
export interface VersionRange {
  readonly from: number;
  readonly to: number;
}

const number = String.raw`(\d+(?:\.\d+)?)`;

/** Reads `26`, `15–17`, `>=18`, `<=17`, `18+`, and what the language has for these, such as `18 and later`; undefined for anything else. */
export function parseRange(text: string, words: RangeWords): VersionRange | undefined {
  const ranges = known.get(words) ?? new Map<string, VersionRange | undefined>();
  known.set(words, ranges);
  if (!ranges.has(text)) ranges.set(text, readRange(text, words));
  return ranges.get(text);
}

/** Every move of every plan asks for the same few ranges. */
const known = new WeakMap<RangeWords, Map<string, VersionRange | undefined>>();

function readRange(text: string, words: RangeWords): VersionRange | undefined {
  const match = (...forms: readonly string[]): RegExpExecArray | null =>
    new RegExp(`^(?:${forms.join('|')})$`).exec(text.trim());
  const numbersIn = (found: RegExpExecArray): readonly number[] =>
    found
      .slice(1)
      .filter((part) => part !== undefined)
      .map(Number);
  const open = (found: RegExpExecArray): number => numbersIn(found)[0] ?? NaN;
  const one = match(number);
  if (one) return { from: open(one), to: open(one) };
  const span = match(`${number}\\s*(?:[–—-]|${words.to.map(literal).join('|')})\\s*${number}`);
  if (span) {
    const [from = NaN, to = NaN] = numbersIn(span);
    return from <= to ? { from, to } : undefined;
  }
  const later = match(`>=\\s*${number}`, `${number}\\s*\\+`, ...words.later.map(formOf));
  if (later) return { from: open(later), to: Infinity };
  const earlier = match(`<=\\s*${number}`, ...words.earlier.map(formOf));
  return earlier ? { from: 0, to: open(earlier) } : undefined;
}

/** A range as a reader reads it: `>=18` is "18 and later"; the others stay as they are. */
export function sayRange(range: string, { later, earlier }: RangeWords): string {
  const [, sign, version = ''] = /^([<>]=)\s*(\S+)$/.exec(range) ?? [];
  if (sign === undefined) return range;
  return ((sign === '>=' ? later : earlier)[0] ?? '{n}').replace('{n}', version);
}

/** The version ids of a platform that a range covers; all of them (or the platform itself) without a range. */
export function versionsIn(
  platform: Platform,
  versions: string | undefined,
  words: RangeWords,
): readonly string[] {
  if (platform.versions.length === 0) return [platform.id];
  const wanted = versions === undefined ? undefined : parseRange(versions, words);
  return platform.versions
    .filter((version) => {
      const has = parseRange(version.range, words);
      return !wanted || !has || (has.from <= endOf(wanted) && wanted.from <= endOf(has));
    })
    .map((version) => version.id);
}

/** Where a range ends: after 17 come 17.1 to 17.9 still, after 17.4 nothing. */
function endOf({ to }: VersionRange): number {
  return Number.isInteger(to) ? to + 0.999 : to;
}

function formOf(wording: string): string {
  return wording.split('{n}').map(literal).join(number).replaceAll(' ', '\\s*');
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
