import type { z } from 'astro/zod';
import type { Problem } from '../../domain/problems/problem.ts';
import { shareIn, whyNoShare } from '../../domain/evidence/share.ts';
import { exampleFor, fieldWords, subject } from './words.ts';
import type { YamlSource } from '../faults/yaml-source.ts';
import type { FieldPath } from '../content.ts';
import { fieldNames } from './shapes.ts';
import { nearestField, unknownFields } from './unknown-fields.ts';
import { valueAt } from './value-at.ts';

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
  const share = shareAt(path, value);
  if (share !== undefined)
    return {
      kind: 'share-as-number',
      place,
      message: `${subject(path)} cannot be ${share}. ${whyNoShare}`,
      hint: 'Write a word in the article, and let `npm run kb -- learn` read the reports themselves.',
    };
  const [message, hint] = fieldWords(issue, path, value);
  return { kind: 'wrong-value', place, message, hint };
}

/** A count of reports in place of a word, or of whether one worked, as the author wrote it. */
function shareAt(path: FieldPath, value: unknown): string | undefined {
  const field = path.findLast((part) => typeof part === 'string');
  if (field === 'worked' && typeof value === 'number') return `the number ${value}`;
  const counts = field === 'works' || field === 'likelihood' || field === 'worked';
  return counts && typeof value === 'string' && shareIn(value) ? `“${value}”` : undefined;
}

function pathOf(issue: Issue): FieldPath {
  return issue.path.filter((part): part is string | number => typeof part !== 'symbol');
}

function keyOf(path: FieldPath): string {
  return path.join('\n');
}
