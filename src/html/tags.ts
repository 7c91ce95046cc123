import type { Span } from './elements.ts';

/** A start tag as it stands in a page. */
export interface Tag extends Span {
  readonly name: string;
  /** Its attributes as written, with the space before each. */
  readonly written: string;
  /** Where these begin. */
  readonly at: number;
  /** The text of a script or style. */
  readonly inside: Span | undefined;
}

/** An attribute of a tag; `value` is without escapes. */
export interface Attribute extends Span {
  readonly name: string;
  readonly value: string;
}

const startTag = /<([A-Za-z][^\s/>]*)((?:\s+[^\s=>"'/]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/y;
const attribute = /\s+([^\s=>"'/]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
/** Elements whose text is no HTML. */
const holdsText = /^(?:script|style|title|textarea)$/i;

/**
 * The start tags of a page that Astro has written, in their order. It mends nothing, as browsers do for pages of all sorts
 * (`elementsIn` reads those), and takes a tenth of the time.
 */
export function tagsIn(html: string): readonly Tag[] {
  const found: Tag[] = [];
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      at = textEnd(html, '-->', at);
      continue;
    }
    const tag = startTagAt(html, at);
    if (tag) found.push(tag);
    at = tag ? (tag.inside?.to ?? tag.to) : at + 1;
  }
  return found;
}

/** The start tag that begins at a place of a page; undefined where none does. */
export function startTagAt(html: string, at: number): Tag | undefined {
  startTag.lastIndex = at;
  const [whole = '<', name = '', written = ''] = startTag.exec(html) ?? [];
  if (name === '') return undefined;
  const to = at + whole.length;
  const inside = holdsText.test(name) ? { from: to, to: textEnd(html, `</${name}`, to, 0) } : undefined;
  return { name: name.toLowerCase(), written, at: at + 1 + name.length, from: at, to, inside };
}

/** The attributes of a tag in their order. */
export function attributesOf({ written, at }: Pick<Tag, 'written' | 'at'>): readonly Attribute[] {
  const found: Attribute[] = [];
  forEachAttribute(written, (name, escaped, from, to) => {
    found.push({ name, value: unescapeText(escaped), from: at + from, to: at + to });
  });
  return found;
}

/** Hands over each attribute of a tag in turn, its value with the escapes that it is written with; places count from where the attributes begin. */
export function forEachAttribute(
  written: string,
  take: (name: string, escaped: string, from: number, to: number) => void,
): void {
  attribute.lastIndex = 0;
  for (let match = attribute.exec(written); match; match = attribute.exec(written)) {
    const { index, 0: whole, 1: name = '', 2: double, 3: single, 4: bare } = match;
    const to = index + whole.length;
    take(name.toLowerCase(), double ?? single ?? bare ?? '', to - whole.trimStart().length, to);
  }
}

/** The value of one attribute of a tag; undefined where it has none of that name. */
export function valueOf(tag: Pick<Tag, 'written' | 'at'>, name: string): string | undefined {
  const { written } = tag;
  // Most tags have none of that name, and `id` is a part of many others.
  for (let at = written.indexOf(name); at !== -1; at = written.indexOf(name, at + 1))
    if (/\s/.test(written.charAt(at - 1))) return attributesOf(tag).find((one) => one.name === name)?.value;
  return undefined;
}

/** Where a text ends that is looked for from a place on; the end of the page where it is missing. `from` the end it is `length` off. */
export function textEnd(html: string, text: string, from: number, length = text.length): number {
  const found = html.indexOf(text, from);
  return found === -1 ? html.length : found + length;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** A text of a page without its escapes, as far as pages of ours have any. */
export function unescapeText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) =>
    name ? (named[name] ?? whole) : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex, 16)),
  );
}
