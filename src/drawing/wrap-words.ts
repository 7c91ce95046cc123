/** Breaks a text into lines of at most so many letters, at its spaces, as evenly as that number of lines allows. */
export function wrapWords(text: string, letters: number): readonly string[] {
  const lines = fill(text, letters);
  for (let width = Math.ceil(text.length / lines.length); width < letters; width += 1) {
    const even = fill(text, width);
    if (even.length <= lines.length) return even;
  }
  return lines;
}

function fill(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
