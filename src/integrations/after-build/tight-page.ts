import { rewrite, type Span } from '../../html/elements.ts';
import { attributesOf, tagsIn, valueOf, type Attribute, type Tag } from '../../html/tags.ts';
import type { Inline } from './policy.ts';
import { scopeName } from './tight-style.ts';

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
  const tags = tagsIn(html);
  const charset = tags.find((tag) => tag.name === 'meta' && valueOf(tag, 'charset') !== undefined);
  if (!charset) return html;
  const marks = tags.flatMap((tag) => (tag.written.includes('data-astro-cid-') ? scopesOf(tag) : []));
  const scopes = new Map<string, string>();
  for (const { name } of marks) if (!scopes.has(name)) scopes.set(name, `data-${scopes.size}`);
  const short = (scope: string): string => scopes.get(scope) ?? scope;

  const styles = tags
    .filter(({ name }) => name === 'style')
    .map(({ inside }) => ({
      ...inside!,
      by: shortenIn(tightenStyle(textOf(html, inside!), new Set(scopes.keys())), short),
    }));
  const names = marks.map(({ name, from, to }) => ({ from, to, by: short(name) }));
  const inline = {
    scripts: tags.filter(isInlineScript).map(({ inside }) => textOf(html, inside!)),
    styles: styles.map(({ by }) => by),
  };
  const allowed = policy({ scripts: inline.scripts.filter(Boolean), styles: inline.styles.filter(Boolean) });
  return rewrite(html, [...styles, ...names, { from: charset.to, to: charset.to, by: policyTag(allowed) }]);
}

function scopesOf(tag: Tag): readonly Attribute[] {
  return attributesOf(tag).filter(({ name }) => scopeName.test(name));
}

function shortenIn(css: string, short: (scope: string) => string): string {
  return css.replace(/(?<=\[)data-astro-cid-\w+/g, short);
}

/** Data blocks, such as JSON, run nothing and need no leave. */
function isInlineScript(tag: Tag): boolean {
  return (
    tag.name === 'script' &&
    valueOf(tag, 'src') === undefined &&
    /^(?:|module|.*javascript)$/.test(valueOf(tag, 'type') ?? '')
  );
}

function policyTag(policy: string): string {
  return `<meta http-equiv="content-security-policy" content="${policy}">`;
}

function textOf(html: string, { from, to }: Span): string {
  return html.slice(from, to);
}
