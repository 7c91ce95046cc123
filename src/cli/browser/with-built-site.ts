import { relative } from 'node:path';
import { calledFrom, contentDirOf } from '../../articles/content-dir.ts';
import { missingSite } from '../../server/built-site.ts';
import { startServer } from '../../server/static-server.ts';
import { thisComputer } from './bring-browser.ts';
import { otherOwnerOf } from '../builds/stamp.ts';
import type { Outcome } from '../command.ts';
import { findBrowser, type FoundBrowser } from './find-browser.ts';
import { siteFolder } from '../builds/site-folder.ts';

/** A built site that is served, and a browser to look at it with. */
export interface BuiltSite {
  /** Absolute path of its folder. */
  readonly dir: string;
  /** Address of its root, with a slash at the end. */
  readonly url: string;
  readonly browser: FoundBrowser;
}

/** Serves the site in `dir`, or in the folder that `siteFolder` finds, for as long as `use` takes. Fails with a sentence when there is no site or no browser. */
export async function withBuiltSite(
  root: string,
  dir: string | undefined,
  use: (site: BuiltSite) => Promise<Outcome>,
): Promise<Outcome> {
  const folder = siteFolder(root, dir);
  const missing = missingSite(root, folder);
  if (missing) return { code: 1, error: missing };
  const own = contentDirOf(root);
  const other = otherOwnerOf(root, own, folder);
  if (other !== undefined)
    return {
      code: 1,
      error: `The site in \`${relative(root, folder) || folder}\` is that of \`${calledFrom({ path: other, name: '' })}\`, not that of \`${calledFrom(own)}\`. Build this one with \`npm run build\`.`,
    };
  // Lines about the browser are no result: they must not stand among what a program reads.
  const browser = await findBrowser(thisComputer(root, (line) => process.stderr.write(`${line}\n`)));
  if ('error' in browser) return { code: 1, error: browser.error };
  const server = await startServer({ dir: folder, port: 0, host: '127.0.0.1' });
  try {
    return await use({ dir: folder, url: server.url, browser });
  } finally {
    await server.close();
  }
}
