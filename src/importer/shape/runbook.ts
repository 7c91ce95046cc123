import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { wordsOf } from '../../markdown/find-anchors.ts';
import { newDraft, type Block, type Draft } from '../model.ts';
import { paragraph } from '../read/mend.ts';
import { causesOf, type FoundCause } from './causes.ts';
import { fixesIn, fixFrom, isThin, type FixContext, type FoundFix } from './fixes.ts';
import { headings, partOf, settle } from './place.ts';
import type { Region } from './regions.ts';
import { describe } from './symptom.ts';
import { conditionsIn, speaksOf, summaryFrom, titleFrom, wordCount, wordsIn } from './words.ts';
import { withCapital } from '../../domain/values/capital.ts';

/** A runbook: its diagnosis is a check, and its conditions are proposed causes; its mitigation is the fix, or one for each condition. */
export function shapeRunbook(
  regions: readonly Region[],
  context: FixContext,
): { readonly causes: readonly FoundCause[]; readonly fixes: readonly FoundFix[] } {
  const { symptom } = context;
  const of = (...roles: readonly string[]) =>
    regions.filter(({ match }) => match && roles.includes(match.role));
  const checks = of('check');
  const named = causesOf(regions, symptom);
  const conditions = checks.flatMap((region) => conditionsIn(diagnosisWords(region)));
  const proposed = conditions
    .filter(({ then }) => wordCount(then) <= 12 && !isOrder(then))
    .slice(0, 6)
    .map(proposedCause);
  const causes =
    named.length > 0 ? named : proposed.map((draft, index) => ({ draft, number: index + 1, depth: 2 }));
  const fixes: FoundFix[] = of('fix', 'workaround').flatMap((region) =>
    mitigation(region, causes, conditions, context),
  );
  for (const region of checks) {
    if (isThin(region)) {
      describe(symptom, [{ ...region, match: undefined }], false);
      continue;
    }
    const blocks = allBlocks(region);
    const draft = fixFrom(blocks, undefined, false, context);
    draft.fields.set('works', 'confirms');
    if (region.heading) settle(draft, undefined, region.heading, 'kept');
    fixes.push({ draft, region });
  }
  const rest = regions.filter(
    ({ match }) => !match || !['fix', 'workaround', 'check', 'cause'].includes(match.role),
  );
  describe(symptom, rest, false);
  return { causes, fixes };
}

/** The fixes of a mitigation: one for each sentence that begins with a condition of the diagnosis, else as in any article. */
function mitigation(
  region: Region,
  causes: readonly FoundCause[],
  conditions: ReturnType<typeof conditionsIn>,
  context: FixContext,
): readonly FoundFix[] {
  const blocks = allBlocks(region).filter(({ nodes, fate }) => nodes.length > 0 && fate !== 'dropped');
  const [only] = blocks;
  const sentences =
    only?.kind === 'paragraph' && blocks.length === 1 ? conditionalSentences(wordsIn(blocks)) : [];
  if (causes.length > 1 && conditions.length > 0 && sentences.length > 1 && only)
    return sentences.map(({ sentence, condition, then }, index) => {
      const node = paragraph(sentence);
      linkAgain(node, only.nodes[0]);
      const part: Block = { ...only, nodes: [node], anchors: [], fate: undefined, why: '' };
      const draft = fixFrom([part], withCapital(then.replace(/,?\s*see\b.*$/i, '')), false, context);
      draft.todos.push({
        kind: 'title',
        field: 'title',
        ask: 'Proposed from the sentence that begins with a condition.',
      });
      const own = causes.find((cause) => speaksOf(condition, cause.draft.title));
      settle(draft, headings.steps, only, 'changed', index === 0 ? 'each condition became a fix' : '');
      if (index === 0 && region.heading) settle(draft, undefined, region.heading, 'kept');
      return { draft, region, forCause: own?.number };
    });
  if (isThin(region) && blocks.length === 0) {
    if (region.heading) settle(context.symptom, undefined, region.heading, 'kept');
    return [];
  }
  return fixesIn(region, context);
}

/** The sentences of a text with their condition and order; none where any sentence has no condition. */
function conditionalSentences(
  text: string,
): readonly { readonly sentence: string; readonly condition: string; readonly then: string }[] {
  const sentences = text.split(/(?<=[.!?])\s+/).filter(Boolean);
  const found = sentences.flatMap((sentence) =>
    conditionsIn(sentence)
      .slice(0, 1)
      .map((one) => ({ ...one, sentence })),
  );
  return found.length === sentences.length ? found : [];
}

/** Makes links of the words that were links in the paragraph a sentence was taken from. */
function linkAgain(sentence: Paragraph, from: RootContent | undefined): void {
  const links = from?.type === 'paragraph' ? from.children.filter(({ type }) => type === 'link') : [];
  for (const link of links) {
    const words = wordsOf(link);
    const at = sentence.children.findIndex((child) => child.type === 'text' && child.value.includes(words));
    const text = sentence.children[at];
    if (words === '' || text?.type !== 'text') continue;
    const [before = '', ...after] = text.value.split(words);
    const parts: PhrasingContent[] = [
      { type: 'text', value: before },
      { ...link },
      { type: 'text', value: after.join(words) },
    ];
    sentence.children.splice(at, 1, ...parts);
  }
}

function proposedCause({ condition, then }: { readonly condition: string; readonly then: string }): Draft {
  const draft = newDraft('cause', 'cause');
  draft.title = titleFrom(then);
  draft.summary = summaryFrom(`It is this when ${condition}.`);
  partOf(draft, headings.cause).nodes.push(paragraph(`${withCapital(then)}. It is this when ${condition}.`));
  return draft;
}

/** "If it fails, restart it" tells what to do, "if it is zero, the outlet is shut" tells why. */
function isOrder(text: string): boolean {
  return /^(?:please |you |then )?(?:see|check|run|restart|use|try|go|look|open|close|increase|decrease|add|remove|delete|verify|contact|follow|ensure|make|consider|continue|proceed|get|set|do|find|scale|update|upgrade|investigate|refer|wait|review|examine|inspect|apply|execute|you|we|it is recommended|need|should|must|can)\b/i.test(
    text,
  );
}

/** A diagnosis with a full stop behind each entry of its lists. */
function diagnosisWords(region: Region): string {
  return allBlocks(region)
    .map((block) => wordsIn([block]))
    .join('. ')
    .replace(/([^.;:!?])\s+(?=If\s)/g, '$1. ');
}

function allBlocks(region: Region): readonly Block[] {
  return [...region.lead, ...region.subs.flatMap((sub) => [sub.heading, ...sub.blocks])];
}
