import { z } from 'astro/zod';
import type { FieldPath } from '../content.ts';
import {
  articleSchemas,
  askedSchema,
  glossarySchema,
  questionSchema,
  startSchema,
  tombstonesSchema,
  uiPathsSchema,
} from './schema.ts';
import { siteSchema } from './site.ts';

/** The field names that a schema knows at a path; none where it takes any. */
export function fieldNames(schema: z.ZodType, path: FieldPath): readonly string[] {
  let here = unwrap(schema);
  for (const part of path)
    here = unwrap(typeof part === 'number' ? elementOf(here) : (shapeOf(here)?.[part] ?? valuesOf(here)));
  return Object.keys(shapeOf(here) ?? {});
}

type Shape = Readonly<Record<string, unknown>>;

/** Fields that stand together, alone or many times below one field; `field` is empty for the entries of a whole file. */
interface Group {
  readonly field: string;
  readonly many: boolean;
  readonly shape: Shape;
}

/** Stands for the names that an author chooses, such as the ids of causes in `likely`. */
const anyName = '…';

const groups: readonly Group[] = [
  ...[...Object.values(articleSchemas), questionSchema, siteSchema, startSchema].flatMap((schema) =>
    fieldsOf(shapeOf(unwrap(schema)) ?? {}),
  ),
  ...[uiPathsSchema, glossarySchema, askedSchema, tombstonesSchema].flatMap((schema) =>
    groupsIn(schema, '', false),
  ),
];

/** Every field that may stand in braces, so that `cause: x works: y` is told from a text with a colon in it. */
export const nestedFields: ReadonlySet<string> = new Set(
  groups.flatMap(({ shape }) => Object.keys(shape)).filter((name) => name !== anyName),
);

/** One entry of each list of groups, as authors write it, by the name of the list. */
export const entryExamples = examplesOf(({ many }) => many);

/** The fields of each group, as authors write it, by its name. */
export const groupExamples = examplesOf(({ many }) => !many);

function groupsIn(schema: unknown, field: string, many: boolean): readonly Group[] {
  const here = unwrap(schema);
  const shape = shapeOf(here);
  if (shape) return [{ field, many, shape }, ...fieldsOf(shape)];
  const element = elementOf(here);
  if (element !== undefined) return groupsIn(element, field, true);
  const values = valuesOf(here);
  if (values === undefined) return [];
  const inside = groupsIn(values, '', false);
  return inside.length > 0 ? inside : [{ field, many, shape: { [anyName]: values } }];
}

function fieldsOf(shape: Shape): readonly Group[] {
  return Object.entries(shape).flatMap(([name, schema]) => groupsIn(schema, name, false));
}

function examplesOf(which: (group: Group) => boolean): Readonly<Record<string, string>> {
  return Object.fromEntries(
    groups
      .filter((group) => group.field !== '' && which(group))
      .map(({ field, shape }) => [field, exampleOf(shape)]),
  );
}

/** The fields that must be there, or else the last. */
function exampleOf(shape: Shape): string {
  const required = Object.keys(shape).filter((name) => isRequired(shape[name]));
  const shown = required.length > 0 ? required : Object.keys(shape).slice(-1);
  return `{ ${shown.map((name) => `${name}: ${valueFor(shape[name])}`).join(', ')} }`;
}

function isRequired(schema: unknown): boolean {
  return schema instanceof z.ZodType && !schema.safeParse(undefined).success;
}

/** What stands for a value: the example that its schema names, an empty list, a number, else an ellipsis. */
function valueFor(schema: unknown): string {
  for (let here = schema; here !== undefined; here = innerOf(here)) {
    const example = here instanceof z.ZodType ? here.meta()?.['example'] : undefined;
    if (typeof example === 'string') return example;
  }
  const inner = unwrap(schema);
  if (elementOf(inner) !== undefined) return '[]';
  return inner instanceof z.ZodNumber ? '1' : '…';
}

/** The schema inside of defaults, optionals and unions; of a union the first choice with fields. */
function unwrap(schema: unknown): unknown {
  let here = schema;
  for (let inner = innerOf(here); inner !== undefined; inner = innerOf(here)) here = inner;
  const options = property(property(here, 'def'), 'options');
  return Array.isArray(options)
    ? (options.map(unwrap).find((option) => shapeOf(option) !== undefined) ?? here)
    : here;
}

/** What a default, an optional or a transformed schema wraps; of a preparation and a schema, the schema. */
function innerOf(schema: unknown): unknown {
  const def = property(schema, 'def');
  const first = property(def, 'in');
  return (
    property(def, 'innerType') ??
    (property(property(first, 'def'), 'type') === 'transform' ? property(def, 'out') : first)
  );
}

function shapeOf(schema: unknown): Shape | undefined {
  const shape = property(schema, 'shape');
  return typeof shape === 'object' && shape !== null ? (shape as Shape) : undefined;
}

function elementOf(schema: unknown): unknown {
  return property(schema, 'element');
}

function valuesOf(schema: unknown): unknown {
  return property(property(schema, 'def'), 'valueType');
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
