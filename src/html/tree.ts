import { attributesOf, startTagAt, textEnd, unescapeText } from './tags.ts';

/** An element of a page that Astro has written, with what stands in it; texts are without escapes. */
export interface Tree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: readonly (Tree | string)[];
}

/** Elements that have no end tag. */
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

interface Open extends Tree {
  readonly inside: (Tree | string)[];
}

/**
 * The first element of this name in a page that Astro has written, as a tree; undefined where there is none. It mends nothing, as browsers do for pages of all
 * sorts, and takes a tenth of the time. What stands in a script or style is left out.
 */
export function treeIn(html: string, name: string): Tree | undefined {
  const from = new RegExp(`<${name}[\\s>]`).exec(html)?.index ?? -1;
  if (from === -1) return undefined;
  const [found] = read(html, from, ({ length }) => length > 1);
  return typeof found === 'object' ? found : undefined;
}

/** A piece of a page, such as the body of an article, as a tree without a name. */
export function treeOf(html: string): Tree {
  return { name: '', attributes: {}, inside: read(html, 0, () => true) };
}

/** Reads from a place on, as long as `goesOn` says of what is open after each piece. */
function read(html: string, from: number, goesOn: (open: readonly Tree[]) => boolean): Tree['inside'] {
  const root: Open = { name: '', attributes: {}, inside: [] };
  const open: Open[] = [root];
  for (let at = from; at < html.length && (at === from || goesOn(open));) at = readAt(html, at, open);
  return root.inside;
}

/** Reads one piece at a place into what is open there, and says where the next one begins. */
function readAt(html: string, at: number, open: Open[]): number {
  const into = open.at(-1)!;
  if (html[at] !== '<') {
    const end = html.indexOf('<', at);
    into.inside.push(unescapeText(html.slice(at, end === -1 ? html.length : end)));
    return end === -1 ? html.length : end;
  }
  if (html.startsWith('<!--', at)) return textEnd(html, '-->', at);
  if (html[at + 1] === '/') {
    const end = textEnd(html, '>', at);
    const name = html
      .slice(at + 2, end - 1)
      .trim()
      .toLowerCase();
    const opened = open.findLastIndex((element) => element.name === name);
    if (opened > 0) open.length = opened;
    return end;
  }
  const tag = startTagAt(html, at);
  if (!tag) {
    into.inside.push('<');
    return at + 1;
  }
  const attributes = Object.fromEntries(attributesOf(tag).map(({ name, value }) => [name, value]));
  const element: Open = { name: tag.name, attributes, inside: [] };
  into.inside.push(element);
  if (tag.inside) {
    if (/^(?:title|textarea)$/.test(tag.name))
      element.inside.push(unescapeText(html.slice(tag.inside.from, tag.inside.to)));
    return textEnd(html, '>', tag.inside.to);
  }
  if (!empty.test(tag.name) && !html.startsWith('/>', tag.to - 2)) open.push(element);
  return tag.to;
}

/** All texts of an element, one after the other. */
export function textOf(tree: Tree | string): string {
  return typeof tree === 'string' ? tree : tree.inside.map(textOf).join('');
}
