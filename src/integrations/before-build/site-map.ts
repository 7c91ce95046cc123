import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { textsOf, type Content } from '../../articles/content.ts';
import { withoutBase } from '../../domain/address/base-path.ts';
import { pathOf } from '../../domain/knowledge/paths.ts';
import type { Base } from '../steps.ts';

/** The list of pages for search engines, where `site.yaml` names the address of the site. */
export function siteMap({
  site,
  path,
  read,
}: Pick<Base, 'site' | 'path' | 'read'>): readonly AstroIntegration[] {
  if (!site?.url) return [];
  const isListed = (page: string): boolean => isForSearchEngines(page) && !isFormer(page, read());
  return [sitemap({ filter: (page) => isListed(withoutBase(new URL(page).pathname, path)) })];
}

/** The address that an article or page had: it only leads on. */
function isFormer(path: string, content: Content): boolean {
  return textsOf(content).some(({ kind, article }) =>
    article?.was.some((id) => pathOf({ kind, id }) === path),
  );
}

/** Pages that stand for themselves: no redirects, no answered symptoms, nothing that only leads on. */
function isForSearchEngines(path: string): boolean {
  return /^\/(?:(?:symptoms|causes|fixes|map)\/(?:[^/]+\/)?|browse\/[^/]+\/[^/]+\/|pages\/[^/]+\/|glossary\/|start\/)?$/.test(
    path,
  );
}
