import { listOf } from '../problems/say.ts';
import type { ArticleFacts, SymptomFacts } from '../twins/article-facts.ts';
import { argumentsOf, type Given } from './arguments.ts';
import { isFault, unknownId, type Fault } from './fault.ts';
import { planAnswer, type PlanAnswer, type PlanRequest } from './plan.ts';
import { linkParts, stepAnswer } from './step.ts';
import { tools, type ToolName } from './tool-list.ts';
import type { ToolSite } from './tool-site.ts';

/** What a call of a tool gives: MCP and WebMCP take it as it is. */
export interface CallResult {
  readonly content: readonly { readonly type: 'text'; readonly text: string }[];
  readonly structuredContent?: Readonly<Record<string, unknown>>;
  readonly isError?: true;
}

/** Calls a tool over a site. Whatever is wrong with the call, or keeps the site from being read, is an answer that says so. */
export async function callTool(
  open: () => ToolSite | Promise<ToolSite>,
  name: string,
  given: unknown,
): Promise<CallResult> {
  const answer = await answerTo(open, name, given);
  return isFault(answer)
    ? { isError: true, content: [{ type: 'text', text: answer.fault }] }
    : {
        content: [{ type: 'text', text: JSON.stringify(answer, null, 1) }],
        structuredContent: JSON.parse(JSON.stringify(answer)) as Record<string, unknown>,
      };
}

async function answerTo(
  open: () => ToolSite | Promise<ToolSite>,
  name: string,
  given: unknown,
): Promise<object | Fault> {
  if (!isTool(name)) return unknownId('tool', name, Object.keys(tools));
  const read = argumentsOf(tools[name], given);
  if (isFault(read)) return read;
  try {
    return await run[name](await open(), read);
  } catch (error) {
    return { fault: `The site could not be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function isTool(name: string): name is ToolName {
  return Object.hasOwn(tools, name);
}

/** What each tool does with arguments that fit its fields. */
const run: Readonly<Record<ToolName, (site: ToolSite, given: Given) => Promise<object | Fault>>> = {
  search: (site, { query }) => searchFor(site, String(query)),
  get: (site, { id }) => articleOf(site, linkParts(String(id))?.id ?? String(id)),
  plan: planFor,
  next_fix: nextFixFor,
  step: (site, { permalink }) => stepFor(site, String(permalink)),
};

async function nextFixFor(site: ToolSite, given: Given): Promise<object | Fault> {
  const plan = await planFor(site, given);
  if (isFault(plan)) return plan;
  const move = plan.plan.find(({ id }) => id === plan.next);
  const facts = move && (await site.facts(move.fix));
  return {
    url: plan.url,
    ask: plan.ask,
    next: move,
    steps: facts?.kind === 'fix' ? facts.steps : [],
    verify: facts?.kind === 'fix' ? facts.verify : undefined,
  };
}

async function stepFor(site: ToolSite, permalink: string): Promise<object | Fault> {
  const link = linkParts(permalink);
  if (!link)
    return { fault: `\`${permalink}\` is no link to a step. One looks like \`/fixes/<id>/#<step>\`.` };
  const facts = await articleOf(site, link.id);
  if (isFault(facts)) return facts;
  return facts.kind === 'fix'
    ? stepAnswer(facts, link.anchor)
    : { fault: `\`${link.id}\` is a ${facts.kind}, and only fixes have steps.` };
}

async function searchFor(site: ToolSite, query: string): Promise<object | Fault> {
  const outcome = await site.search(query);
  if (!outcome) return { fault: 'The site has no search index.' };
  return {
    results: outcome.results.map(({ article, excerpt, onScreen }) => ({
      kind: article.kind,
      id: article.path.split('/')[2],
      title: article.title,
      url: site.graph.url + article.path.slice(1),
      summary: article.summary,
      excerpt,
      onScreen,
    })),
  };
}

async function articleOf(site: ToolSite, id: string): Promise<ArticleFacts | Fault> {
  const { symptoms, causes, fixes } = site.graph;
  return (
    (await site.facts(id)) ??
    unknownId(
      'article',
      id,
      [...symptoms, ...causes, ...fixes].map((one) => one.id),
    )
  );
}

async function planFor(site: ToolSite, given: Given): Promise<PlanAnswer | Fault> {
  const said = String(given['symptom']);
  const id = linkParts(said)?.id ?? said;
  const facts = await site.facts(id);
  if (facts?.kind !== 'symptom')
    return facts
      ? { fault: `\`${id}\` is a ${facts.kind}, and plans are for symptoms: ${listOf(relatedTo(facts))}.` }
      : unknownId(
          'symptom',
          id,
          site.graph.symptoms.map((one) => one.id),
        );
  const unknown = unknownDevice(site, given['device'] as string | undefined);
  if (unknown) return unknown;
  const request: PlanRequest = {
    answers: (given['answers'] ?? {}) as PlanRequest['answers'],
    device: given['device'] as string | undefined,
    tried: (given['tried'] ?? []) as readonly string[],
  };
  const devices = site.graph.devices.map((device) => device.id);
  const plan = planAnswer(facts, devices, request);
  if (isFault(plan) || request.tried.length === 0) return plan;
  return workedOut(site, facts, devices, request, plan);
}

/** A device by another name than its id: the ids of those that are called so, or run on what is called so. */
function unknownDevice({ graph }: ToolSite, said: string | undefined): Fault | undefined {
  if (said === undefined || graph.devices.some(({ id }) => id === said)) return undefined;
  const words = said.trim().toLowerCase();
  const meant = graph.devices.filter(
    ({ id, name, platform }) =>
      id.toLowerCase() === words || platform === words || name.toLowerCase().includes(words),
  );
  return meant.length === 0
    ? undefined
    : { fault: `No device has the id \`${said}\`. Did you mean ${listOf(meant.map(({ id }) => id))}?` };
}

/** The plan as its page works it out, where the page does. */
async function workedOut(
  site: ToolSite,
  facts: SymptomFacts,
  devices: readonly string[],
  request: PlanRequest,
  plan: PlanAnswer,
): Promise<PlanAnswer | Fault> {
  const left = await site.left(plan.url);
  return left ? planAnswer(facts, devices, request, () => left) : plan;
}

function relatedTo(facts: Exclude<ArticleFacts, SymptomFacts>): readonly string[] {
  return facts.symptoms.map(({ id }) => id);
}
