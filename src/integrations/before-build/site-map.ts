import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import type { Base } from '../steps.ts';

/** The list of pages for search engines, where `site.yaml` names the address of the site. */
export function siteMap({ site }: Pick<Base, 'site'>): readonly AstroIntegration[] {
  return site?.url ? [sitemap({ filter: isForSearchEngines })] : [];
}

/** Pages that stand for themselves: no redirects, no answered symptoms, nothing that only leads on. */
function isForSearchEngines(page: string): boolean {
  return /^\/(?:(?:symptoms|causes|fixes)\/(?:[^/]+\/)?|glossary\/|map\/|start\/)?$/.test(
    new URL(page).pathname,
  );
}
