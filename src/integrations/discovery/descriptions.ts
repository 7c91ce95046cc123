import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { homeAddressOf } from '../../domain/address/base-path.ts';
import { agentResources } from '../../domain/discovery/agent-resources.ts';
import { agentSkillOf, skillType } from '../../domain/discovery/agent-skill.ts';
import { openSearchOf } from '../../domain/discovery/open-search.ts';
import type { AfterBuild } from '../step.ts';

const openSearch = 'opensearch.xml';
const wellKnown = '.well-known';

/** Describes the site to programs: how it is searched, and how an agent uses it. */
export const descriptions: AfterBuild = ({ site, read, shared }, { out }) => {
  if (!site?.url) return;
  const { machines } = shared.built();
  const home = homeAddressOf(site.url);
  writeFileSync(join(out, openSearch), openSearchOf(site, home));
  const skill = agentSkillOf(site, {
    home,
    has: { markdown: machines.markdown, facts: machines.json },
  });
  mkdirSync(dirname(join(out, skill.path)), { recursive: true });
  writeFileSync(join(out, skill.path), skill.text);
  const text = agentResources(
    [{ path: skill.path, type: skillType, title: site.title, description: skill.description }],
    {
      home,
      questions: read().articles.flatMap(({ article }) =>
        article?.kind === 'symptom' && !article.draft ? [article.title] : [],
      ),
    },
  );
  if (text === undefined) return;
  writeFileSync(join(out, wellKnown, 'ard.json'), text);
};
