import { join } from 'node:path';
import { filesBelow } from './files-below.ts';

/** What a site is made of beside its content: everything in these places decides how it looks. */
const places = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** The paths of all files of the generator in the folder `project`, in a fixed order. */
export function generatorFiles(project: string): readonly string[] {
  return places.flatMap((name) => filesBelow(join(project, name)));
}
