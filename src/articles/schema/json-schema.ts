import { z } from 'astro/zod';
import { evidenceSchema } from '../evidence/schema.ts';
import type { Named } from './described.ts';
import {
  articleSchemas,
  askedSchema,
  changesSchema,
  glossarySchema,
  questionSchema,
  startSchema,
  tombstonesSchema,
  uiPathsSchema,
} from './schema.ts';
import { siteSchema } from './site.ts';

/** A JSON Schema (draft-07, which editors read), as JSON. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What each schema is for: `fix` for the front matter of fixes, `site` for `site.yaml`. */
const schemas: Readonly<Record<string, z.ZodType>> = {
  ...articleSchemas,
  question: questionSchema,
  start: startSchema,
  site: siteSchema,
  'ui-paths': uiPathsSchema,
  glossary: glossarySchema,
  asked: askedSchema,
  tombstones: tombstonesSchema,
  changes: changesSchema,
  evidence: evidenceSchema,
};

/** The file, in the folder of the schemas, that lists the ids of the content by what they name. */
export const idsFile = 'ids.schema.json';

/** Every kind of file as a JSON Schema, by its name. Where an id of something else stands, the ids of `ids.schema.json` are offered and others are taken. */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, jsonSchemaOf(schema)]));
}

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    // What a schema gives is the shape that authors write; what it takes is any value at all where a date may be a text.
    io: 'output',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { ids, numbers } = z.globalRegistry.get(zodSchema as unknown as z.ZodType) ?? {};
      for (const name of ['ids', 'numbers', 'example']) delete jsonSchema[name];
      if (typeof ids === 'string') nameIds(jsonSchema, ids as Named);
      if (numbers === true) jsonSchema.type = ['string', 'number'] as never;
      if (zodSchema instanceof z.ZodObject) onlyRequired(jsonSchema, zodSchema.shape);
    },
  }) as JsonSchema;
}

function nameIds(json: Record<string, unknown>, ids: Named): void {
  const { type, pattern } = json;
  for (const name of ['type', 'pattern']) delete json[name];
  json['anyOf'] = [{ $ref: `${idsFile}#/definitions/${ids}` }, { type, pattern }];
}

/** A field with a default may be left out. */
function onlyRequired(json: Record<string, unknown>, shape: Readonly<Record<string, unknown>>): void {
  const required = Object.entries(shape).flatMap(([name, field]) =>
    field instanceof z.ZodType && !field.safeParse(undefined).success ? [name] : [],
  );
  if (required.length > 0) json['required'] = required;
  else delete json['required'];
}
