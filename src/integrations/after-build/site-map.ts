import sitemap from '@astrojs/sitemap';
import type { AstroIntegrationLogger, HookParameters } from 'astro';
import { pathToFileURL } from 'node:url';
import { knowledgeBaseOf } from '../../articles/check/plans.ts';
import type { Content } from '../../articles/content.ts';
import { publishedOf } from '../../articles/drafts/drafts.ts';
import { homeAddressOf, withoutBase } from '../../domain/address/base-path.ts';
import { lastChangeOf, pageDaysOf } from '../../domain/discovery/page-days.ts';
import type { AfterBuild } from '../step.ts';

/** The list of pages for search engines, where `site.yaml` names the address of the site. */
export const siteMap: AfterBuild = async ({ site, path, read }, { out, logger, pages }) => {
  if (!site?.url) return;
  const changed = changesIn(read());
  const { hooks } = sitemap({
    filter: (page) => isForSearchEngines(withoutBase(new URL(page).pathname, path)),
    serialize: (item) => {
      const lastmod = changed(withoutBase(new URL(item.url).pathname, path));
      return lastmod === undefined ? item : { ...item, lastmod };
    },
  });
  // Pages are written by ourselves, so that the integration hears of them, and of what it needs of the configuration, from here.
  const config = { site: homeAddressOf(site.url), base: path, trailingSlash: 'always' };
  hooks['astro:routes:resolved']?.({ routes: [] } as unknown as HookParameters<'astro:routes:resolved'>);
  await hooks['astro:config:done']?.({ config } as unknown as HookParameters<'astro:config:done'>);
  await hooks['astro:build:done']?.({
    dir: pathToFileURL(`${out}/`),
    pages: pages.addresses.map((address) => ({ pathname: address.slice(1) })),
    assets: new Map(),
    logger: logger as AstroIntegrationLogger,
  });
};

/** Path of a page → the day on which it was last another one. */
function changesIn(content: Content): (path: string) => string | undefined {
  const base = knowledgeBaseOf(publishedOf(content));
  const pages = content.pages.flatMap(({ article }) => article ?? []);
  return base ? lastChangeOf(base, pageDaysOf(content.ledger?.entries ?? []), pages) : () => undefined;
}

/** Pages that stand for themselves: no redirects, no answered symptoms, nothing that only leads on. */
export function isForSearchEngines(path: string): boolean {
  return /^\/(?:(?:symptoms|causes|fixes|map)\/(?:[^/]+\/)?|pages\/[^/]+\/|browse\/[^/]+\/[^/]+\/|glossary\/|start\/)?$/.test(
    path,
  );
}
