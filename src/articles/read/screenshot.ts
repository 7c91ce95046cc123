import { imageSize } from 'image-size';
import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { darkSign, type Screenshot } from '../../domain/knowledge/picture.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { DataFile } from '../content.ts';
import { fileNameIn } from '../content-dir.ts';
import { attempt, report, type Intake } from './files.ts';

/** No picture of a screen is as long as this, in bytes, or has as many dots. */
const longest = 20_000_000;
const mostDots = 100_000_000;

/** A screenshot of a name: its light and its dark file, as far as they are there, and can be shown. */
export interface ScreenshotFile {
  readonly id: string;
  readonly path: string;
}

/** Whether a file is the dark look of a screenshot. */
export function isDark(path: string): boolean {
  return basename(path, extname(path)).endsWith(darkSign);
}

/** Puts light and dark files of a name together. Of a name with several files, or with a dark one alone, a problem tells. */
export function pairScreenshots(
  intake: Intake,
  files: readonly ScreenshotFile[],
  drawings: ReadonlySet<string>,
): readonly DataFile<Screenshot>[] {
  const light = files.filter(({ path }) => !isDark(path));
  for (const file of files) {
    const same = files.filter(({ id, path }) => id === file.id && isDark(path) === isDark(file.path));
    const first = same[0]?.path;
    if (first !== file.path || (!isDark(file.path) && drawings.has(file.id)))
      report(
        intake,
        'duplicate-id',
        file.path,
        `There is another picture with the id \`${file.id}\`, so nobody could tell which one is meant.`,
        'Rename one of the two, or delete it.',
      );
    else if (isDark(file.path) && !light.some(({ id }) => id === file.id)) reportDarkAlone(intake, file);
  }
  const known = new Map(light.toReversed().map(({ id, path }) => [id, path]));
  return [...known].toReversed().map(([id, path]) => {
    const dark = files.find((file) => file.id === id && isDark(file.path))?.path;
    const file = fileNameIn(intake.dir, path);
    return { id, file, value: { light: path, dark }, placeOf: () => ({ file, line: 1, column: 1 }) };
  });
}

function reportDarkAlone(intake: Intake, { id, path }: ScreenshotFile): void {
  report(
    intake,
    'bad-file-name',
    path,
    `\`${basename(path)}\` is a screenshot for dark pages, but there is none of this name for light ones.`,
    `Put \`${id}${extname(path)}\` beside it, or rename it to that.`,
  );
}

/** Whether a file is a whole picture of a kind that pages can show; what is wrong becomes a problem. */
export function isScreenshot(intake: Intake, path: string): boolean {
  const fault = attempt(intake, path, () =>
    statSync(path).size > longest ? tooLong : faultOf(readFileSync(path)),
  );
  if (typeof fault === 'object') report(intake, 'unreadable-file', path, fault.message, fault.hint);
  return fault === 'none';
}

type Fault = Pick<Problem, 'message' | 'hint'>;

const tooLong: Fault = {
  message: 'The picture is larger than 20 million bytes.',
  hint: 'Save it smaller, at most 3,000 dots wide.',
};
const unknown: Fault = {
  message: 'This is no picture that pages can show.',
  hint: 'Save it anew as PNG, JPEG, WebP or AVIF, or delete the file.',
};
const cutOff: Fault = {
  message: 'The picture is cut off: its file ends before it does.',
  hint: 'Copy or save it anew.',
};

function faultOf(bytes: Buffer): Fault | 'none' {
  if (bytes.length === 0) return cutOff;
  const size = sizeOf(bytes);
  const isWhole = wholes[size?.type ?? ''];
  if (!size || !isWhole) return unknown;
  if (size.width * size.height > mostDots) return tooLong;
  return isWhole(bytes) ? 'none' : cutOff;
}

function sizeOf(bytes: Buffer): ReturnType<typeof imageSize> | undefined {
  try {
    const size = imageSize(bytes);
    return size.width > 0 && size.height > 0 ? size : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the file of a kind goes on to the end of the picture. */
const wholes: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  png: (bytes) => bytes.includes('IEND') && bytes.lastIndexOf('IEND') + 8 <= bytes.length,
  jpg: (bytes) => bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0,
  webp: (bytes) => bytes.length >= bytes.readUInt32LE(4) + 8,
  avif: boxesEnd,
};

/** An AVIF file is a row of boxes, each with its length; one of length 0 goes on to the end. */
function boxesEnd(bytes: Buffer): boolean {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at);
    const length = short === 1 && at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    if (length === 0) return true;
    if (length < 8) return false;
    at += length;
  }
  return at === bytes.length;
}
