import type { RootContent } from 'mdast';
import { wordsOf } from '../../markdown/find-anchors.ts';

/** Why a list of other pages is left out. */
export const alsoRead = 'links to other pages of the old site';

/** What a paragraph of the old site is when it belongs to its frame and not to its article: the pattern and what the report says. */
const paragraphs: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^close[.!]?$/i, 'button of the old page'],
  [/^(?:image|photo|picture) (?:credits?|source|courtesy)\b/i, 'credit of a picture'],
  [
    /^(?:disclaimer|disclosure)\b.{0,400}\b(?:affiliate|commission|earn|sponsor)/is,
    'disclaimer of the old page',
  ],
  [/\b(?:may|might|can) (?:earn|receive)\b.{0,60}\b(?:commission|money)\b/is, 'disclaimer of the old page'],
  [/^(?:also|related|recommended|further|read) ?(?:read|reading|articles?|posts?|more|next)?\s*:/i, alsoRead],
  [/^(?:\{\{[<%].*[>%]\}\}|\{%.*%\}|\{:.*\})$/s, 'sign of the old system'],
  [/^:::\s*(?:zone|moniker|row|column|code)?[^\n]*$/, 'sign of the old system'],
  [/^:::(?!image\b)[\w-]*\b[^:]*:{0,3}$/, 'sign of the old system'],
  [/^\[\[?_?toc_?\]?\]$/i, 'table of contents'],
];

/** Why a node is no part of its article; undefined where it is. */
export function noiseOf(node: RootContent, mdx: boolean): string | undefined {
  if (node.type === 'html' && /^\s*(?:<!--[\s\S]*?-->\s*)+$/.test(node.value)) return 'comment';
  if (node.type !== 'paragraph' && node.type !== 'blockquote') return undefined;
  const words = wordsOf(node);
  if (mdx && /^(?:import\s.+\sfrom\s|import\s*['"]|export\s+(?:default|const|let|function)\b)/.test(words))
    return 'code of the old page';
  return paragraphs.find(([pattern]) => pattern.test(words))?.[1];
}
