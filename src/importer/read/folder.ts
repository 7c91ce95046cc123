import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compareText } from '../../domain/values/compare.ts';
import type { LeftOut, LeftOutReason, SourceText } from '../model.ts';
import { decodeText } from './decode.ts';

/** No article that a person wrote is as long, in bytes. */
export const longest = 256_000;
/** An export holds many articles. */
const longestExport = 64_000_000;

const readable = /\.(?:md|mdx|markdown|html?|json)$/i;

/** A folder of the old site: its texts in the order of their names, and what is none. */
export interface SourceFolder {
  readonly texts: readonly SourceText[];
  readonly leftOut: readonly LeftOut[];
}

/** Reads every file below a folder. Follows no link out of it; hidden files and folders are not looked at. */
export function readSourceFolder(folder: string): SourceFolder {
  const texts: SourceText[] = [];
  const leftOut: LeftOut[] = [];
  for (const path of filesBelow(folder, leftOut)) {
    const read = readSource(folder, path);
    if ('reason' in read) leftOut.push(read);
    else texts.push(read);
  }
  return { texts, leftOut };
}

function readSource(folder: string, path: string): SourceText | LeftOut {
  const leave = (reason: LeftOutReason, detail: string): LeftOut => ({ path, reason, detail });
  if (!readable.test(path)) return leave('not-an-article', 'no Markdown, HTML or JSON');
  try {
    const full = join(folder, path);
    const { size } = statSync(full);
    const limit = /\.json$/i.test(path) ? longestExport : longest;
    if (size > limit) return leave('too-large', `${size} bytes, more than ${limit}`);
    const bytes = readFileSync(full);
    const decoded = decodeText(bytes);
    if ('reason' in decoded) return leave('not-text', decoded.reason);
    return { path, ...decoded, sha: createHash('sha256').update(bytes).digest('hex').slice(0, 16) };
  } catch (error) {
    return leave('unreadable', error instanceof Error && 'code' in error ? String(error.code) : 'error');
  }
}

function filesBelow(folder: string, leftOut: LeftOut[]): readonly string[] {
  const root = realpathSync(folder);
  const seen = new Set<string>([root]);
  const found: string[] = [];
  const visit = (path: string): void => {
    for (const name of readdirSync(path)) {
      const below = join(path, name);
      const shown = relative(folder, below).split(sep).join('/');
      if (name.startsWith('.') || name === 'node_modules') continue;
      try {
        const real = realpathSync(below);
        if (real !== root && !real.startsWith(root + sep)) {
          leftOut.push({ path: shown, reason: 'outside', detail: 'a link that leads out of the folder' });
          continue;
        }
        const stats = statSync(below);
        if (stats.isFile()) found.push(shown);
        else if (stats.isDirectory() && !seen.has(real)) {
          seen.add(real);
          visit(below);
        }
      } catch {
        leftOut.push({ path: shown, reason: 'unreadable', detail: 'a link that leads nowhere' });
      }
    }
  };
  visit(folder);
  return found.sort(compareText);
}
