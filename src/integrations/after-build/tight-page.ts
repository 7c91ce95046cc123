import { elementsIn, rewrite, type HtmlElement, type Span } from '../../html/elements.ts';
import type { Inline } from './policy.ts';
import { markdownClass, scopeName } from './tight-style.ts';

/** What a page is made smaller with. */
export interface Tightening {
  /** The policy of a page with these inline parts. */
  readonly policy: (inline: Inline) => string;
  /** A style sheet without what is scoped to other components than these. */
  readonly tightenStyle: (css: string, scopes: ReadonlySet<string>) => string;
}

/**
 * Makes a built page smaller without changing what it shows: no style of components that it does not have, and short names
 * for the scopes of those that it has. Then adds a policy that allows exactly its own inline scripts and styles, right after
 * `<meta charset>`; a file without one is no page of ours and stays as it is.
 */
export function tightenPage(html: string, { policy, tightenStyle }: Tightening): string {
  const elements = elementsIn(html);
  const charset = elements.find(({ name, attributes }) => name === 'meta' && 'charset' in attributes);
  if (!charset) return html;
  const scopes = new Map<string, string>();
  for (const name of elements.flatMap(({ attributes }) => Object.keys(attributes)))
    if (scopeName.test(name) && !scopes.has(name)) scopes.set(name, `data-${scopes.size}`);
  const short = (scope: string): string => scopes.get(scope) ?? scope;
  const parts = elements
    .flatMap(({ attributes }) => (attributes['class'] ?? '').split(/\s+/))
    .filter((name) => markdownClass.test(name));
  const there = new Set([...scopes.keys(), ...parts]);

  const styles = elements
    .filter(({ name }) => name === 'style')
    .map(({ inside }) => ({
      ...inside,
      by: shortenIn(tightenStyle(textOf(html, inside), there), short),
    }));
  const names = elements.flatMap(({ attributeSpans }) =>
    Object.entries(attributeSpans)
      .filter(([name]) => scopes.has(name))
      .map(([name, span]) => ({ ...span, by: short(name) })),
  );
  const inline = {
    scripts: elements.filter(isInlineScript).map(({ inside }) => textOf(html, inside)),
    styles: styles.map(({ by }) => by),
  };
  const allowed = policy({ scripts: inline.scripts.filter(Boolean), styles: inline.styles.filter(Boolean) });
  return rewrite(html, [...styles, ...names, { ...after(charset), by: policyTag(allowed) }]);
}

function shortenIn(css: string, short: (scope: string) => string): string {
  return css.replace(/(?<=\[)data-astro-cid-\w+/g, short);
}

/** Data blocks, such as JSON, run nothing and need no leave. */
function isInlineScript({ name, attributes: { src, type } }: HtmlElement): boolean {
  return name === 'script' && src === undefined && /^(?:|module|.*javascript)$/.test(type ?? '');
}

function after({ startTag: { to } }: HtmlElement): Span {
  return { from: to, to };
}

function policyTag(policy: string): string {
  return `<meta http-equiv="content-security-policy" content="${policy}">`;
}

function textOf(html: string, { from, to }: Span): string {
  return html.slice(from, to);
}
