import { parseDocument } from 'yaml';

/** The fields above a text, and the text below them; `error` where the fields cannot be read, which then count as none. */
export interface SplitSource {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** Lines above the body. */
  readonly above: number;
  readonly error?: string | undefined;
}

/** Splits a source. Reads YAML without tags, types of its own or more than a few aliases; TOML only as `name = value`. */
export function splitSource(text: string): SplitSource {
  const [, sign = '', inner = ''] = /^(---|\+\+\+)[ \t]*\n([\s\S]*?)^\1[ \t]*(?:\n|$)/m.exec(text) ?? [];
  const head = /^(---|\+\+\+)[ \t]*\n([\s\S]*?)^\1[ \t]*(?:\n|$)/m.exec(text);
  if (!head || head.index !== 0) return { fields: {}, body: text, above: 0 };
  const rest = { body: text.slice(head[0].length), above: head[0].split('\n').length - 1 };
  if (sign === '+++') return { fields: tomlFields(inner), ...rest };
  // A line of hyphens may be a rule: then what follows it is text.
  if (inner.trim() !== '' && !/^[\w."'-]+\s*:/m.test(inner)) return { fields: {}, body: text, above: 0 };
  try {
    const document = parseDocument(inner, { uniqueKeys: false, logLevel: 'silent', stringKeys: true });
    const data: unknown = document.toJS({ maxAliasCount: 20 });
    const error = document.errors[0]?.code;
    return {
      fields: isRecord(data) ? data : {},
      ...rest,
      ...(error === undefined ? {} : { error }),
    };
  } catch {
    return { fields: {}, ...rest, error: 'too many aliases' };
  }
}

function tomlFields(inner: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...inner.matchAll(/^([\w-]+)\s*=\s*"?(.*?)"?\s*$/gm)].map(({ 1: name = '', 2: value = '' }) => [
      name,
      value,
    ]),
  );
}

/** True for an object that is no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The text of the first of these fields that holds one; a day as ISO date. */
export function textField(fields: Readonly<Record<string, unknown>>, ...names: readonly string[]): string {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10);
    if (typeof value === 'string' && value.trim() !== '') return value.replace(/\s+/g, ' ').trim();
    if (typeof value === 'number') return String(value);
  }
  return '';
}

/** The texts of a field that may be a list or one text. */
export function textsField(
  fields: Readonly<Record<string, unknown>>,
  ...names: readonly string[]
): readonly string[] {
  return names.flatMap((name) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    return all
      .filter((one): one is string => typeof one === 'string' && one.trim() !== '')
      .map((one) => one.trim());
  });
}
