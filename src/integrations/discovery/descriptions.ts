import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeAddressOf } from '../../domain/address/base-path.ts';
import { agentResources, type Resource } from '../../domain/discovery/agent-resources.ts';
import { feedPath } from '../../domain/discovery/feeds.ts';
import { openSearchOf } from '../../domain/discovery/open-search.ts';
import type { AfterBuild } from '../steps.ts';

const openSearch = 'opensearch.xml';
const wellKnown = '.well-known';

/** Describes the site to programs: how it is searched, and what it has for them. Stands after all steps that write something for them. */
export const descriptions: AfterBuild = ({ site, words, read }, { out }) => {
  if (!site?.url) return;
  const home = homeAddressOf(site.url);
  writeFileSync(join(out, openSearch), openSearchOf(site, home));
  const own: readonly Resource[] = [
    { path: feedPath, type: 'application/atom+xml', title: words.feeds.title(site.title) },
    {
      path: `/${openSearch}`,
      type: 'application/opensearchdescription+xml',
      title: words.feeds.search(site.title),
    },
    { path: '/llms.txt', type: 'text/plain', title: site.title },
    { path: '/llms-full.txt', type: 'text/plain', title: site.title },
    { path: '/graph.json', type: 'application/json', title: site.title },
  ];
  const text = agentResources(
    own.filter(({ path }) => existsSync(join(out, path))),
    {
      home,
      description: site.description || site.promise,
      questions: read().articles.flatMap(({ article }) =>
        article?.kind === 'symptom' && !article.draft ? [article.title] : [],
      ),
    },
  );
  if (text === undefined) return;
  mkdirSync(join(out, wellKnown), { recursive: true });
  writeFileSync(join(out, wellKnown, 'ard.json'), text);
};
