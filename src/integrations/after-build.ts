import { cards } from './after-build/cards.ts';
import { indexForPrograms } from './after-build/index-for-programs.ts';
import { namedFiles } from './after-build/named-files.ts';
import { publishedLinks } from './after-build/published-links.ts';
import { searchIndex } from './after-build/search-index.ts';
import { siteMap } from './after-build/site-map.ts';
import { descriptions } from './discovery/descriptions.ts';
import { feeds } from './discovery/feeds.ts';
import { appIcons } from './offline/app-icons.ts';
import { listFiles } from './offline/list-files.ts';
import { saveOffline } from './offline/save-offline.ts';
import type { Pages } from './pages/memory.ts';
import { keepHashes, lastHashes } from './run/kept-hashes.ts';
import { siteIn } from './run/kept-site.ts';
import { swap } from './run/staging.ts';
import type { AfterBuild, Base, Log } from './steps.ts';

/** What is done when all pages are written, in this order, whether Astro has just compiled the site or an earlier build has. */
const steps: readonly AfterBuild[] = [
  siteMap,
  publishedLinks,
  searchIndex,
  indexForPrograms,
  namedFiles,
  appIcons,
  feeds,
  descriptions,
  cards,
  saveOffline,
  listFiles,
];

/** Adds to the pages what belongs to them, looks at all of it, keeps it for the next build and brings it to the folder `target`. Throws where something is missing; the last good site stays as it was. */
export async function afterBuild(base: Base, pages: Pages, target: string, logger: Log): Promise<void> {
  const hashes = lastHashes(base);
  const built = { out: siteIn(base), pages, logger, hashes };
  for (const step of steps) await step(base, built);
  swap(base, pages, target, logger);
  keepHashes(base, hashes);
}
