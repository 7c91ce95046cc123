import type { Platform, RangeWords } from '../knowledge/site.ts';
import { parseRange } from './range.ts';

/** One answer to "Which software?": a version, or a whole platform where a page does not tell its versions apart. */
export interface VersionChoice {
  readonly id: string;
  readonly label: string;
  /** The version ids that this choice stands for. */
  readonly covers: readonly string[];
}

/**
 * The choices that make a difference among the variants of a page, in the order of the site; none when fewer than two do.
 * A variant is written as in `data-variant`: version ids with spaces between them.
 */
export function versionChoices(
  variants: readonly string[],
  platforms: readonly Platform[],
): readonly VersionChoice[] {
  const sets = [...new Set(variants)].map((variant) => new Set(variant.split(' ')));
  const signatureOf = (id: string): string => sets.map((set) => (set.has(id) ? '1' : '0')).join('');
  const choices = platforms.flatMap((platform) => choicesOf(platform, signatureOf));
  return new Set(choices.flatMap(({ covers }) => covers.map(signatureOf))).size < 2 ? [] : choices;
}

/**
 * The name of the newest version of the first platform whose versions are told apart, where it is one of the choices: readers of a
 * version newer than all that the site knows start from it.
 */
export function newestAmong(
  choices: readonly VersionChoice[],
  platforms: readonly Platform[],
  words: RangeWords,
): string | undefined {
  const end = ({ range }: Platform['versions'][number]): number => parseRange(range, words)?.to ?? 0;
  const isChoice = ({ id }: { readonly id: string }): boolean => choices.some((choice) => choice.id === id);
  const newest = platforms
    .find(({ versions }) => versions.some(isChoice))
    ?.versions.reduce((one, other) => (end(other) > end(one) ? other : one));
  return newest && isChoice(newest) ? newest.name : undefined;
}

function choicesOf(platform: Platform, signatureOf: (id: string) => string): readonly VersionChoice[] {
  const versions = platform.versions.length > 0 ? platform.versions : [platform];
  const present = versions.filter(({ id }) => signatureOf(id).includes('1'));
  if (present.length === 0) return [];
  const alike =
    present.length === versions.length && new Set(present.map(({ id }) => signatureOf(id))).size === 1;
  if (alike) return [{ id: platform.id, label: platform.name, covers: present.map(({ id }) => id) }];
  return present.map(({ id, name }) => ({ id, label: name, covers: [id] }));
}
