import { transform } from 'lightningcss';
import { liveSheet, type LiveSheet } from './live-rules.ts';
import { oldBrowsers } from '../old-browsers.ts';
import type { Scripted } from './scripted-names.ts';

/** What Astro names the attribute that ties a component's style to its elements. */
export const scopeName = /^data-astro-cid-\w+$/;

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

/** The same, fit for old browsers, for many pages: most have the style and the components of another. `scripted` is what scripts may name, and `styleOf` fills in what a style names in place of its parts. */
export function styleTightener(
  scripted: Scripted,
  styleOf: (named: string) => string,
): (css: string, scopes: ReadonlySet<string>) => LiveSheet {
  const known = new Map<string, Map<string, LiveSheet>>();
  return (css, scopes) => {
    const sheets = known.get(css) ?? new Map<string, LiveSheet>();
    known.set(css, sheets);
    const key = [...scopes].sort().join();
    const sheet = sheets.get(key) ?? liveSheet(oldBrowsers(tightenStyle(styleOf(css), scopes)), scripted);
    sheets.set(key, sheet);
    return sheet;
  };
}
