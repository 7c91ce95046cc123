/** Puts values into the gaps of a sentence: `fillWords('{n} of {total}', { n: 1, total: 2 })`. */
export function fillWords(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
