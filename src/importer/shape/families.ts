import type { Family, SourceDocument } from '../model.ts';
import type { Role } from './headings.ts';
import type { Region, Sub } from './regions.ts';
import { wordCount, wordsIn } from './words.ts';

/** What kind of text a source is, and why; `none` is left out. */
export interface FoundFamily {
  readonly family: Family;
  readonly why: string;
  readonly reason?: 'empty' | 'fragment' | 'no-structure' | 'no-fix' | undefined;
}

/** Tells the family of a source from the roles of its headings. */
export function familyOf(source: SourceDocument, regions: readonly Region[]): FoundFamily {
  const solid = source.blocks.filter(({ nodes, fate }) => fate !== 'dropped' && nodes.length > 0);
  if (solid.length === 0)
    return { family: 'none', why: 'nothing is left of it without its frame', reason: 'empty' };
  if (/(?:^|\/)_?includes?\//.test(source.path))
    return { family: 'none', why: 'a text that others include', reason: 'fragment' };
  const titles = (...wanted: readonly Role[]): string =>
    regions
      .filter(({ match }) => match && wanted.includes(match.role))
      .map(({ title }) => title)
      .slice(0, 4)
      .join(', ');
  const has = (...wanted: readonly Role[]): boolean => titles(...wanted) !== '';
  if (has('check') && !has('cause') && has('fix', 'workaround', 'symptom', 'impact'))
    return { family: 'runbook', why: `headings ${titles('symptom', 'impact', 'check', 'fix')}` };
  if (has('fix', 'workaround'))
    return { family: 'article', why: `headings ${titles('symptom', 'cause', 'fix', 'workaround')}` };
  if (has('impact') && has('symptom') && has('check'))
    return { family: 'runbook', why: `headings ${titles('symptom', 'impact', 'check')}` };
  const blog = waysIn(regions);
  if (blog.length >= 2 && speaksOfTrouble(source))
    return { family: 'blog', why: `${blog.length} headings that tell what to try` };
  if (has('symptom', 'cause'))
    return {
      family: 'none',
      why: `headings ${titles('symptom', 'cause')}, but no section that helps`,
      reason: 'no-fix',
    };
  return { family: 'none', why: 'no heading of a symptom, a cause or a fix', reason: 'no-structure' };
}

/** The headings of a blog article that tell what to try: the largest group below one heading, else those that read like an order. */
export function waysIn(regions: readonly Region[]): readonly Sub[] {
  const groups = regions.map(({ subs }) =>
    subs.filter(({ title, blocks }) => isWay(title) && wordCount(wordsIn(blocks)) > 4),
  );
  const largest = groups.reduce((best, group) => (group.length > best.length ? group : best), []);
  if (largest.length >= 2) return largest;
  return regions
    .filter(
      ({ title, heading, match, lead, depth }) =>
        heading && !match && depth > 1 && isOrder(title) && wordCount(wordsIn(lead)) > 4,
    )
    .map(({ heading, title, depth, lead, subs }) => ({
      heading: heading as Sub['heading'],
      title,
      depth,
      tab: false,
      blocks: [...lead, ...subs.flatMap((sub) => [sub.heading, ...sub.blocks])],
    }));
}

function isWay(title: string): boolean {
  return (
    title !== '' &&
    !/^(?:what|why|who|when|where|conclusion|summary|faq|introduction|overview|final|wrap)/i.test(title)
  );
}

function isOrder(title: string): boolean {
  return (
    /^(?:\d+[.)]\s*|(?:method|option|way|step|fix|solution|tip)\s*#?\d+\s*[:.–-]?\s*)/i.test(title) ||
    /^(?:turn|check|restart|reset|update|try|use|make sure|disable|enable|clear|change|remove|reinstall|force|sign|log|switch|delete|swap|free|close|reboot|contact|unplug|replace|verify|toggle|is|are|do|does|have|did|should)\b/i.test(
      title,
    )
  );
}

const trouble =
  /\b(?:fix(?:es|ing)?|solv(?:e|ing)|repair|troubleshoot\w*|undelivered|not working|won['’]t|doesn['’]t|can['’]t|cannot|isn['’]t|fails?|failing|failed|error|stuck|broken|slow|missing|crash\w*|silent|problem|issue|not (?:\w+ing|\w+ed))\b/i;

function speaksOfTrouble({ title, name, fields }: SourceDocument): boolean {
  return trouble.test([title, name.replace(/[-_]/g, ' '), String(fields['description'] ?? '')].join(' '));
}
