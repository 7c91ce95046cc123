import type { Platform } from '../knowledge/site.ts';

/**
 * The style that shows one version: while `<html data-v>` names it, variants for others are hidden, but only beside one that
 * fits (`data-beside` names what the neighbours are for), so no page ever loses its only steps. What a link leads into
 * (`:target`) stays until the reader picks a version (`data-picked`), and so does what a script asked for (`data-shown`).
 * Written as CSS because CSS is there before the first paint, and follows `:target` by itself.
 */
export function versionRules(variants: readonly string[], platforms: readonly Platform[]): string {
  const present = new Set(variants.flatMap((variant) => variant.split(' ')));
  const rules = new Map<string, readonly string[]>();
  for (const { id, versions } of platforms) {
    const found = (versions.length > 0 ? versions : [{ id }])
      .map((version) => version.id)
      .filter((version) => present.has(version));
    for (const version of found) rules.set(version, [version]);
    if (found.length > 1) rules.set(id, found);
  }
  return [...rules].map(([id, covers]) => ruleFor(id, covers)).join('') + aroundTarget;
}

/** Stands by itself: a browser that does not know `:has()` drops the rule. There the script of the page shows the place. */
const aroundTarget = '[data-v]:not([data-picked]) [data-beside]:has(:target){display:revert!important}';

function ruleFor(id: string, covers: readonly string[]): string {
  const each = covers.map((version) => `[data-variant~=${quoted(version)}]`).join();
  const fits = covers.length > 1 ? `:is(${each})` : each;
  const beside = covers.map((version) => `[data-beside~=${quoted(version)}]`).join();
  const others = `${covers.length > 1 ? `:is(${beside})` : beside}:not(${fits},[data-shown],:root:not([data-picked]) :target)`;
  const firstOr = `${fits}:not(${fits}~*)>.or`;
  return `[data-v=${quoted(id)}] :is(${others},${firstOr}){display:none}`;
}

/** Without quotes a selector takes no value that begins with a digit. */
function quoted(id: string): string {
  return /^[a-z]/.test(id) ? id : `"${id}"`;
}
