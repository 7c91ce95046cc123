import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { xmlText } from '../domain/values/markup.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What paper cannot do, and what only helps on the way through a site. */
const left = new Set(
  'script style template button input select textarea form nav dialog noscript label output print-button version-picker model-picker link meta iframe'.split(
    ' ',
  ),
);
/** Elements that have no content. */
const empty = new Set('area br col embed hr img source wbr'.split(' '));
/** Attributes that a book keeps; those of drawings stay as they are. */
const kept = /^(?:id|href|src|alt|colspan|rowspan|scope|lang|dir|start|value|title)$/;

/** How a book writes the ids of a page and the links that lead from it; undefined leaves the words without a link. */
export interface BookLinks {
  readonly idOf: (id: string) => string;
  readonly linkOf: (href: string) => string | undefined;
}

/** The main part of a built page as well-formed XHTML: its text, drawings and links, nothing that needs a script. */
export function bookText(html: string, links: BookLinks): string {
  const main = find(parse(html), ({ tagName }) => tagName === 'main');
  return main ? childrenOf(main, links) : '';
}

function find(node: Node, fits: (element: Element) => boolean): Element | undefined {
  if ('tagName' in node && fits(node)) return node;
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = find(child, fits);
    if (found) return found;
  }
  return undefined;
}

function childrenOf(element: Element, links: BookLinks): string {
  return element.childNodes.map((child) => written(child, links)).join('');
}

function written(node: Node, links: BookLinks): string {
  if (node.nodeName === '#text') return xmlText((node as DefaultTreeAdapterTypes.TextNode).value);
  if (!('tagName' in node) || isLeft(node)) return '';
  const inside = childrenOf(node, links);
  const name = nameOf(node.tagName);
  if (name === '') return inside;
  const own = attributesOf(node, links);
  if (name === 'a' && !own.includes(' href=')) return inside;
  if (empty.has(name)) return `<${name}${own}/>`;
  // An element without content that is no place only makes room.
  return inside.trim() === '' && own === '' && !/^(?:td|th)$/.test(name)
    ? inside
    : `<${name}${own}>${inside}</${name}>`;
}

function isLeft(element: Element): boolean {
  const classes = (valueOf(element, 'class') ?? '').split(/\s+/);
  return (
    left.has(element.tagName) ||
    valueOf(element, 'data-look') === 'dark' ||
    ['hidden', 'popover', 'data-tried-place'].some((name) => valueOf(element, name) !== undefined) ||
    valueOf(element, 'role') === 'status' ||
    ['no-print', 'anchor', 'place', 'was', 'qr', 'take', 'visually-hidden', 'moved'].some((name) =>
      classes.includes(name),
    )
  );
}

/** What folds on a screen is open in a book; elements of our own are only their content. */
function nameOf(name: string): string {
  if (name === 'details' || name === 'main') return 'div';
  if (name === 'summary') return 'h4';
  return name.includes('-') && name !== 'font-face' ? '' : name;
}

function attributesOf(element: Element, { idOf, linkOf }: BookLinks): string {
  const drawing = element.namespaceURI === 'http://www.w3.org/2000/svg';
  const given = element.attrs.flatMap(({ name, prefix, value }) => {
    const full = prefix ? `${prefix}:${name}` : name;
    if (drawing) return /^(?:on|data-|class|style|aria-hidden)/.test(full) ? [] : [[full, value] as const];
    if (!kept.test(full)) return [];
    if (full === 'id') return [['id', idOf(value)] as const];
    if (full !== 'href') return [[full, value] as const];
    const to = linkOf(value);
    return to === undefined ? [] : [['href', to] as const];
  });
  const all =
    element.tagName === 'svg'
      ? [['xmlns', 'http://www.w3.org/2000/svg'] as const, ...given.filter(([name]) => name !== 'xmlns')]
      : given;
  return all.map(([name, value]) => ` ${name}="${xmlText(value)}"`).join('');
}

function valueOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}
