import { rewrite, type Span } from '../../html/elements.ts';
import { attributesOf, tagsIn, valueOf, type Attribute, type Tag } from '../../html/tags.ts';
import type { LiveSheet, Named } from './style/live-rules.ts';
import type { Inline } from './policy.ts';
import { scopeName } from './style/tight-style.ts';

/** What a page is made smaller with. */
export interface Tightening {
  /** The policy of a page with these inline parts. */
  readonly policy: (inline: Inline) => string;
  /** A style sheet without what is scoped to other components than these. */
  readonly sheetOf: (css: string, scopes: ReadonlySet<string>) => LiveSheet;
}

/**
 * Makes a built page smaller without changing what it shows: no style of components and elements that it does not have, and
 * short names for the scopes of those that it has, where a rule asks for them. Then adds a policy that allows exactly its own inline scripts and styles, right after
 * `<meta charset>`; a file without one is no page of ours and stays as it is.
 */
export function tightenPage(html: string, { policy, sheetOf }: Tightening): string {
  const tags = tagsIn(html);
  const charset = tags.find((tag) => tag.name === 'meta' && valueOf(tag, 'charset') !== undefined);
  if (!charset) return html;
  const marks = tags.flatMap((tag) => (tag.written.includes('data-astro-cid-') ? marksOf(tag) : []));
  const here = new Set(marks.map(({ name }) => name));
  const sheets = tags
    .filter(({ name }) => name === 'style')
    .map(({ inside }) => ({ ...inside!, sheet: sheetOf(textOf(html, inside!), here) }));
  const asked = marks.map((mark) => ({
    ...mark,
    needed: sheets.some(({ sheet }) => sheet.reaches(mark.name, mark.on)),
  }));
  const scopes = new Map<string, string>();
  for (const { name, needed } of asked)
    if (needed && !scopes.has(name)) scopes.set(name, `data-${scopes.size}`);
  const short = (scope: string): string => scopes.get(scope) ?? scope;

  const elements = tags.map(namedOf);
  const styles = sheets.map(({ from, to, sheet }) => ({
    from,
    to,
    by: shortenIn(sheet.rulesFor(elements), short),
  }));
  const names = asked.map(({ name, from, to, needed }) =>
    needed ? { from, to, by: short(name) } : { from: from - 1, to, by: '' },
  );
  const inline = {
    scripts: tags.filter(isInlineScript).map(({ inside }) => textOf(html, inside!)),
    styles: styles.map(({ by }) => by),
  };
  const allowed = policy({ scripts: inline.scripts.filter(Boolean), styles: inline.styles.filter(Boolean) });
  return rewrite(html, [...styles, ...names, { from: charset.to, to: charset.to, by: policyTag(allowed) }]);
}

/** The scopes of an element, and the element. */
function marksOf(tag: Tag): readonly (Attribute & { readonly on: Named })[] {
  const on = namedOf(tag);
  return attributesOf(tag)
    .filter(({ name }) => scopeName.test(name))
    .map((attribute) => ({ ...attribute, on }));
}

function namedOf(tag: Tag): Named {
  return {
    name: tag.name,
    id: valueOf(tag, 'id'),
    classes: valueOf(tag, 'class')?.split(/\s+/).filter(Boolean) ?? [],
  };
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
