import type { Nodes } from 'mdast';
import { wordsOf } from '../../markdown/find-anchors.ts';
import type { ArticleFile } from '../content.ts';

/** From here on a text is hard to read for somebody in trouble: newspapers have about 45, laws 60. */
const hardFrom = 50;
/** A text of fewer words tells nothing about its author's sentences. */
const fewestWords = 60;

/**
 * Why a text is hard to read, as a sentence; undefined where it is not. By LIX, which needs no syllables and so holds for every
 * language with words between spaces: words in a sentence, plus how many of 100 words have more than six letters.
 */
export function readabilityOf(file: ArticleFile): string | undefined {
  const sentences = paragraphsOf(file).flatMap((text) =>
    text.split(/(?<=[.!?:…])\s+/).filter((one) => /\p{L}/u.test(one)),
  );
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}\p{N}’'-]+/gu) ?? []);
  if (words.length < fewestWords) return undefined;
  const long = words.filter((word) => [...word].length > 6).length;
  const [length, share] = [words.length / sentences.length, (100 * long) / words.length];
  const lix = Math.round(length + share);
  if (lix < hardFrom) return undefined;
  return `\`${file.id}\` is hard to read (LIX ${lix}): ${Math.round(length)} words in a sentence, and ${Math.round(share)} of 100 are long.`;
}

/** Running text: paragraphs and the words of steps, no headings, code or tables. */
function paragraphsOf({ body }: ArticleFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph') found.push(wordsOf(node));
    else if (node.type !== 'table' && 'children' in node) node.children.forEach(visit);
  };
  if (body) visit(body.tree);
  return found;
}
