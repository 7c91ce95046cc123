/** A thing on a line: the middle where it would like to be, and the room it takes. */
export interface Span {
  readonly at: number;
  readonly size: number;
}

/** Moves things, given in their order, as little as needed so that none overlap and all lie between two ends; returns their middles. */
export function settle(spans: readonly Span[], from: number, to: number): readonly number[] {
  const middles: number[] = [];
  let edge = from;
  for (const { at, size } of spans) {
    middles.push(Math.max(at, edge + size / 2));
    edge = middles.at(-1)! + size / 2;
  }
  edge = to;
  for (let index = spans.length - 1; index >= 0; index -= 1) {
    const half = spans[index]!.size / 2;
    middles[index] = Math.min(middles[index]!, edge - half);
    edge = middles[index]! - half;
  }
  return middles;
}
