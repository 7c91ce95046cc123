import sitemap from '@astrojs/sitemap';
import type { AstroIntegrationLogger, HookParameters } from 'astro';
import { pathToFileURL } from 'node:url';
import { homeAddressOf, withoutBase } from '../../domain/address/base-path.ts';
import type { AfterBuild } from '../steps.ts';

/** The list of pages for search engines, where `site.yaml` names the address of the site. */
export const siteMap: AfterBuild = async ({ site, path }, { out, logger, pages }) => {
  if (!site?.url) return;
  const { hooks } = sitemap({
    filter: (page) => isForSearchEngines(withoutBase(new URL(page).pathname, path)),
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

/** Pages that stand for themselves: no redirects, no answered symptoms, nothing that only leads on. */
export function isForSearchEngines(path: string): boolean {
  return /^\/(?:(?:symptoms|causes|fixes|map)\/(?:[^/]+\/)?|pages\/[^/]+\/|browse\/[^/]+\/[^/]+\/|glossary\/|start\/)?$/.test(
    path,
  );
}
