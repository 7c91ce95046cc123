import { join } from 'node:path';
import { parseOwnerStyle, type OwnerStyle } from '../../domain/look/owner-style.ts';
import type { Place } from '../../domain/problems/problem.ts';
import type { DataFile } from '../content.ts';
import { fileNameIn } from '../content-dir.ts';
import { readText, type Intake } from '../read/files.ts';

/** Reads `style.css`, where there is one. A path of one token leads to the line that sets it. */
export function readStyle(intake: Intake): DataFile<OwnerStyle> | undefined {
  const path = join(intake.dir.path, 'style.css');
  const text = readText(intake, path);
  if (text === undefined) return undefined;
  const file = fileNameIn(intake.dir, path);
  const lines = text.split('\n');
  const placeAt = (offset: number): Place => {
    const before = text.slice(0, offset).split('\n');
    const line = before.length;
    return { file, line, column: before.at(-1)!.length + 1, text: lines[line - 1]?.trim() };
  };
  const { style, faults } = parseOwnerStyle(text);
  for (const { offset, message, hint } of faults)
    intake.problems.push({ kind: 'forbidden-style', place: placeAt(offset), message, hint });
  return {
    id: file,
    file,
    value: style,
    placeOf: ([token]) => placeAt(style.offsets.get(String(token)) ?? 0),
  };
}
