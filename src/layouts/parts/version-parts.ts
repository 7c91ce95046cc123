import { definePicker } from '../../browser/versions/picker.ts';
import { tagsIn, valueOf, type Tag } from '../../html/tags.ts';
import type { Site } from '../../domain/knowledge/site.ts';
import { newestAmong, versionChoices, type VersionChoice } from '../../domain/versions/choices.ts';
import { versionRules } from '../../domain/versions/rules.ts';
import { versionKey } from '../../browser/storage-keys.ts';

/** What `<VersionPicker>` needs: the script stands beside it, the rules in the head. The page's policy names both: `tight-page.ts`. */
export interface VersionParts {
  readonly choices: readonly VersionChoice[];
  /** The newest version, for readers of one that is newer still. */
  readonly newest: string | undefined;
  /** The article before and from the section in which the choice first matters: the picker stands between. */
  readonly before: string;
  readonly after: string;
  readonly script: string;
  readonly rules: string;
}

/** The parts of the version picker for a rendered article, or none when its variants leave nothing to choose. */
export function versionParts(
  html: string,
  { platforms, ranges }: Pick<Site, 'platforms' | 'ranges'>,
): VersionParts | undefined {
  if (!html.includes('data-variant')) return undefined;
  const tags = tagsIn(html);
  const holders = tags.filter((tag) => valueOf(tag, 'data-variant') !== undefined);
  const variants = holders.map((tag) => valueOf(tag, 'data-variant') ?? '');
  const choices = versionChoices(variants, platforms);
  if (choices.length === 0 || saysAll(tags)) return undefined;
  const first = holders[0]?.from ?? 0;
  const heading = tags.findLast(({ name, from }) => name === 'h2' && from < first);
  const at = heading?.from ?? 0;
  return {
    choices,
    newest: newestAmong(choices, platforms, ranges),
    before: html.slice(0, at),
    after: html.slice(at),
    script: `(${definePicker.toString()})(${JSON.stringify(versionKey)})`,
    rules: versionRules(variants, platforms),
  };
}

/** Whether nothing but a way or two differs: both are said where they stand, which is shorter than a choice. */
function saysAll(tags: readonly Tag[]): boolean {
  const ways = tags.filter((tag) => valueOf(tag, 'class') === 'ways').length;
  return ways > 0 && ways <= 2 && !tags.some((tag) => isVariant(tag));
}

function isVariant(tag: Tag): boolean {
  return valueOf(tag, 'class') === 'variant' && valueOf(tag, 'data-variant') !== undefined;
}
