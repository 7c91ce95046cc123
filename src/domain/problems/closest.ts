/** The candidate nearest to a mistyped word, else one that begins like it; undefined when none is near enough to be meant. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates];
  return (
    nearest(word, all, (candidate) => candidate) ??
    (word.length < 4 ? undefined : nearest(word, all, (candidate) => candidate.slice(0, word.length)))
  );
}

function nearest(
  word: string,
  candidates: readonly string[],
  partOf: (candidate: string) => string,
): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = distance(word, partOf(candidate), least);
    if (edits < least || (edits === least && best !== undefined && candidate < best))
      [best, least] = [candidate, edits];
  }
  return best;
}

/** Optimal string alignment distance (edits and swaps of neighbours); stops early above `limit`. */
export function distance(a: string, b: string, limit = Infinity): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
