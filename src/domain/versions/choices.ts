import type { Platform } from '../knowledge/site.ts';

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

function choicesOf(platform: Platform, signatureOf: (id: string) => string): readonly VersionChoice[] {
  const versions = platform.versions.length > 0 ? platform.versions : [platform];
  const present = versions.filter(({ id }) => signatureOf(id).includes('1'));
  if (present.length === 0) return [];
  const alike =
    present.length === versions.length && new Set(present.map(({ id }) => signatureOf(id))).size === 1;
  if (alike) return [{ id: platform.id, label: platform.name, covers: present.map(({ id }) => id) }];
  return present.map(({ id, name }) => ({ id, label: name, covers: [id] }));
}
