import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { withoutBase } from '../../domain/address/base-path.ts';
import type { Base } from '../steps.ts';

/** The list of pages for search engines, where `site.yaml` names the address of the site. */
export function siteMap({ site, path }: Pick<Base, 'site' | 'path'>): readonly AstroIntegration[] {
  return site?.url
    ? [sitemap({ filter: (page) => isForSearchEngines(withoutBase(new URL(page).pathname, path)) })]
    : [];
}

/** Pages that stand for themselves: no redirects, no answered symptoms, nothing that only leads on. */
function isForSearchEngines(path: string): boolean {
  return /^\/(?:(?:symptoms|causes|fixes|map)\/(?:[^/]+\/)?|browse\/[^/]+\/[^/]+\/|glossary\/|start\/)?$/.test(
    path,
  );
}
