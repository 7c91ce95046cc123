import type { z } from 'astro/zod';
import type { DataFile } from '../content.ts';
import { fileNameIn, type ContentDir } from '../content-dir.ts';
import { digestOf } from '../digest.ts';
import { readText, type Intake, type Writer } from './files.ts';
import { problemsOfIssues } from '../schema/problems.ts';
import { valueAt } from '../schema/value-at.ts';
import { parseYaml, type YamlSource } from '../faults/yaml-source.ts';

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

/** A YAML file, whether there is one at all, and its data before the schema. */
export function readData<S extends z.ZodType>(
  intake: Intake,
  path: string,
  schema: S,
  empty?: z.output<S>,
  writer: Writer = 'person',
): { readonly there: boolean; readonly read: DataFile<z.output<S>> | undefined; readonly raw: unknown } {
  const before = intake.problems.length;
  const text = readText(intake, path, writer);
  if (text === undefined) return { there: intake.problems.length > before, read: undefined, raw: undefined };
  const file = fileNameIn(intake.dir, path);
  const source = parseYaml(text, file, text.split('\n'), 1);
  const value = parseFields(source, schema, intake, empty);
  return {
    there: true,
    raw: source.data,
    read:
      value === undefined
        ? undefined
        : { id: file, file, value, made: digestOf(text), placeOf: source.placeOf },
  };
}

/** A file that is not there. */
export function emptyFile<T>(dir: ContentDir, id: string, value: T): DataFile<T> {
  const file = `${dir.name}/${id}.yaml`;
  return { id: file, file, value, made: '', placeOf: () => ({ file, line: 1, column: 1 }) };
}
