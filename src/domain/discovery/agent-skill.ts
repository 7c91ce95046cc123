import { kebabCase } from '../knowledge/paths.ts';
import type { Site } from '../knowledge/site.ts';

/** What tells an agent how the site is used: a skill (agentskills.io), which is a text in Markdown. */
export interface AgentSkill {
  readonly name: string;
  readonly description: string;
  /** Its path from the root of the site. */
  readonly path: string;
  readonly text: string;
}

export interface AgentSkillOptions {
  /** Address of the site's home, with a slash at its end. */
  readonly home: string;
  /** Which files for programs the site has. */
  readonly has: { readonly markdown: boolean; readonly facts: boolean };
}

/** The media type of a skill in lists of what a site has for agents. */
export const skillType = 'text/markdown; profile="urn:air:agent-skills"';

/** Signs that the format allows in the name and the description of a skill. */
const [longestName, longestDescription] = [64, 1024];

/** The skill of a site: how an agent finds the symptom of a reader, follows its plan, and hands on the steps of a fix. Its sentences are English, its titles the site's own. */
export function agentSkillOf(site: Site, { home, has }: AgentSkillOptions): AgentSkill {
  const name = nameFor(site.title);
  const about = [site.description || site.promise, 'Use it when somebody describes such a problem.'];
  const description = clipped(
    `Troubleshooting with “${oneLine(site.title)}”. ${about.map(oneLine).filter(Boolean).join(' ')}`,
  );
  const text = `---
name: ${name}
description: ${JSON.stringify(description)}
---

# ${oneLine(site.title)}

The knowledge base at ${home} leads from what a person sees to the fix that works. Its texts are in the language \`${site.language}\`. Everything is in plain files; no key and no account is needed.

${(has.facts ? stepsWithFacts(home) : stepsWithoutFacts(home, has.markdown)).map((step, at) => `${at + 1}. ${step}`).join('\n')}

Quote the page and the step that you go by, with their permanent links, and do not promise more than they say.
`;
  return { name, description, path: `/.well-known/agent-skills/${name}/SKILL.md`, text };
}

function stepsWithFacts(home: string): readonly string[] {
  return [
    `Find the symptom: \`${home}graph.json\` lists all symptoms with their titles, summaries and devices. What the person reads on the screen stands in \`says\` and \`codes\` of \`${home}symptoms/<id>.json\`.`,
    `Read \`${home}symptoms/<id>.json\`. \`plans\` are in the order in which moves should be tried; take the one whose \`devices\` name the device of the person, else the first one.`,
    'Where a plan has `ask`, put its question to the person first: each answer has the address of the plan that it leads to, and `unsure` is for those who have no answer.',
    `Give one move at a time, \`start\` before \`then\`, with the steps of \`${home}fixes/<fix>.json\` word for word. Say what it \`loses\` before they begin, and let them test as \`verify\` says before you go on.`,
    'When `start` and `then` are done, contacting support is quicker than what is in `lessLikely`; `lastResort` comes after everything else.',
    'A browser that lets pages offer tools (WebMCP) has `search`, `plan`, `next_fix`, `get` and `step` on every page; they do the same.',
  ];
}

function stepsWithoutFacts(home: string, hasTwins: boolean): readonly string[] {
  return [
    `Find the symptom in \`${home}llms.txt\`, which lists every page with its summary.`,
    hasTwins
      ? `Read its page as Markdown (\`${home}symptoms/<id>.md\`): its plan is in the order in which fixes should be tried.`
      : 'Read its page: its plan is in the order in which fixes should be tried.',
    'Put the question above the plan to the person first, and follow the link of their answer.',
    'Give one fix at a time, word for word, say what it loses before they begin, and let them test before you go on.',
    'Below the stop line of the plan, contacting support is quicker than going on.',
  ];
}

function nameFor(title: string): string {
  const own = /[a-z0-9]/i.test(title.normalize('NFKD')) ? kebabCase(title) : 'problems';
  return `fix-${own}`.slice(0, longestName).replace(/-+$/, '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function clipped(text: string): string {
  const signs = [...text];
  return signs.length <= longestDescription ? text : `${signs.slice(0, longestDescription - 1).join('')}…`;
}
