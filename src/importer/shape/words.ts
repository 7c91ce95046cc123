import type { Nodes } from 'mdast';
import { wordsOf } from '../../markdown/find-anchors.ts';
import { walk } from '../walk.ts';
import { slugOf } from '../../domain/values/slug.ts';
import type { Block } from '../model.ts';
import { withCapital } from '../../domain/values/capital.ts';

const longestTitle = 70;

/** The first sentence of a text, without its period. */
export function firstSentence(text: string): string {
  const [first = ''] = /^.+?[.!?。](?=\s|$)/su.exec(text.trim()) ?? [text.trim()];
  return first.replace(/[.。:]\s*$/u, '').trim();
}

/** A proposal for a title: what fits of a sentence, cut at a comma or a word. */
export function titleFrom(text: string): string {
  const sentence = firstSentence(text.replace(/\s+/g, ' ')).replace(/[:;,]$/, '');
  if (sentence.length <= longestTitle) return withCapital(sentence);
  const clause = /^.{20,70}?(?=[,;:]\s| \()/u.exec(sentence)?.[0];
  if (clause) return withCapital(clause);
  const cut = sentence.slice(0, longestTitle);
  return withCapital(cut.slice(0, Math.max(cut.lastIndexOf(' '), 30)).trim());
}

/** A summary of at most 160 characters: whole sentences as long as they fit. */
export function summaryFrom(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= 160) return plain;
  const [sentences] = /^.{40,159}[.!?](?=\s)/u.exec(plain) ?? [];
  return sentences ?? `${plain.slice(0, 150).replace(/\s+\S*$/, '')} …`;
}

/** The words of blocks, one after the other; comments apart. */
export function wordsIn(blocks: readonly Block[]): string {
  return blocks
    .flatMap(({ nodes }) =>
      nodes
        .filter(({ type }) => type !== 'html' && type !== 'code' && type !== 'table')
        .map((node) => wordsOf(node)),
    )
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** How many words a text has. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** The texts in bold, as code or in quotes within nodes, in order: what a screen says. */
export function saidIn(nodes: readonly Nodes[], bold: boolean): readonly string[] {
  const found: string[] = [];
  for (const top of nodes)
    walk(top, (node) => {
      if (node.type === 'inlineCode' || (bold && node.type === 'strong')) found.push(wordsOf(node));
      if (node.type === 'text')
        found.push(
          ...[...node.value.matchAll(/[“„"]([^“”„"]{2,80})[”“"]|(<[a-z][a-z ]{2,40}>)/gu)].map(
            ([, quoted, bracketed]) => quoted ?? bracketed ?? '',
          ),
        );
    });
  const fine = found.map((text) =>
    text
      .replace(/\s+/g, ' ')
      .replace(/[.,:;]$/, '')
      .trim(),
  );
  const seen = new Set<string>();
  return fine.filter((text) => {
    const slug = slugOf(text);
    if (text.length < 2 || text.length > 80 || slug === '' || seen.has(slug)) return false;
    if (/\s[>›]\s|^https?:|^(?:note|warning|important|tip|caution|hinweis):?$/i.test(text)) return false;
    seen.add(slug);
    return true;
  });
}

/** Error codes in a text: hexadecimal numbers, and numbers that are called a code or an error. */
export function codesIn(text: string): readonly string[] {
  const found = [
    ...[...text.matchAll(/\b0x[0-9a-f]{4,16}\b/gi)].map(([code]) => code),
    ...[
      ...text.matchAll(/\b(?:error|code|event(?: id)?|fehler|status code)(?: code)?\s*[:#]?\s*(\d{2,6})\b/gi),
    ].map(({ 1: code = '' }) => code),
    ...[...text.matchAll(/\b(?!KB)[A-Z]{2,8}[-_]?\d{3,7}\b/g)].map(([code]) => code),
  ];
  return [...new Set(found)].slice(0, 5);
}

const negated = /(?:\bnot|n['’]t|\bnever|\bno|\bwithout|\bnicht|\bkeine?)\b[^.;]{0,40}$/i;
const risky =
  /\b(?:resett?(?:s|ing)?|delet(?:e|es|ed|ing)|remov(?:e|es|ed|ing)|uninstall(?:s|ed|ing)?|eras(?:e|es|ing)|wip(?:e|es|ing)|format(?:s|ting)?\s+(?:the|your)|factory|purg(?:e|es|ing)|truncat(?:e|es|ing)|drop(?:s|ping)? (?:the )?(?:table|database)|los(?:e|es|ing)|rm|löschen|zurücksetzen|entfernen|deinstallieren)\b/gi;

/** What in a text speaks of losing something, negations apart; `lost` is what it says is lost. */
export function riskIn(text: string): {
  readonly words: readonly string[];
  readonly lost: readonly string[];
} {
  const words = [...text.matchAll(risky)]
    .filter(({ index }) => !negated.test(text.slice(Math.max(0, index - 60), index)))
    .map(([word]) => word.toLowerCase());
  const lost = [
    ...text.matchAll(
      /\b(?:deletes|erases|removes|wipes|clears|(?:you|will|can|may) lose|loses)\s+((?:all|your|the|every|any)\s[^.,;:()]{3,50})/gi,
    ),
  ]
    .filter(({ index }) => !negated.test(text.slice(Math.max(0, index - 60), index)))
    .map(({ 1: what = '' }) => what.trim());
  return { words: [...new Set(words)], lost: [...new Set(lost)].slice(0, 4) };
}

/** Minutes that a text tells to wait. */
export function waitIn(text: string): number {
  const waits = [...text.matchAll(/\bwait(?:\s+\w+){0,3}?\s+(\d{1,3})\s+(second|minute|hour)s?/gi)];
  return waits.reduce((sum, { 1: number = '0', 2: unit = '' }) => {
    const factor = /^s/i.test(unit) ? 1 / 60 : /^h/i.test(unit) ? 60 : 1;
    return sum + Math.round(Number(number) * factor);
  }, 0);
}

/** The condition and the order of each sentence that begins with "If". */
export function conditionsIn(text: string): readonly { readonly condition: string; readonly then: string }[] {
  return [
    ...text.matchAll(
      /(?:^|[.;!?]\s+)(?:If|When|In case|Falls|Wenn)\s+([^.,;]{3,120}),\s+(?:then\s+|dann\s+)?([^.;]{3,200})/gu,
    ),
  ].map(({ 1: condition = '', 2: then = '' }) => ({ condition: condition.trim(), then: then.trim() }));
}

/** True where two texts share most of the telling words of the shorter one. */
export function speaksOf(one: string, other: string): boolean {
  const [a, b] = [tellingWords(one), tellingWords(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared >= 0.6 * Math.min(a.size, b.size);
}

function tellingWords(text: string): ReadonlySet<string> {
  return new Set(
    slugOf(text)
      .split('-')
      .filter((word) => word.length > 2 && !/^(?:the|and|for|that|this|are|was|not|with)$/.test(word)),
  );
}
