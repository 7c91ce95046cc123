import type { z } from 'astro/zod';
import { closest } from '../domain/closest.ts';
import type { Problem, ProblemKind } from '../domain/problem.ts';
import type { FieldPath, YamlSource } from './yaml-source.ts';

type Issue = z.core.$ZodIssue;

/** Turns what a schema found wrong into problems with places, in the author's words. */
export function problemsOfIssues(issues: readonly Issue[], source: YamlSource, schema: z.ZodType): readonly Problem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
    return issue.code === 'unrecognized_keys' ? unknownFields(issue.keys, path, source, schema) : [fieldProblem(issue, path, source)];
  });
}

function unknownFields(keys: readonly string[], path: FieldPath, source: YamlSource, schema: z.ZodType): readonly Problem[] {
  const known = keysAt(schema, path);
  return keys.map((key) => {
    const meant = closest(key, known);
    return {
      kind: 'unknown-field',
      place: source.placeOfKey([...path, key]),
      message: `\`${key}\` is not a field${path.length > 0 ? ` of \`${nameOf(path)}\`` : ''}.`,
      hint: meant ? `Did you mean \`${meant}\`?` : `Known fields: ${list(known)}.`,
    };
  });
}

function fieldProblem(issue: Issue, path: FieldPath, source: YamlSource): Problem {
  const field = nameOf(path);
  const value = valueAt(source.data, path);
  const place = source.placeOf(path);
  const last = String(path.at(-1) ?? '');
  if (value === undefined || value === null) {
    const kind: ProblemKind = 'missing-field';
    return path.length === 0
      ? { kind, place, message: 'There is nothing here.', hint: 'Write at least `title: …`.' }
      : { kind, place, message: `\`${field}\` is missing.`, hint: `Add \`${last}: ${exampleFor(issue)}\`.` };
  }
  const [message, hint] = wording(issue, field, value);
  return { kind: 'wrong-value', place, message, hint };
}

function wording(issue: Issue, field: string, value: unknown): readonly [string, string] {
  const shown = show(value);
  const allowed = allowedValues(issue);
  if (allowed.length > 0) {
    const meant = typeof value === 'string' ? closest(value, allowed) : undefined;
    const choices = `Allowed: ${list(allowed)}${issue.code === 'invalid_union' ? ', or a number from 0 to 1 with a `source`' : ''}.`;
    return [`\`${field}\` cannot be ${shown}.`, meant ? `Did you mean \`${meant}\`? ${choices}` : choices];
  }
  switch (issue.code) {
    case 'invalid_type':
      return [`\`${field}\` must be ${typeWords[issue.expected] ?? issue.expected}, not ${shown}.`, fixForType(issue.expected, field)];
    case 'too_small':
      if (issue.origin === 'string') return [`\`${field}\` is empty.`, 'Write something here or remove the line.'];
      if (issue.origin === 'array') return [`\`${field}\` needs at least ${issue.minimum} ${Number(issue.minimum) === 1 ? 'entry' : 'entries'}.`, 'Add what is missing.'];
      return [`\`${field}\` cannot be ${shown}: too small.`, `Use a number ${issue.inclusive ? 'from' : 'above'} ${issue.minimum}.`];
    case 'too_big':
      return [`\`${field}\` cannot be ${shown}: too large.`, `Use a number up to ${issue.maximum}.`];
    case 'invalid_format':
      return formatWords(issue.format === 'regex' || issue.format === 'starts_with' ? issue.message : issue.format, field, shown);
    default:
      return [`\`${field}\` cannot be ${shown}.`, 'See the README, section "Fields", for what stands here.'];
  }
}

function formatWords(format: string, field: string, shown: string): readonly [string, string] {
  if (format === 'kebab-case') return [`\`${field}\` is not an id: ${shown}.`, 'Ids are lower-case words joined by hyphens, like `restart-device`.'];
  if (format === 'date') return [`\`${field}\` is not a date: ${shown}.`, 'Write it as year-month-day, like 2026-11-24.'];
  if (format === 'https') return [`\`${field}\` is not a web address: ${shown}.`, 'Write it in full, beginning with https://.'];
  if (format === 'email') return [`\`${field}\` is not a mail address: ${shown}.`, 'Write it like help@example.org.'];
  return [`\`${field}\` cannot be ${shown}.`, 'An internal link begins with a slash, like /fixes/restart-device/.'];
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text', number: 'a number', array: 'a list', object: 'a group of fields', record: 'a group of fields', boolean: 'true or false',
};

function fixForType(expected: string, field: string): string {
  const last = field.split('.').at(-1) ?? field;
  if (expected === 'array') return `Write a list: \`${last}: [first, second]\`.`;
  if (expected === 'number') return `Write a number without quotes or units: \`${last}: 2\`.`;
  if (expected === 'string') return `Put it in quotes: \`${last}: "…"\`.`;
  return `Write fields below \`${last}:\`, indented, or inline: \`${last}: { … }\`.`;
}

function exampleFor(issue: Issue): string {
  const allowed = allowedValues(issue);
  if (allowed.length > 0) return allowed.join(' | ');
  if (issue.code === 'invalid_type' && issue.expected === 'number') return '2';
  if (issue.code === 'invalid_type' && issue.expected === 'array') return '[…]';
  return '…';
}

function allowedValues(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'invalid_union') return issue.errors.flatMap((branch) => branch.flatMap((inner) => allowedValues(inner)));
  return [];
}

function nameOf(path: FieldPath): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part + 1}]` : index === 0 ? part : `.${part}`)).join('');
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[part] : undefined), data);
}

function show(value: unknown): string {
  if (typeof value === 'string') return `\`${value}\``;
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a date';
  return typeof value === 'object' && value !== null ? 'a group of fields' : `\`${String(value)}\``;
}

function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

/** The field names that a schema knows at a path. */
function keysAt(schema: z.ZodType, path: FieldPath): readonly string[] {
  let here: unknown = schema;
  for (const part of [...path, undefined]) {
    here = unwrap(here);
    if (part === undefined) break;
    here = typeof part === 'number' ? property(here, 'element') : (property(property(here, 'shape'), part) ?? property(property(here, 'def'), 'valueType'));
  }
  const shape = property(here, 'shape');
  return typeof shape === 'object' && shape !== null ? Object.keys(shape) : [];
}

function unwrap(schema: unknown): unknown {
  let here = schema;
  for (let inner = property(property(here, 'def'), 'innerType'); inner !== undefined; inner = property(property(here, 'def'), 'innerType')) here = inner;
  const options = property(property(here, 'def'), 'options');
  return Array.isArray(options) ? (options.map(unwrap).find((option) => property(option, 'shape') !== undefined) ?? here) : here;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
