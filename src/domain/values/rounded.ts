const parts = 2 ** 40;

/** A number in whole parts of 2⁻⁴⁰: what was worked out in another order, and so ends in another rounding, is the same. */
export function rounded(value: number): number {
  return Math.round(value * parts);
}
