import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files below a folder that is there, as paths in it with forward slashes, in order; links are not followed. */
export function namesBelow(folder: string): readonly string[] {
  const names: string[] = [];
  const visit = (below: string): void => {
    for (const entry of readdirSync(`${folder}/${below}`, { withFileTypes: true }))
      if (entry.isFile()) names.push(below + entry.name);
      else if (entry.isDirectory()) visit(`${below}${entry.name}/`);
  };
  visit('');
  return names.sort();
}

/** The modules below a folder by their names, without their tests. */
export function modulesBelow(folder: string): readonly { readonly name: string; readonly text: string }[] {
  return namesBelow(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}
