const adopted = new Set<string>();

/** Gives the page a style sheet, once: what only the search needs is not carried by every page. */
export function adoptStyle(style: string): void {
  if (adopted.has(style)) return;
  adopted.add(style);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}
