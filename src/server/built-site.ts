import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What to say when a folder (an absolute path) holds no built site; undefined when it does. */
export function missingSite(root: string, folder: string): string | undefined {
  if (existsSync(join(folder, 'index.html'))) return undefined;
  return `There is no built site in \`${relative(root, folder) || folder}\`. Build one with \`npm run build\`.`;
}
