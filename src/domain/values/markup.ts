const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
};

/** A text as content or attribute of HTML, written as Astro writes it. */
export function htmlText(text: string): string {
  return text.replace(/[&<>'"]/g, (sign) => signs[sign]!);
}

/** A text as a value in double quotes, with the fewest signs written out. */
export function htmlAttribute(text: string): string {
  return text.replace(/[&"]/g, (sign) => signs[sign]!);
}

/** A text as content or attribute of XML, which knows no signs of control and no halves of letters. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"]/g, (sign) => signs[sign]!);
}
