import { appIcons } from './offline/app-icons.ts';
import { cards } from './after-build/cards.ts';
import { contentCheck } from './before-build/content-check.ts';
import { descriptions } from './discovery/descriptions.ts';
import { feeds } from './discovery/feeds.ts';
import { headersAndHashes } from './after-build/headers-and-hashes.ts';
import { indexForPrograms } from './after-build/index-for-programs.ts';
import { lastIndex } from './before-build/last-index.ts';
import { layerOrder } from './before-build/layer-order.ts';
import { liveContent } from './live/live-content.ts';
import { namedFiles } from './after-build/named-files.ts';
import { noWorkerInDev } from './offline/no-worker-in-dev.ts';
import { publishedLinks } from './after-build/published-links.ts';
import { saveOffline } from './offline/save-offline.ts';
import { screenshots } from './before-build/screenshots.ts';
import { searchIndex } from './after-build/search-index.ts';
import { siteConfig } from './before-build/site-config.ts';
import { siteMap } from './after-build/site-map.ts';
import { siteStyle } from './before-build/site-style.ts';
import { stage } from './run/staging.ts';
import type { AfterBuild, BeforeBuild } from './step.ts';

/** What is done before Astro does anything, in this order. */
export const beforeBuildSteps: readonly BeforeBuild[] = [
  siteConfig,
  // Whoever comes later stands before: nothing stands before the order of the layers.
  siteStyle,
  layerOrder,
  screenshots,
  contentCheck,
  liveContent,
  lastIndex,
  noWorkerInDev,
  stage,
];

/** What is done when all pages are written, in this order, whether Astro has just compiled the site or an earlier build has. */
export const afterBuildSteps: readonly AfterBuild[] = [
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
  headersAndHashes,
];
