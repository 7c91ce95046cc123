import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterBuild } from '../steps.ts';

/** Gives the list of redirects the name that hosts look for; Astro takes no page whose name begins with `_`. */
export const nameRedirects: AfterBuild = (_, { out }) =>
  rename(join(out, 'redirects.txt'), join(out, '_redirects'));
