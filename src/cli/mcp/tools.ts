import { listOf } from '../../domain/problems/say.ts';
import { search } from '../../domain/search/answer.ts';
import { isFault, unknownId, type Fault } from '../../domain/tools/fault.ts';
import { planAnswer, type PlanAnswer, type PlanRequest } from '../../domain/tools/plan.ts';
import { linkParts, stepAnswer } from '../../domain/tools/step.ts';
import type { PackedTask } from '../../domain/reader/plan-left.ts';
import type { ArticleFacts, SymptomFacts } from '../../domain/twins/article-facts.ts';
import type { ToolSite } from './site.ts';

/** A tool as programs see it; `run` gets arguments that fit `fields`. */
export interface Tool {
  readonly description: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly run: (site: ToolSite, given: Given) => Promise<object | Fault>;
}

/** An argument: what it is, in words, and in which form it comes. */
export interface Field {
  readonly form: 'text' | 'texts' | 'map';
  readonly required: boolean;
  readonly about: string;
}

/** Arguments by name. */
export interface Given {
  readonly [name: string]: string | readonly string[] | Readonly<Record<string, string>> | undefined;
}

const reader: Readonly<Record<string, Field>> = {
  symptom: { form: 'text', required: true, about: 'The id of the symptom; `search` finds it.' },
  answers: {
    form: 'map',
    required: false,
    about:
      'What the reader has answered, as { question: answer } with the ids that `plan` asks for; `not-sure` where they have no answer.',
  },
  device: { form: 'text', required: false, about: 'The id of the device, where the reader has named it.' },
  tried: { form: 'texts', required: false, about: 'The ids of the fixes that were tried and did not help.' },
};

/** What a program can ask of a site. */
export const tools: Readonly<Record<string, Tool>> = {
  search: {
    description:
      'Find symptoms, causes and fixes by what a reader says or sees on the screen, in their own words.',
    fields: { query: { form: 'text', required: true, about: 'The words of the reader.' } },
    run: (site, { query }) => searchFor(site, String(query)),
  },
  get: {
    description: 'All facts of an article: for a fix its steps, for a symptom its causes and plans.',
    fields: {
      id: { form: 'text', required: true, about: 'The id of a symptom, cause or fix, or a link to it.' },
    },
    run: (site, { id }) => articleOf(site, linkParts(String(id))?.id ?? String(id)),
  },
  plan: {
    description:
      'The order in which fixes should be tried for a symptom, by chance and time, harmless ones first, and the question that is worth asking before.',
    fields: reader,
    run: (site, given) => planFor(site, given),
  },
  next_fix: {
    description: 'The fix to try next, with its steps; none where contacting support is quicker.',
    fields: reader,
    run: async (site, given) => {
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
    },
  },
  step: {
    description: 'The step of a fix that a permanent link means, with the steps beside it.',
    fields: {
      permalink: {
        form: 'text',
        required: true,
        about: 'The link, as `/fixes/<id>/#<step>`, with or without the site.',
      },
    },
    run: async (site, { permalink }) => {
      const link = linkParts(String(permalink));
      if (!link)
        return {
          fault: `\`${String(permalink)}\` is no link to a step. One looks like \`/fixes/<id>/#<step>\`.`,
        };
      const facts = await articleOf(site, link.id);
      if (isFault(facts)) return facts;
      return facts.kind === 'fix'
        ? stepAnswer(facts, link.anchor)
        : { fault: `\`${link.id}\` is a ${facts.kind}, and only fixes have steps.` };
    },
  },
};

async function searchFor(site: ToolSite, query: string): Promise<object | Fault> {
  const engine = await site.engine();
  if (!engine) return { fault: 'The site has no search index.' };
  const { results } = await search(engine, { text: query });
  return {
    results: results.map(({ article, excerpt, onScreen }) => ({
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
  const id = String(given['symptom']);
  const facts = await site.facts(id);
  if (facts?.kind !== 'symptom')
    return facts
      ? { fault: `\`${id}\` is a ${facts.kind}, and plans are for symptoms: ${listOf(relatedTo(facts))}.` }
      : unknownId(
          'symptom',
          id,
          site.graph.symptoms.map((one) => one.id),
        );
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

/** The plan as its page works it out, where the page does. */
async function workedOut(
  site: ToolSite,
  facts: SymptomFacts,
  devices: readonly string[],
  request: PlanRequest,
  plan: PlanAnswer,
): Promise<PlanAnswer | Fault> {
  const left: PackedTask | undefined = await site.left(plan.url);
  return left ? planAnswer(facts, devices, request, () => left) : plan;
}

function relatedTo(facts: Exclude<ArticleFacts, SymptomFacts>): readonly string[] {
  return facts.symptoms.map(({ id }) => id);
}
