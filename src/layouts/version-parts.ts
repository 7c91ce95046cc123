import { definePicker } from '../browser/version-picker.ts';
import type { Platform } from '../domain/knowledge/site.ts';
import { variantsIn, versionChoices, type VersionChoice } from '../domain/versions/choices.ts';
import { versionRules } from '../domain/versions/rules.ts';
import { versionKey } from '../browser/device-keys.ts';

/** What `<VersionPicker>` needs: the script stands beside it, the rules in the head. The page's policy names both: `tight-page.ts`. */
export interface VersionParts {
  readonly choices: readonly VersionChoice[];
  /** The article before and from the section in which the choice first matters: the picker stands between. */
  readonly before: string;
  readonly after: string;
  readonly script: string;
  readonly rules: string;
}

/** The parts of the version picker for a rendered article, or none when its variants leave nothing to choose. */
export function versionParts(html: string, platforms: readonly Platform[]): VersionParts | undefined {
  const variants = variantsIn(html);
  const choices = versionChoices(variants, platforms);
  if (choices.length === 0) return undefined;
  const at = Math.max(0, html.lastIndexOf('<h2', html.indexOf(' data-variant="')));
  return {
    choices,
    before: html.slice(0, at),
    after: html.slice(at),
    script: `(${definePicker.toString()})(${JSON.stringify(versionKey)})`,
    rules: versionRules(variants, platforms),
  };
}
