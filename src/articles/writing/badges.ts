import { tierOf } from '../../domain/knowledge/site.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { TextFile, Content } from '../content.ts';
import type { Passage } from './passages.ts';
import type { WritingWords } from '../../words/writing-words.ts';

/** What the badges of a fix say already, or say of somebody else: a summary that repeats them, steps for another person about "them". */
export function checkBadges(
  file: TextFile,
  content: Content,
  passages: readonly Passage[],
  words: WritingWords,
): readonly Problem[] {
  const { article } = file;
  const site = content.site?.value;
  if (article?.kind !== 'fix' || !site) return [];
  const repeated =
    tierOf(site, article.loses) === 0 ? words.nothingLost.exec(article.summary)?.[0] : undefined;
  const acts = site.who.find(({ id }) => id === article.who);
  const others =
    acts?.device && acts.id !== site.who[0]?.id
      ? passages.filter(({ role, text }) => role === 'step' && words.others.test(text))
      : [];
  return [
    ...(repeated === undefined
      ? []
      : [
          {
            kind: 'writing-repeats-badge' as const,
            place: file.placeOf(['summary']),
            message: `The summary says “${repeated}”, and the badge beside it says the same.`,
            hint: 'Use the words for what the fix does or what it needs.',
          },
        ]),
    ...others.map((passage): Problem => {
      const { 0: word, index } = words.others.exec(passage.text)!;
      return {
        kind: 'writing-other-side',
        place: passage.placeAt(index),
        message: `This fix is done by \`${article.who}\`, who reads these steps, and the step says “${word}” of somebody.`,
        hint: 'Write the step to the one who follows it, as “you”.',
      };
    }),
  ];
}
