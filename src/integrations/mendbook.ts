import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nameRedirects } from './after-build/name-redirects.ts';
import { namedFiles } from './after-build/named-files.ts';
import { publishedLinks } from './after-build/published-links.ts';
import { searchIndex } from './after-build/search-index.ts';
import { tightPages } from './after-build/tight-pages.ts';
import { tightSheets } from './after-build/tight-sheets.ts';
import { baseAt } from './base.ts';
import { contentCheck } from './before-build/content-check.ts';
import { lastIndex } from './before-build/last-index.ts';
import { liveContent } from './before-build/live-content.ts';
import { layerOrder } from './before-build/layer-order.ts';
import { siteConfig } from './before-build/site-config.ts';
import { siteMap } from './before-build/site-map.ts';
import { siteStyle } from './before-build/site-style.ts';
import { buildCacheOf, contentDirOf } from '../articles/content-dir.ts';
import { appIcons } from './offline/app-icons.ts';
import { listFiles } from './offline/list-files.ts';
import { noWorkerInDev } from './offline/no-worker-in-dev.ts';
import { saveOffline } from './offline/save-offline.ts';
import { planCache } from './plan-cache.ts';
import { openRunFolder } from './run/run-folder.ts';
import { staging } from './run/staging.ts';
import type { AfterBuild, BeforeBuild } from './steps.ts';

const name = 'mendbook';

/** Astro's root folder: that of the run, so that runs at the same time have nothing in common; the project itself where only types are made. */
export function rootOf(project: string, command = process.argv[2]): string {
  return command === 'sync' || command === 'check'
    ? project
    : openRunFolder(project, contentDirOf(project)).root;
}

/** Makes a site out of the knowledge base that `KB_CONTENT` names. The two lists are the order of the build, together with what Astro does between them. */
export function mendbook(root: string): AstroIntegration[] {
  const base = baseAt(root);
  const { stage, swap } = staging();
  const beforeBuild: readonly BeforeBuild[] = [
    siteConfig,
    layerOrder,
    siteStyle,
    contentCheck,
    liveContent,
    lastIndex,
    noWorkerInDev,
    stage,
  ];
  const afterBuild: readonly AfterBuild[] = [
    tightSheets,
    nameRedirects,
    publishedLinks,
    searchIndex,
    namedFiles,
    appIcons,
    saveOffline,
    listFiles,
    swap,
  ];
  let plans: ReturnType<typeof planCache> | undefined;
  return [
    mdx(),
    ...siteMap(base),
    {
      name,
      hooks: {
        'astro:config:setup': async (astro) => {
          if (astro.command === 'build') plans = planCache(join(buildCacheOf(root, base.dir), 'plans.json'));
          for (const step of beforeBuild) await step(base, astro);
        },
        'astro:config:done': ({ config }) => {
          if (config.integrations.at(-1)?.name !== name)
            throw new Error(
              '`mendbook()` must be the last of the integrations in astro.config.mjs, because its end is the end of the build. Move it there.',
            );
        },
        'astro:build:start': (astro) => tightPages(base, astro),
        'astro:build:done': async ({ dir, logger }) => {
          for (const step of afterBuild) await step(base, { out: fileURLToPath(dir), logger });
          plans?.keep();
        },
      },
    },
  ];
}
