/** Markup that can be shown safely: what was put into it is text, or such markup itself. */
export interface Markup {
  readonly html: string;
}

/** What can be put into markup: text that stays text whatever it holds, markup, lists of both; what is false or undefined is left out. */
export type Part = string | Markup | false | undefined | readonly Part[];

/** Writes markup: `` markup`<a href="${href}">${title}</a>` ``; values of attributes stand in quotation marks. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: String.raw({ raw: strings }, ...parts.map(written)) };
}

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return part.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return 'html' in part ? part.html : part.map(written).join('');
}

/** A sentence with parts in its gaps: `sentence('Showing {mended}.', { mended })`. */
export function sentence(words: string, parts: Readonly<Record<string, Part>> = {}): Markup {
  return markup`${words.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 1 ? parts[part] : part))}`;
}

/** The one element of this markup. */
export function elementOf({ html }: Markup): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild as HTMLElement;
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
