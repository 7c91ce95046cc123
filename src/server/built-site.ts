import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The file in which a build notes what of the output folder is its own. */
export const noteName = '.mendbook.json';

/** What a build notes in its site: the path below which its pages are served, and the names at its top that it wrote. */
export interface Note {
  readonly base: string;
  readonly files: readonly string[];
}

/** What the build of a site noted in it; undefined where there is no such note. */
export function noteIn(folder: string): Note | undefined {
  try {
    const { base, files } = JSON.parse(readFileSync(join(folder, noteName), 'utf8')) as Partial<Note>;
    return typeof base === 'string' && Array.isArray(files) ? { base, files } : undefined;
  } catch {
    return undefined;
  }
}

/** The path below which a built site is to be served, such as `/help/`; `/` where no build has noted another one. */
export function baseOf(folder: string): string {
  return noteIn(folder)?.base ?? '/';
}

/** What to say when a folder (an absolute path) holds no built site; undefined when it does. */
export function missingSite(root: string, folder: string): string | undefined {
  if (existsSync(join(folder, 'index.html'))) return undefined;
  return `There is no built site in \`${relative(root, folder) || folder}\`. Build one with \`npm run build\`.`;
}
