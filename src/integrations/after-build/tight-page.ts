import { rewrite, type Span } from '../../html/elements.ts';
import { attributesOf, tagsIn, valueOf, type Attribute, type Tag } from '../../html/tags.ts';
import { namesOf, type LiveSheet, type Names } from './style/live-rules.ts';
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
  const known = tags.map(factsOf);
  const marks = known.flatMap(({ on, marks }, index) =>
    marks.map(({ name, from, to }) => ({
      ...{ name, on },
      from: tags[index]!.at + from,
      to: tags[index]!.at + to,
    })),
  );
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

  const elements = known.map(({ on }) => on);
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

/** What matters of a start tag; places count from where its attributes begin. */
interface Facts {
  /** What style sheets may call the element. */
  readonly on: Names;
  /** The scopes of the element. */
  readonly marks: readonly Pick<Attribute, 'name' | 'from' | 'to'>[];
}

const factsOfTags = new Map<string, Facts>();
/** Tags that are remembered at most, all pages together: a few hundred make up most of every page. */
const mostTags = 10_000;

/** Most tags stand in many pages as they are; one with an address or a name of its own does not. */
function factsOf({ name, written }: Tag): Facts {
  if (written.length > 160 || / (?:href|id|value|content)=/.test(written)) return readFacts(name, written);
  const key = `${name} ${written}`;
  const before = factsOfTags.get(key);
  if (before) return before;
  // Out of the key: a part of the page itself would hold all of it.
  const facts = readFacts(key.slice(0, name.length), key.slice(name.length + 1));
  if (factsOfTags.size < mostTags) factsOfTags.set(key, facts);
  return facts;
}

function readFacts(name: string, written: string): Facts {
  const attributes = attributesOf({ written, at: 0 });
  const valueIn = (wanted: string): string | undefined =>
    attributes.find((attribute) => attribute.name === wanted)?.value;
  const marks = attributes.filter((attribute) => scopeName.test(attribute.name));
  return {
    on: namesOf({ name, id: valueIn('id'), classes: valueIn('class')?.split(/\s+/).filter(Boolean) ?? [] }),
    marks: marks.map(({ name: scope, from, to }) => ({ name: scope, from, to })),
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
