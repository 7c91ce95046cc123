import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knowledgeBaseOf } from '../../articles/check/plans.ts';
import { publishedOf } from '../../articles/drafts/drafts.ts';
import { homeAddressOf } from '../../domain/address/base-path.ts';
import { feedsOf } from '../../domain/discovery/feeds.ts';
import { pageDaysOf } from '../../domain/discovery/page-days.ts';
import type { AfterBuild } from '../step.ts';

/** Writes the feeds of new and changed fixes, of the whole site and for each symptom, where `site.yaml` names the address of the site. */
export const feeds: AfterBuild = ({ site, words, read }, { out }) => {
  const content = read();
  const base = knowledgeBaseOf(publishedOf(content));
  if (!base || !site?.url) return;
  const written = feedsOf(base, {
    home: homeAddressOf(site.url),
    days: pageDaysOf(content.ledger?.entries ?? []),
    words: words.feeds,
  });
  for (const [path, text] of written) writeFileSync(join(out, path), text);
};
