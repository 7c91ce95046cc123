import type { z } from 'astro/zod';
import { closest } from '../../domain/problems/closest.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { didYouMean, listOf } from '../../domain/problems/say.ts';
import type { FieldPath } from '../content.ts';
import type { YamlSource } from '../faults/yaml-source.ts';
import { homeOf, ourNameFor, strangerHint } from './misplaced-fields.ts';
import { fieldNames } from './shapes.ts';
import { valueAt } from './value-at.ts';
import { nameOf } from './words.ts';

/** Fields that a schema does not know: misspelt, torn by a comma or colon, or at home elsewhere. */
export function unknownFields(
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
      return strayField(key, path, { known, parent, source, schema });
    });
  return cut.length > 0 ? [...problems, cutText(cut, path, parent, source)] : problems;
}

/** A field that is not known here: one that belongs elsewhere, has another name, or is mistyped. */
function strayField(
  key: string,
  path: FieldPath,
  {
    known,
    parent,
    source,
    schema,
  }: {
    readonly known: readonly string[];
    readonly parent: Readonly<Record<string, unknown>>;
    readonly source: YamlSource;
    readonly schema: z.ZodType;
  },
): Problem {
  const place = source.placeOfKey([...path, key]);
  const home = path.length === 0 ? homeOf(key, schema) : undefined;
  if (home) return { kind: 'unknown-field', place, ...home };
  const where = path.length > 0 ? ` of ${nameOf(path)}` : '';
  const free = known.filter((name) => !Object.hasOwn(parent, name));
  return {
    kind: 'unknown-field',
    place,
    message: `\`${key}\` is not a field${where}.`,
    hint:
      (path.length === 0 ? strangerHint(key, known) : undefined) ??
      didYouMean(nearestField(key, free)) ??
      `Remove it. Known fields: ${listOf(known)}.`,
  };
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

/** The known field that a key most probably means. */
export function nearestField(key: string, known: readonly string[]): string | undefined {
  return (
    joinedField(key, known)?.field ??
    ourNameFor(key, known) ??
    closest(key, known) ??
    closest(key.toLowerCase().replace(/[^a-z]/g, ''), known)
  );
}
