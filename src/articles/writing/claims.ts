import type { Problem } from '../../domain/problems/problem.ts';
import { rawField, rawText } from '../read/raw-fields.ts';
import type { TextFile, Content } from '../content.ts';
import { asMarkdown, bodyPassages, fieldPassages, ownWords, sentencesOf, type Passage } from './passages.ts';
import type { WritingWords } from '../../words/writing-words.ts';

/** The badge of a fix promises that nothing is lost; a sentence of its own that says otherwise, the first of them. */
export function checkLoss(
  file: TextFile,
  content: Content,
  passages: readonly Passage[],
  words: WritingWords,
): readonly Problem[] {
  const [harmless, ...losses] = content.site?.value.risks ?? [];
  const loses = rawText(file, 'loses') ?? harmless?.id;
  if (file.kind !== 'fix' || !harmless || loses !== harmless.id) return [];
  for (const passage of passages) {
    const found = sentenceWith(passage, words.loss, words.noLoss);
    if (found)
      return [
        {
          kind: 'writing-loss-unsaid',
          place: passage.placeAt(found.index),
          message: `“${found.text}” speaks of a loss, but the cards show “${harmless.label}”.`,
          hint: `Write \`loses: ${losses[0]?.id ?? 'settings'}\` with \`lost: [what exactly]\`, or say in this sentence that it does not happen.`,
        },
      ];
  }
  return [];
}

/** A check shows a cause only where something can show it: the text of the cause may say that nothing can. */
export function checkConfirms(file: TextFile, content: Content, words: WritingWords): readonly Problem[] {
  const solves = rawField(file, 'solves');
  if (file.kind !== 'fix' || !Array.isArray(solves)) return [];
  return (solves as readonly unknown[]).flatMap((entry, index): Problem[] => {
    const { cause, works } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<
      string,
      unknown
    >;
    if (works !== 'confirms') return [];
    const said = content.articles
      .filter(({ kind, id }) => kind === 'cause' && id === cause)
      .flatMap((other) => [...fieldPassages(other), ...(other.body ? bodyPassages(other, other.body) : [])])
      .flatMap((passage) => sentenceWith(passage, words.unknowable) ?? []);
    if (!said[0]) return [];
    return [
      {
        kind: 'writing-cannot-confirm',
        place: file.placeOf(['solves', index, 'works']),
        message: `\`works: confirms\` says that the reader knows afterwards, but the article of \`${String(cause)}\` says: “${said[0].text}”`,
        hint: 'Write how often this fix works against the cause, or take the entry out.',
      },
    ];
  });
}

/** The first sentence that a pattern finds something in, after what `without` finds has been blanked. */
function sentenceWith(
  passage: Passage,
  pattern: RegExp,
  without?: RegExp,
): { readonly text: string; readonly index: number } | undefined {
  for (const { text, index } of sentencesOf(passage)) {
    const own = ownWords(text);
    if (pattern.test(without ? own.replace(without, '') : own)) return { text: asMarkdown(text), index };
  }
  return undefined;
}
