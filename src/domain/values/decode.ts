/** A part of an address with its percent signs read; as it is where they make no sense. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
