import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knowledgeBaseOf } from '../../articles/check/plans.ts';
import type { Content } from '../../articles/content.ts';
import { publishedOf } from '../../articles/drafts/drafts.ts';
import { homeAddressOf } from '../../domain/address/base-path.ts';
import { lastChangeOf, pageDaysOf } from '../../domain/discovery/page-days.ts';
import { siteMapsOf } from '../../domain/discovery/site-map.ts';
import type { AfterBuild } from '../step.ts';

/** The list of pages for search engines, where `site.yaml` names the address of the site. */
export const siteMap: AfterBuild = ({ site, read }, { out, pages }) => {
  if (!site?.url) return;
  const home = homeAddressOf(site.url);
  const changed = changesIn(read());
  const mapped = pages.addresses
    .filter(isForSearchEngines)
    .map((path) => ({ url: new URL(path.slice(1), home).href, changed: changed(path) }));
  for (const [file, text] of siteMapsOf(mapped, home)) writeFileSync(join(out, file), text);
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
