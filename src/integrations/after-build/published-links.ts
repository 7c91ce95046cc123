import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingAddresses, type BuiltPage } from '../../domain/permalinks/built-page.ts';
import { withoutBase } from '../../domain/address/base-path.ts';
import { addressOf } from '../../domain/permalinks/tombstone.ts';
import { tagsIn, valueOf } from '../../html/tags.ts';
import type { AfterBuild } from '../step.ts';

/** Looks for every published address in the built site itself: the check reads the sources, and a layout can lose an id as well. */
export const publishedLinks: AfterBuild = ({ read, path }, { out, logger }) => {
  const { ledger, tombstones } = read();
  if (!ledger) return logger.info('nothing is published yet: there is no permalinks.json');
  const { entries } = ledger;
  const missing = missingAddresses(entries, new Set(tombstones.value.map(addressOf)), pagesOf(out, path));
  if (missing.length > 0)
    throw new Error(
      `The built site lacks published addresses, so links to them would die:\n${missing.map((address) => `  ${address}`).join('\n')}\nNothing was replaced; the last good build is untouched.`,
    );
  logger.info(`${entries.length} published addresses are in place`);
};

function pagesOf(out: string, base: string): (path: string) => BuiltPage | undefined {
  const read = new Map<string, BuiltPage | undefined>();
  return (path) => {
    if (!read.has(path)) {
      const file = join(out, path, 'index.html');
      read.set(path, existsSync(file) ? parseBuiltPage(readFileSync(file, 'utf8'), base) : undefined);
    }
    return read.get(path);
  };
}

/** Reads what matters of the HTML of a built page of a site below `base`: its ids, and where it leads on without a script. */
export function parseBuiltPage(html: string, base = '/'): BuiltPage {
  const tags = tagsIn(html);
  const refresh = tags.find((tag) => valueOf(tag, 'http-equiv')?.toLowerCase() === 'refresh');
  const to = /^\s*\d+\s*;\s*url=([^#?]*)/i.exec((refresh && valueOf(refresh, 'content')) ?? '')?.[1];
  return {
    ids: new Set(tags.flatMap((tag) => valueOf(tag, 'id') ?? [])),
    to: to === undefined ? undefined : withoutBase(to, base),
  };
}
