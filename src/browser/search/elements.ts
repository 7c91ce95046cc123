import { drawingAddress } from '../../domain/look/drawing-file.ts';

/** Makes an element with text or children; text stays text whatever it holds. Addresses begin at the root of the site. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined)
      element.setAttribute(attribute, (/^\//.test(value) ? import.meta.env.ROOT : '') + value);
  element.append(...children);
  return element;
}

/** Gives an element these children. One that it has already stays in the page: what is drawn is not drawn anew. */
export function fill(parent: Element, items: readonly Element[]): void {
  for (const old of [...parent.children]) if (!items.includes(old)) old.remove();
  for (const [at, item] of items.entries())
    if (parent.children[at] !== item) parent.insertBefore(item, parent.children[at] ?? null);
}

/** A drawing of the site, whose file the browser loads when it is shown; nobody is told of it. */
export function drawing(name: string, className: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', import.meta.env.ROOT + drawingAddress(name));
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}

/** A sentence with elements in its gaps: `sentence('Showing {mended}.', { mended: strong })`. */
export function sentence(
  words: string,
  parts: Readonly<Record<string, Node | string>>,
): readonly (Node | string)[] {
  return words
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? (parts[part.slice(1, -1)] ?? '') : part))
    .filter((part) => part !== '');
}

const adopted = new Set<string>();

/** Gives the page a style sheet, once: what only the search needs is not carried by every page. */
export function adoptStyle(style: string): void {
  if (adopted.has(style)) return;
  adopted.add(style);
  if (typeof document.adoptedStyleSheets === 'undefined') {
    // Safari before 16.4: as one rule, the style finds room in the page's own sheet; the first one is that for paper.
    const own = document.querySelector('style')?.sheet;
    own?.insertRule(`@supports (top: 0) { ${style} }`, own.cssRules.length);
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}
