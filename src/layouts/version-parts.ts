import { definePicker } from '../browser/version-picker.ts';
import type { Platform } from '../domain/site.ts';
import { variantsIn, versionChoices, type VersionChoice } from '../domain/version-choices.ts';
import { versionRules } from '../domain/version-rules.ts';

/** What `<VersionPicker>` needs. */
export interface VersionParts {
  readonly choices: readonly VersionChoice[];
  readonly script: string;
  readonly rules: string;
}

interface Policy {
  insertScriptHash(hash: string): void;
  insertStyleHash(hash: string): void;
}

/**
 * The parts of the version picker for a rendered article, or none when its variants leave nothing to choose. The page's policy
 * learns the hashes of both inline parts; it must be called by the layout, before the head is written.
 */
export async function versionParts(html: string, platforms: readonly Platform[], policy: Policy | undefined): Promise<VersionParts | undefined> {
  const variants = variantsIn(html);
  const choices = versionChoices(variants, platforms);
  if (choices.length === 0) return undefined;
  const script = `(${definePicker.toString()})()`;
  const rules = versionRules(variants, platforms);
  policy?.insertScriptHash(await hashOf(script));
  policy?.insertStyleHash(await hashOf(rules));
  return { choices, script, rules };
}

async function hashOf(text: string): Promise<`sha256-${string}`> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
