/** The id and the words of a place on a page. */
export interface PagePlace {
  readonly id: string;
  readonly text: string;
}

/** The places that share most words with a lost anchor, at most three; the first places of the page where none shares any. */
export function nearestPlaces(lost: string, places: readonly PagePlace[]): readonly PagePlace[] {
  const words = wordsOf(lost);
  const ranked = places
    .map((place) => ({
      place,
      shared: wordsOf(`${place.id} ${place.text}`).filter(
        (word, at, all) => words.includes(word) && all.indexOf(word) === at,
      ).length,
    }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map(({ place }) => place);
  return (ranked.length > 0 ? ranked : places).slice(0, 3);
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}
