import { transform } from 'lightningcss';
import { onceEach } from '../../../domain/values/on-demand.ts';
import { liveSheet, type LiveSheet } from './live-rules.ts';
import { oldBrowsers } from '../old-browsers.ts';
import type { Scripted } from './scripted-names.ts';

/** What Astro names the attribute that ties a component's style to its elements. */
export const scopeName = /^data-astro-cid-\w+$/;
/** The same wherever a style names it. */
const scopesNamed = /(?<=\[)data-astro-cid-\w+/g;

/**
 * Takes out of a style sheet what is scoped to components that a page does not have. A rule stays as long as one of its
 * selectors may match: a scope that `:not()` or `:is()` names asks for nothing by itself. `scopes` are those on the page.
 */
export function tightenStyle(css: string, scopes: ReadonlySet<string>): string {
  const { code } = transform({
    filename: 'page.css',
    code: Buffer.from(css),
    minify: true,
    visitor: {
      Selector: (selector) => {
        const lacks = selector.some(
          (part) => part.type === 'attribute' && scopeName.test(part.name) && !scopes.has(part.name),
        );
        return lacks ? [] : undefined;
      },
    },
  });
  return code.toString();
}

/** Short names for the scopes that styles of a site name: the same on all of its pages, the shortest for those that are named most, and numbers, as no other attribute is. */
export function shortNames(styles: readonly string[]): (scope: string) => string {
  const counts = new Map<string, number>();
  for (const [scope] of styles.flatMap((css) => [...css.matchAll(scopesNamed)]))
    counts.set(scope, (counts.get(scope) ?? 0) + 1);
  const ranked = [...counts].sort(([, a], [, b]) => b - a);
  const names = new Map(ranked.map(([scope], rank) => [scope, `data-${rank}`]));
  return (scope) => names.get(scope) ?? scope;
}

/** The same as `tightenStyle`, fit for old browsers and with short names, for many pages: most have the style and the components of another. `scripted` is what scripts may name, and `styleOf` fills in what a style names in place of its parts. */
export function styleTightener(
  scripted: Scripted,
  styleOf: (named: string) => string,
  shortOf: (scope: string) => string,
): (css: string, scopes: ReadonlySet<string>) => LiveSheet {
  const sheetsIn = onceEach((css) => sheetsOf(styleOf(css)));
  return (css, scopes) => {
    const { whole, named, made } = sheetsIn(css);
    // Scopes that it does not name change nothing in it.
    const own = named.filter((scope) => scopes.has(scope));
    const key = own.join();
    const before = made.get(key);
    if (before) return before;
    const tight = oldBrowsers(tightenStyle(whole, new Set(own)));
    const sheet = liveSheet(tight.replace(scopesNamed, shortOf), scripted);
    made.set(key, sheet);
    return sheet;
  };
}

/** A style with the scopes that it names, and what it becomes for some of them. */
interface Sheets {
  readonly whole: string;
  readonly named: readonly string[];
  readonly made: Map<string, LiveSheet>;
}

function sheetsOf(whole: string): Sheets {
  return { whole, named: [...new Set(whole.match(scopesNamed))].sort(), made: new Map() };
}
