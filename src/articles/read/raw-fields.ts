import { closest } from '../../domain/problems/closest.ts';
import type { TextFile } from '../content.ts';
import { textSchemas } from '../schema/schema.ts';

/** A field of the front matter as written, whether or not the rest of it is right. */
export function rawField(file: TextFile, name: string): unknown {
  return isReadable(file) && Object.hasOwn(file.raw, name) ? file.raw[name] : undefined;
}

/** The text of a field as written; undefined for anything but a text. */
export function rawText(file: TextFile, name: string): string | undefined {
  const value = rawField(file, name);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** True where the front matter parses and holds fields. */
export function isReadable<File extends TextFile>(
  file: File,
): file is File & { readonly raw: Readonly<Record<string, unknown>> } {
  return typeof file.raw === 'object' && file.raw !== null && !Array.isArray(file.raw);
}

/** True where a field surely is not there: it is missing or an empty list, and no unknown field looks like it mistyped. What is written without a value is the schema's to tell. */
export function isMissing(file: TextFile, name: string): boolean {
  if (!isReadable(file)) return false;
  const value = rawField(file, name);
  const empty = value === undefined || (Array.isArray(value) && value.length === 0);
  return (
    empty &&
    !Object.keys(file.raw).some(
      (key) => !Object.hasOwn(textSchemas[file.kind].shape, key) && closest(key, [name]) !== undefined,
    )
  );
}
