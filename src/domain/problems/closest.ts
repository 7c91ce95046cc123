/** Finds what a mistyped word means among many; `except` names those that it surely does not mean. */
export type Finder = (word: string, except?: (candidate: string) => boolean) => string | undefined;

/** The candidate nearest to a mistyped word, else one that begins like it; undefined when none is near enough to be meant. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  return finderOf(candidates)(word);
}

/** As `closest`, for many words among the same candidates: a site of thousands of pages is looked through in no time. */
export function finderOf(candidates: Iterable<string>): Finder {
  const all = [...candidates].map((name) => ({ name, letters: lettersOf(name) }));
  return (word, except) => {
    const wanted = lettersOf(word);
    const near = all.filter(
      ({ name, letters }) => missing(wanted, letters) <= mostEditsIn(word) && !except?.(name),
    );
    return (
      nearest(
        word,
        near.filter(({ letters }) => missing(letters, wanted) <= mostEditsIn(word)),
        word.length + mostEditsIn(word),
      ) ?? (word.length < 4 ? undefined : nearest(word, near, word.length))
    );
  };
}

interface Candidate {
  readonly name: string;
  readonly letters: Uint8Array;
}

/** A slip is a few letters, however long the word is. */
function mostEditsIn(word: string): number {
  return Math.min(6, Math.max(2, Math.floor(word.length / 3)));
}

/** The candidate of which the first `length` letters are nearest. */
function nearest(word: string, candidates: readonly Candidate[], length: number): string | undefined {
  let best: string | undefined;
  let least = mostEditsIn(word) + 1;
  for (const { name } of candidates) {
    const edits = distance(word, name.length > length ? name.slice(0, length) : name, least);
    if (edits < least || (edits === least && best !== undefined && name < best))
      [best, least] = [name, edits];
  }
  return best;
}

/** How often each letter stands in a word, letters of the same last five bits together. */
function lettersOf(word: string): Uint8Array {
  const counts = new Uint8Array(32);
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) & 31;
    counts[letter] = Math.min(255, (counts[letter] ?? 0) + 1);
  }
  return counts;
}

/** How many letters of a word are not in another, wherever they stand: it takes as many edits at least. */
function missing(word: Uint8Array, other: Uint8Array): number {
  let count = 0;
  for (let letter = 0; letter < 32; letter++)
    count += Math.max(0, (word[letter] ?? 0) - (other[letter] ?? 0));
  return count;
}

/** Optimal string alignment distance (edits and swaps of neighbours); `limit + 1` or more where it is above `limit`. */
export function distance(a: string, b: string, limit = Math.max(a.length, b.length)): number {
  const far = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return far;
  let before = new Uint32Array(b.length + 1).fill(far);
  let last = new Uint32Array(b.length + 1).map((_, j) => j);
  let row = new Uint32Array(b.length + 1).fill(far);
  for (let i = 1; i <= a.length; i++) {
    // Farther from the diagonal than the limit, nothing can be near.
    const [from, to] = [Math.max(1, i - limit), Math.min(b.length, i + limit)];
    let least = from === 1 ? i : far;
    row[from - 1] = least;
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (to < b.length) row[to + 1] = far;
    if (least > limit) return far;
    [before, last, row] = [last, row, before];
  }
  return at(last, b.length);
}

function at(row: Uint32Array, index: number): number {
  return row[index] ?? Infinity;
}
