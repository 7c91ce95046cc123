/** A count of reports as somebody may write it in place of a word: `57 of 103`, `57/103`. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** Why no share of reports can stand in place of a word. */
export const whyNoShare =
  'How many readers a fix worked for depends on who gets that far: the first fix of a plan meets the easy cases, the last one only those that nothing else has helped. In place of a word, such a count makes plans worse.';

/** The share that a text speaks of; undefined where it speaks of none. */
export function shareIn(text: string): Share | undefined {
  const [, part, whole] =
    /(?<![\d.,/-])(\d{1,7})\s*(?:\/|of|out of|in|von|aus|sur|de)\s*(\d{1,7})(?![\d.,/-])/i.exec(text) ?? [];
  const share = { part: Number(part), whole: Number(whole) };
  return part !== undefined && share.whole > 0 && share.part <= share.whole ? share : undefined;
}

/** Whether a number is this share, as exactly as it is written. */
export function isShare(value: number, { part, whole }: Share): boolean {
  const digits = (String(value).split('.')[1] ?? '').length;
  return Math.abs(value - part / whole) <= 0.5 * 10 ** -digits + 1e-9;
}
