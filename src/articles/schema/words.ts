import type { z } from 'astro/zod';
import { withCapital } from '../../domain/values/capital.ts';
import { closest } from '../../domain/problems/closest.ts';
import type { FieldPath } from '../content.ts';
import { didYouMean, listOf, sentences } from '../../domain/problems/say.ts';
import { entryExamples, groupExamples } from './shapes.ts';
import { formatWords, show } from './formats.ts';

type Issue = z.core.$ZodIssue;

/** Message and remedy for a field whose value is there but wrong. */
export function fieldWords(
  issue: Issue,
  path: FieldPath,
  value: unknown,
): readonly [message: string, hint: string] {
  const branch = issue.code === 'invalid_union' ? branchFor(issue.errors, value) : undefined;
  if (branch)
    return fieldWords(
      branch,
      [...path, ...branch.path.filter((part): part is string | number => typeof part !== 'symbol')],
      innerValue(value, branch.path),
    );
  const name = subject(path);
  const allowed = allowedValues(issue);
  if (allowed.length > 0)
    return choiceWords(
      issue,
      name,
      String(path.findLast((part) => typeof part === 'string') ?? ''),
      value,
      allowed,
    );
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue.expected, path, value);
    case 'too_small':
      return tooSmallWords(issue, path, value);
    case 'too_big':
      return [
        `${name} cannot be ${show(value)}, which is too large.`,
        `Write a number up to ${issue.maximum}.`,
      ];
    case 'invalid_format':
      return formatWords(issue.format === 'regex' ? issue.message : issue.format, name, value);
    default:
      return [
        `${name} cannot be ${show(value)}.`,
        'The table “All fields” of the README says what stands here.',
      ];
  }
}

function tooSmallWords(
  issue: Issue & { readonly code: 'too_small' },
  path: FieldPath,
  value: unknown,
): readonly [string, string] {
  const name = subject(path);
  if (issue.origin === 'string') return [`${name} is empty.`, 'Write something here, or remove the line.'];
  if (issue.origin === 'array')
    return [
      `${name} needs ${Number(issue.minimum) === 1 ? 'an entry' : `at least ${issue.minimum} entries`}.`,
      entryHint(path) ?? 'Add what is missing, or remove the field.',
    ];
  return [
    `${name} cannot be ${show(value)}, which is too small.`,
    `Write a number ${issue.inclusive ? 'from' : 'above'} ${issue.minimum}.`,
  ];
}

/** What to write in place of a missing value. */
export function exampleFor(issue: Issue, name: string): string {
  const allowed = allowedValues(issue);
  if (allowed.length > 0) return allowed[1] ?? allowed[0] ?? '…';
  const entry = Object.hasOwn(entryExamples, name) ? entryExamples[name] : undefined;
  if (entry) return `[${entry}]`;
  if (issue.code === 'invalid_type' && issue.expected === 'number') return '2';
  if (issue.code === 'invalid_type' && issue.expected === 'array') return '[…]';
  return '…';
}

/** A path in words: `works` in entry 2 of `solves`. */
export function nameOf(path: FieldPath): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'string') return name === '' ? `\`${part}\`` : `\`${part}\` in ${name}`;
    return name === '' ? `entry ${part + 1}` : `entry ${part + 1} of ${name}`;
  }, '');
}

/** A path as the subject of a sentence. */
export function subject(path: FieldPath): string {
  const name = nameOf(path);
  return name === '' ? 'What stands here' : withCapital(name);
}

function choiceWords(
  issue: Issue,
  name: string,
  field: string,
  value: unknown,
  allowed: readonly string[],
): readonly [string, string] {
  const meant = typeof value === 'string' ? closest(value, allowed) : undefined;
  const number = issue.code === 'invalid_union' ? ', or a number from 0 to 1 with a `source`' : '';
  return [
    `${name} cannot be ${show(value)}.`,
    sentences(didYouMean(meant && `${field}: ${meant}`), `Allowed: ${listOf(allowed)}${number}.`),
  ];
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  boolean: 'true or false',
};

function typeWords(expected: string, path: FieldPath, value: unknown): readonly [string, string] {
  const last = path.findLast((part) => typeof part === 'string') ?? '';
  const message = `${subject(path)} must be ${kinds[expected] ?? expected}, not ${show(value)}.`;
  if (expected === 'string') return stringHint(message, path, last, value);
  if (expected === 'array') return [message, arrayHint(last, value)];
  if (expected === 'number') return [message, numberHint(last, value)];
  if (expected === 'boolean') return [message, `Write \`${last}: true\` or \`${last}: false\`.`];
  const entry =
    typeof path.at(-1) === 'number' && Object.hasOwn(entryExamples, last) ? entryExamples[last] : undefined;
  if (entry) return [message, `Write \`${typeof value === 'string' ? entry.replace('…', value) : entry}\`.`];
  if (path.length === 0)
    return [message, 'Write `field: value` on each line, without hyphens before the fields.'];
  const group = Object.hasOwn(groupExamples, last) ? groupExamples[last] : undefined;
  return [
    message,
    group && typeof value === 'string'
      ? `Write \`${last}: ${group.replace('…', value)}\`.`
      : `Write its fields below \`${last}:\`, each indented by two spaces.`,
  ];
}

function stringHint(
  message: string,
  path: FieldPath,
  field: string,
  value: unknown,
): readonly [string, string] {
  const entry = typeof path.at(-1) === 'number';
  if (Number.isFinite(value) || typeof value === 'boolean')
    return [message, `Put it in quotes: \`${entry ? '' : `${field}: `}"${String(value)}"\`.`];
  const [pair] =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  if (pair && typeof pair[1] !== 'object')
    return [
      message,
      `The colon makes it a field. Put the text in quotes: \`${entry ? '' : `${field}: `}${JSON.stringify(`${pair[0]}: ${String(pair[1])}`)}\`.`,
    ];
  return [message, `Write one text in quotes: \`${entry ? '' : `${field}: `}"…"\`.`];
}

function arrayHint(field: string, value: unknown): string {
  if (field === '') return 'Begin each entry with `- `.';
  if (typeof value === 'string' && /^-\S/.test(value))
    return `Put a space after each hyphen: \`- ${value.split(' ')[0]?.slice(1)}\`.`;
  const entry = Object.hasOwn(entryExamples, field) ? entryExamples[field] : undefined;
  if (typeof value === 'string' && entry) return `Write \`${field}: [${entry.replace('…', value)}]\`.`;
  if (typeof value === 'string' || typeof value === 'number')
    return `Put it in square brackets: \`${field}: [${String(value).replace(/[[\]]/g, '')}]\`.`;
  return entry
    ? `Write \`- ${entry}\` on a line of its own below \`${field}:\`.`
    : `Write a list: \`${field}: [first, second]\`.`;
}

function numberHint(field: string, value: unknown): string {
  const digits = typeof value === 'string' ? /\d+(?:[.,]\d+)?/.exec(value)?.[0].replace(',', '.') : undefined;
  return `Write a number without quotes or units: \`${field}: ${digits ?? 2}\`.`;
}

function entryHint(path: FieldPath): string | undefined {
  const field = String(path.findLast((part) => typeof part === 'string') ?? '');
  return Object.hasOwn(entryExamples, field) ? `Add \`- ${entryExamples[field]}\`.` : undefined;
}

/** The errors of the branch of a union that fits the value's shape best; undefined where no branch looks inside it. */
function branchFor(branches: readonly (readonly Issue[])[], value: unknown): Issue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return branches.find(
    (branch) => branch[0] && (branch[0].path.length > 0 || branch[0].code === 'unrecognized_keys'),
  )?.[0];
}

function innerValue(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (here, part) =>
      typeof here === 'object' && here !== null ? (here as Record<PropertyKey, unknown>)[part] : undefined,
    value,
  );
}

function allowedValues(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'invalid_union')
    return issue.errors.flatMap((branch) => branch.flatMap((inner) => allowedValues(inner)));
  return [];
}
