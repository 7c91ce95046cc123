const adopted = new Set<string>();

/** Gives the page a style sheet, once: what only the search needs is not carried by every page. */
export function adoptStyle(style: string): void {
  if (adopted.has(style)) return;
  adopted.add(style);
  // The page's own sheet takes it as one rule, which every browser and the page's policy allow.
  const sheet = document.querySelector('style')?.sheet;
  sheet?.insertRule(`@media all{${style}}`, sheet.cssRules.length);
}
