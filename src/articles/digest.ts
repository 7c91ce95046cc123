import { hash } from 'node:crypto';

const known = new WeakMap<object, string>();
/** Letters up to which what an object holds stands for itself. */
const short = 120;
let unlike = 0;

/** A short text that two values have in common only where they hold the same in the same order; objects must not change afterwards. A function is like nothing, not even itself. */
export function digestOf(value: unknown): string {
  return digestOfText(likenessOf(value));
}

/** The same as a text that may be long, which takes less time. */
export function likenessOf(value: unknown): string {
  if (typeof value === 'function') return `ƒ${process.pid}.${unlike++}`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const before = known.get(value);
  if (before !== undefined) return before;
  const whole = written(value);
  // What is short is quicker written again than found among all objects of a knowledge base.
  if (whole.length <= short) return whole;
  const text = `#${digestOfText(whole)}`;
  known.set(value, text);
  return text;
}

function written(value: object): string {
  if (Array.isArray(value)) return `[${value.map(likenessOf).join()}]`;
  if (value instanceof Map)
    return `M{${[...value].map(([key, entry]) => `${likenessOf(key)}:${likenessOf(entry)}`).join()}}`;
  if (value instanceof Set) return `S{${[...value].map(likenessOf).join()}}`;
  return `{${Object.entries(value)
    .map(([key, entry]) => `${JSON.stringify(key)}:${likenessOf(entry)}`)
    .join()}}`;
}

function digestOfText(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}
