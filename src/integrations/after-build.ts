import type { Pages } from './pages/memory.ts';
import { keepHashes, lastHashes } from './run/kept-hashes.ts';
import { siteIn } from './run/kept-site.ts';
import { siteFilesIn } from './run/site-files.ts';
import { swap } from './run/staging.ts';
import type { Base, Log } from './step.ts';
import { afterBuildSteps } from './steps.ts';

/** Adds to the pages what belongs to them, looks at all of it, keeps it for the next build and brings it to the folder `target`. Throws where something is missing; the last good site stays as it was. */
export async function afterBuild(base: Base, pages: Pages, target: string, logger: Log): Promise<void> {
  const hashes = lastHashes(base);
  const out = siteIn(base);
  const files = siteFilesIn(out, hashes);
  const built = { out, pages, logger, hashes, files };
  for (const step of afterBuildSteps) await step(base, built);
  swap(base, { pages, files: files.names() }, target, logger);
  keepHashes(base, hashes);
}
