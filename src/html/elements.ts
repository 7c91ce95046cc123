import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** A piece of a text, by the offsets of its beginning and of what follows it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** An element that stands in the text of a page, not one that a browser would add. */
export interface HtmlElement {
  readonly name: string;
  /** By name, without escapes. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly attributeSpans: Readonly<Record<string, Span>>;
  readonly startTag: Span;
  /** What stands between its tags. */
  readonly inside: Span;
}

/** The elements of a page in the order of their start tags, with the places at which they stand; `<noscript>` is read as a reader without scripts has it. */
export function elementsIn(html: string): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  collect(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }), found);
  return found.sort((a, b) => a.startTag.from - b.startTag.from);
}

/** A text with some of its pieces written anew; they must not overlap. */
export function rewrite(text: string, changes: readonly (Span & { readonly by: string })[]): string {
  let written = '';
  let at = 0;
  for (const { from, to, by } of [...changes].sort((a, b) => a.from - b.from || a.to - b.to)) {
    written += text.slice(at, from) + by;
    at = to;
  }
  return written + text.slice(at);
}

function collect(node: DefaultTreeAdapterTypes.Node, found: HtmlElement[]): void {
  if ('tagName' in node) {
    const element = elementOf(node);
    if (element) found.push(element);
  }
  if ('content' in node) collect(node.content, found);
  if ('childNodes' in node) for (const child of node.childNodes) collect(child, found);
}

function elementOf({
  tagName,
  attrs,
  sourceCodeLocation,
}: DefaultTreeAdapterTypes.Element): HtmlElement | undefined {
  const { startTag, endTag, endOffset } = sourceCodeLocation ?? {};
  if (!startTag) return undefined;
  const places = sourceCodeLocation?.attrs ?? {};
  return {
    name: tagName,
    attributes: Object.fromEntries(
      attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]),
    ),
    attributeSpans: Object.fromEntries(
      Object.entries(places).map(([name, { startOffset, endOffset: end }]) => [
        name,
        { from: startOffset, to: end },
      ]),
    ),
    startTag: { from: startTag.startOffset, to: startTag.endOffset },
    inside: {
      from: startTag.endOffset,
      to: Math.max(startTag.endOffset, endTag?.startOffset ?? endOffset ?? 0),
    },
  };
}
