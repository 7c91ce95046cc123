import { join } from 'node:path';
import type { Base } from './steps.ts';

/** Where the builds of a knowledge base keep what the next one can use; it may be deleted at any time. */
export function cacheOf({ dir }: Pick<Base, 'dir'>, root: string): string {
  return join(root, '.cache', 'astro', encodeURIComponent(dir.path));
}
