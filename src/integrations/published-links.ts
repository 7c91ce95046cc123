import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ContentDir } from '../articles/content-dir.ts';
import { readContent } from '../articles/read/content.ts';
import { missingAddresses, parseBuiltPage, type BuiltPage } from '../domain/permalinks/built-page.ts';
import { addressOf } from '../domain/permalinks/tombstone.ts';

/** Looks for every published address in the built site itself: the check reads the sources, and a layout can lose an id as well. */
export function publishedLinks(dir: ContentDir): AstroIntegration {
  return {
    name: 'mendbook:published-links',
    hooks: {
      'astro:build:done': ({ dir: out, logger }) => {
        const { ledger, tombstones } = readContent(dir);
        if (!ledger) return logger.info('nothing is published yet: there is no permalinks.json');
        const { entries } = ledger;
        const missing = missingAddresses(
          entries,
          new Set(tombstones.value.map(addressOf)),
          pagesOf(fileURLToPath(out)),
        );
        if (missing.length > 0)
          throw new Error(
            `The built site lacks published addresses, so links to them would die:\n${missing.map((address) => `  ${address}`).join('\n')}\nNothing was replaced; the last good build is untouched.`,
          );
        logger.info(`${entries.length} published addresses are in place`);
      },
    },
  };
}

function pagesOf(out: string): (path: string) => BuiltPage | undefined {
  const read = new Map<string, BuiltPage | undefined>();
  return (path) => {
    if (!read.has(path)) {
      const file = join(out, path, 'index.html');
      read.set(path, existsSync(file) ? parseBuiltPage(readFileSync(file, 'utf8')) : undefined);
    }
    return read.get(path);
  };
}
