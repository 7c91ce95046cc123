import type { z } from 'astro/zod';
import type { Intake } from './files.ts';
import { problemsOfIssues } from '../schema/problems.ts';
import type { YamlSource } from '../faults/yaml-source.ts';

/** Checks fields against a schema. Undefined where they do not fit, which is then reported. */
export function parseFields<S extends z.ZodType>(
  source: YamlSource,
  schema: S,
  { problems }: Intake,
  empty?: z.output<S>,
): z.output<S> | undefined {
  for (const { place, message, hint } of source.errors)
    problems.push({ kind: 'bad-yaml', place, message, hint });
  if (source.data === undefined) return undefined;
  if (source.data === null && empty !== undefined) return empty;
  const parsed = schema.safeParse(source.data ?? undefined);
  if (!parsed.success) problems.push(...problemsOfIssues(parsed.error.issues, source, schema));
  return parsed.success ? parsed.data : undefined;
}
