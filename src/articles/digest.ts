import { hash } from 'node:crypto';
import { onceEach } from '../domain/values/on-demand.ts';

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
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const before = known.get(value);
  if (before !== undefined) return before;
  const whole = written(value);
  // What is short is quicker written again than found among all objects of a knowledge base.
  if (whole.length <= short) return whole;
  const text = `#${digestOfText(whole)}`;
  known.set(value, text);
  return text;
}

/** In loops, since a build writes hundreds of thousands of small objects. */
function written(value: object): string {
  let text = '';
  if (Array.isArray(value)) {
    for (const entry of value as readonly unknown[]) text += `${likenessOf(entry)},`;
    return `[${text}]`;
  }
  if (value instanceof Map) {
    for (const [key, entry] of value) text += `${likenessOf(key)}:${likenessOf(entry)},`;
    return `M{${text}}`;
  }
  if (value instanceof Set) {
    for (const entry of value) text += `${likenessOf(entry)},`;
    return `S{${text}}`;
  }
  const named = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(value)) text += `${nameOf(key)}:${likenessOf(named[key])},`;
  return `{${text}}`;
}

/** The name of a property as text, of which there are few. */
const nameOf = onceEach((key) => JSON.stringify(key));

function digestOfText(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}
