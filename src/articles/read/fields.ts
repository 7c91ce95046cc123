import type { z } from 'astro/zod';
import type { Intake } from './files.ts';
import { problemsOfIssues } from '../schema/problems.ts';
import { valueAt } from '../schema/value-at.ts';
import type { YamlSource } from '../faults/yaml-source.ts';

/** Checks fields against a schema. Undefined where they do not fit, which is then reported. */
export function parseFields<S extends z.ZodType>(
  source: YamlSource,
  schema: S,
  { problems }: Pick<Intake, 'problems'>,
  empty?: z.output<S>,
): z.output<S> | undefined {
  for (const { place, message, hint } of source.errors)
    problems.push({ kind: 'bad-yaml', place, message, hint });
  if (source.data === undefined) return undefined;
  if (source.data === null && empty !== undefined) return empty;
  const first = schema.safeParse(source.data ?? undefined);
  const parsed =
    !first.success && takeAsWritten(first.error.issues, source) ? schema.safeParse(source.data) : first;
  if (!parsed.success) problems.push(...problemsOfIssues(parsed.error.issues, source, schema));
  return parsed.success ? parsed.data : undefined;
}

/**
 * Puts the text as it stands in the file wherever a text is wanted and YAML has made something else of it, so that 10.10 is not 10.1
 * and 0x80070005 not 2147942405. True where it did.
 */
function takeAsWritten(issues: readonly z.core.$ZodIssue[], source: YamlSource): boolean {
  let did = false;
  for (const issue of issues) {
    if (issue.code !== 'invalid_type' || issue.expected !== 'string') continue;
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    const parent = valueAt(source.data, path.slice(0, -1));
    const written = source.writtenAt(path);
    const last = path.at(-1);
    if (!written || last === undefined || typeof parent !== 'object' || parent === null) continue;
    if (valueAt(source.data, path) === null) continue;
    (parent as Record<string | number, unknown>)[last] = written;
    did = true;
  }
  return did;
}
