import type { z } from 'astro/zod';
import { closest } from '../../domain/problems/closest.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { fieldNames, homeOf, ourNameFor, strangerHint } from './fields.ts';
import { exampleFor, fieldWords, nameOf, subject } from './words.ts';
import type { YamlSource } from '../faults/yaml-source.ts';
import type { FieldPath } from '../content.ts';
import { didYouMean, listOf } from '../../domain/problems/say.ts';

type Issue = z.core.$ZodIssue;

/** Turns what a schema found wrong into problems with places, in the author's words. One mistake gives one problem. */
export function problemsOfIssues(
  issues: readonly Issue[],
  source: YamlSource,
  schema: z.ZodType,
): readonly Problem[] {
  const unknown = issues.filter((issue) => issue.code === 'unrecognized_keys');
  const meant = new Set(
    unknown.flatMap((issue) =>
      issue.keys.map((key) =>
        keyOf([...pathOf(issue), nearestField(key, fieldNames(schema, pathOf(issue))) ?? key]),
      ),
    ),
  );
  const garbled = new Set(
    unknown
      .filter((issue) => issue.keys.some((key) => /^(?:$|[[{])/.test(key)))
      .map((issue) => keyOf(pathOf(issue))),
  );
  return issues.flatMap((issue) => {
    const path = pathOf(issue);
    if (issue.code === 'unrecognized_keys') return unknownFields(issue.keys, path, source, schema);
    if (issue.code === 'invalid_key') return [invalidKey(path, source)];
    const absent = valueAt(source.data, path) === undefined;
    return (absent && meant.has(keyOf(path))) || garbled.has(keyOf(path.slice(0, -1)))
      ? []
      : [fieldProblem(issue, path, source)];
  });
}

function unknownFields(
  keys: readonly string[],
  path: FieldPath,
  source: YamlSource,
  schema: z.ZodType,
): readonly Problem[] {
  const known = fieldNames(schema, path);
  const parent = valueAt(source.data, path) as Readonly<Record<string, unknown>>;
  const joined = new Map(
    keys.flatMap((key) => {
      const found = parent[key] === null ? joinedField(key, known) : undefined;
      return found ? [[key, found] as const] : [];
    }),
  );
  const torn = [...joined.keys()].find((key) => (key.match(/"/g)?.length ?? 0) % 2 === 1);
  const pieces =
    torn === undefined ? [] : keys.slice(keys.indexOf(torn) + 1).filter((key) => !joined.has(key));
  const stray = keys.find((key) => /^(?:$|[[{])/.test(key));
  if (stray !== undefined) return [strayColon(stray, path, source)];
  const cut = keys.filter(
    (key) => parent[key] === null && !joined.has(key) && !pieces.includes(key) && /\s|^[^a-z]/i.test(key),
  );
  const problems = keys
    .filter((key) => !cut.includes(key) && !pieces.includes(key))
    .map((key): Problem => {
      const { field, value } = joined.get(key) ?? {};
      if (field)
        return {
          kind: 'unknown-field',
          place: source.placeOfKey([...path, key]),
          message: `There is no colon with a space between \`${field}\` and its value.`,
          hint: `Write \`${field}: ${[value, ...(key === torn ? pieces : [])].join(', ')}\`.`,
        };
      const near = nearestField(
        key,
        known.filter((name) => !Object.hasOwn(parent, name)),
      );
      const place = source.placeOfKey([...path, key]);
      const where = path.length > 0 ? ` of ${nameOf(path)}` : '';
      const home = path.length === 0 ? homeOf(key, schema) : undefined;
      if (home) return { kind: 'unknown-field', place, ...home };
      const hint = (path.length === 0 ? strangerHint(key, known) : undefined) ?? didYouMean(near);
      return {
        kind: 'unknown-field',
        place,
        message: `\`${key}\` is not a field${where}.`,
        hint: hint ?? `Remove it. Known fields: ${listOf(known)}.`,
      };
    });
  return cut.length > 0 ? [...problems, cutText(cut, path, parent, source)] : problems;
}

/** `{ cause, : x }` and `{ cause: x }:`: a colon that follows no name. */
function strayColon(key: string, path: FieldPath, source: YamlSource): Problem {
  const place = source.placeOfKey([...path, key]);
  return key === ''
    ? {
        kind: 'unknown-field',
        place,
        message: 'A value stands here without the name of its field.',
        hint: 'Write the name directly before the colon, or remove the colon.',
      }
    : {
        kind: 'unknown-field',
        place,
        message: 'A colon behind the closing bracket makes a field of all that is in it.',
        hint: 'Remove the colon at the end of the line.',
      };
}

/** The known field that a key begins with, as in `{ cause crumbs }` and `{ cause:crumbs }`, which YAML reads as one long key. */
function joinedField(
  key: string,
  known: readonly string[],
): { readonly field: string; readonly value: string } | undefined {
  const [, before = '', behind = ''] = /^([\w-]+):(\S.*)$/.exec(key) ?? [];
  if (known.includes(before)) return { field: before, value: behind };
  const [, name = '', value = ''] = /^([\w:-]+?):?\s+(.+)$/.exec(key) ?? [];
  const letters = name.replaceAll(':', '');
  const field = known.includes(letters) ? letters : name.includes(':') ? closest(letters, known) : undefined;
  return field === undefined ? undefined : { field, value };
}

/** `{ because: Yes, it does }`: the comma ended the text, and the rest was read as fields without values. */
function cutText(
  cut: readonly string[],
  path: FieldPath,
  parent: Readonly<Record<string, unknown>>,
  source: YamlSource,
): Problem {
  const all = Object.keys(parent);
  const field =
    all.slice(0, all.indexOf(cut[0] ?? '')).findLast((key) => typeof parent[key] === 'string') ?? '';
  const text = [String(parent[field] ?? ''), ...cut].join(', ');
  // A single quote mark is what is left of a pair.
  const whole = (text.match(/"/g)?.length ?? 0) % 2 === 1 ? text.replace('"', '') : text;
  return {
    kind: 'unknown-field',
    place: source.placeOfKey([...path, cut[0] ?? '']),
    message: `The text of \`${field}\` holds a comma, which ends it inside braces.`,
    hint: `Put the whole text in quotes: \`${field}: ${JSON.stringify(whole)}\`.`,
  };
}

function nearestField(key: string, known: readonly string[]): string | undefined {
  return (
    joinedField(key, known)?.field ??
    ourNameFor(key, known) ??
    closest(key, known) ??
    closest(key.toLowerCase().replace(/[^a-z]/g, ''), known)
  );
}

function invalidKey(path: FieldPath, source: YamlSource): Problem {
  const key = String(path.at(-1) ?? '');
  const [, name, value] = /^([a-z0-9-]+)\s*(["'>].*)$/.exec(key) ?? [];
  if (name && value && valueAt(source.data, path) === null)
    return {
      kind: 'wrong-value',
      place: source.placeOfKey(path),
      message: `There is no colon with a space between \`${name}\` and its value.`,
      hint: `Write \`${name}: ${value}\`.`,
    };
  return {
    kind: 'wrong-value',
    place: source.placeOfKey(path),
    message: `\`${key}\` cannot stand before a colon here, because it is no id.`,
    hint: `Ids are lower-case words joined by hyphens: \`${
      key
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'first-id'
    }\`.`,
  };
}

function fieldProblem(issue: Issue, path: FieldPath, source: YamlSource): Problem {
  const value = valueAt(source.data, path);
  const place = source.placeOf(path);
  if (path.length === 0) {
    if (value === undefined || value === null)
      return {
        kind: 'missing-field',
        place: { ...place, text: undefined },
        message: 'There are no fields here.',
        hint: 'Write at least `title: …`.',
      };
    const [message, hint] = fieldWords(issue, path, value);
    return { kind: 'wrong-value', place, message, hint };
  }
  if (value === undefined || value === null) {
    const at =
      value === null
        ? place
        : path.length === 1
          ? { ...source.placeOf([]), line: 1, column: 1, text: undefined }
          : source.placeOf(path.slice(0, -1));
    const name = String(path.at(-1));
    const empty = value === null ? 'is empty' : 'is missing';
    if (typeof path.at(-1) === 'number')
      return {
        kind: 'missing-field',
        place: at,
        message: `${subject(path)} is empty.`,
        hint: 'Write something behind the hyphen, or remove it.',
      };
    return {
      kind: 'missing-field',
      place: at,
      message: `${subject(path)} ${empty}.`,
      hint: `Write \`${name}: ${exampleFor(issue, name)}\`.`,
    };
  }
  const [message, hint] = fieldWords(issue, path, value);
  return { kind: 'wrong-value', place, message, hint };
}

function pathOf(issue: Issue): FieldPath {
  return issue.path.filter((part): part is string | number => typeof part !== 'symbol');
}

function keyOf(path: FieldPath): string {
  return path.join('\n');
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<string | number, unknown>)[part]
        : undefined,
    data,
  );
}
