import { newDraft, type Draft, type SourceDocument } from '../model.ts';
import { paragraph } from '../read/mend.ts';
import { wordsOf } from '../../markdown/find-anchors.ts';
import type { FoundCause } from './causes.ts';
import { waysIn } from './families.ts';
import { fixFrom, type FixContext, type FoundFix } from './fixes.ts';
import { causesOf } from './causes.ts';
import { headings, partOf, settle } from './place.ts';
import type { Region } from './regions.ts';
import { describe } from './symptom.ts';
import { summaryFrom, titleFrom } from './words.ts';
import { walk } from '../walk.ts';
import { withCapital } from '../../domain/values/capital.ts';

/** A blog article: each heading that tells what to try is a fix, bold words of its prose are proposed causes, the rest is the symptom. */
export function shapeBlog(
  source: SourceDocument,
  regions: readonly Region[],
  context: FixContext,
): { readonly causes: readonly FoundCause[]; readonly fixes: readonly FoundFix[] } {
  const { symptom } = context;
  const ways = waysIn(regions);
  const fixes = ways.map((way): FoundFix => {
    const draft = fixFrom(way.blocks, withCapital(way.title), false, context);
    settle(draft, undefined, way.heading, 'kept');
    return {
      draft,
      region: regions.find(({ subs, heading }) => subs.includes(way) || heading === way.heading) as Region,
    };
  });
  const taken = new Set(ways.flatMap(({ heading, blocks }) => [heading, ...blocks]));
  const rest = regions.map((region) => ({
    ...region,
    match: undefined,
    lead: region.lead.filter((block) => !taken.has(block)),
    subs: region.subs.filter(({ heading }) => !taken.has(heading)),
    heading: region.heading && !taken.has(region.heading) ? region.heading : undefined,
  }));
  const named = causesOf(
    regions.filter(({ match }) => match?.role === 'cause'),
    symptom,
  );
  const causes = named.length > 0 ? named : causesInProse(rest);
  const told = rest.filter(
    ({ lead, heading, subs }) =>
      (lead.length > 0 || heading || subs.length > 0) &&
      !named.some(({ region }) => region?.heading === heading && heading),
  );
  describe(symptom, told, false);
  tameTitle(symptom, source);
  return { causes, fixes };
}

/** Sentences of the prose above the fixes with words in bold that are no way through menus. The words stay where they are. */
function causesInProse(regions: readonly Region[]): readonly FoundCause[] {
  const found: Draft[] = [];
  for (const { lead } of regions)
    for (const block of lead)
      for (const node of block.nodes) {
        if (node.type !== 'paragraph') continue;
        const words = wordsOf(node);
        walk(node, (child) => {
          if (child.type !== 'strong' || found.length >= 6) return;
          const bold = wordsOf(child);
          if (/[>›]/.test(bold) || /:$/.test(bold) || bold.length > 60) return;
          const sentence = words.split(/(?<=[.!?])\s+/).find((one) => one.includes(bold)) ?? words;
          const clause =
            sentence.split(/\s*[,;]\s+(?:or\s+|and\s+|they\s+)?/).find((one) => one.includes(bold)) ??
            sentence;
          const draft = newDraft('cause', 'cause');
          draft.title = titleFrom(clause.replace(/\.$/, ''));
          draft.summary = summaryFrom(sentence);
          partOf(draft, headings.cause).nodes.push(paragraph(sentence));
          found.push(draft);
        });
      }
  return found.map((draft, index) => ({ draft, number: index + 1, depth: 2 }));
}

/** "7 Amazing Ways to Fix a Silent Doorbell in 2024" names a silent doorbell. */
function tameTitle(symptom: Draft, { title }: SourceDocument): void {
  const plain = title
    .replace(
      /^(?:(?:top\s+)?\d+\s+)?(?:(?:amazing|best|easy|simple|quick|proven|effective)\s+)*(?:ways?|methods?|tips|fixes|solutions|steps)?\s*(?:to|for|on)?\s*(?:how to\s+)?/i,
      '',
    )
    .replace(
      /^(?:how to\s+)?(?:address|fix|repair|solve|resolve|troubleshoot)(?:\s+(?:and|&)\s+(?:address|fix|repair|solve|resolve|troubleshoot))?\s+(?:an?\s+|the\s+|your\s+)?/i,
      '',
    )
    .replace(/\s+in 20\d\d\b/i, '')
    .trim();
  if (plain.length >= 8) symptom.title = withCapital(plain);
  if (!symptom.todos.some(({ kind }) => kind === 'title'))
    symptom.todos.push({
      kind: 'title',
      field: 'title',
      ask: `The old title was “${title}”. What does the reader see?`,
    });
}
