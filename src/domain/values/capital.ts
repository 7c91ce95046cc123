/** A text with a capital letter at its beginning, as its language (a tag such as `tr`) writes it. */
export function withCapital(text: string, language?: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(language) + rest.join('');
}
