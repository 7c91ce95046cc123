import type { Problem } from '../../domain/problems/problem.ts';
import { asMarkdown, ownWords, sentencesOf, wordCount, type Passage } from './passages.ts';
import type { Content } from '../content.ts';
import type { WritingWords } from '../../words/writing-words.ts';

/** Words that slow down, blame or promise. */
export function checkWords(passage: Passage, words: WritingWords): readonly Problem[] {
  const own = ownWords(passage.text);
  const find = (
    pattern: RegExp,
    kind: Problem['kind'],
    message: (found: string) => string,
    hint: (found: string) => string,
  ): Problem[] =>
    [...own.matchAll(pattern)].map(({ 0: found, index }) => ({
      kind,
      place: passage.placeAt(index),
      message: message(found),
      hint: hint(found),
    }));
  return [
    ...find(
      words.blindLinks,
      'writing-plain-words',
      (found) => `“${found}” does not say where the link leads.`,
      () => 'Make the name of the place the link.',
    ),
    ...find(
      words.fillers,
      'writing-plain-words',
      (found) => `“${found}” only makes the text longer for a reader in trouble.`,
      (found) => `Leave “${found}” out.`,
    ),
    ...find(
      words.blame,
      'writing-blame',
      (found) => `“${found}” blames the reader, who needs help.`,
      () => 'Say what happened to the thing, and what to do.',
    ),
    ...promisesIn(own, words).map(({ 0: found, index }): Problem => ({
      kind: 'writing-promise',
      place: passage.placeAt(index),
      message: `“${found}” promises what nobody can know.`,
      hint: `Say how sure it is, with ${words.likely}.`,
    })),
  ];
}

/** Promises that no word before them in the same clause takes back, and that are no part of a name. */
function promisesIn(own: string, words: WritingWords): readonly RegExpExecArray[] {
  return [...own.matchAll(words.promise)].filter(({ 0: found, index }) => {
    const clause =
      own
        .slice(0, index)
        .split(/[.!?;:]\s/)
        .at(-1) ?? '';
    const isName = /^\p{Lu}/u.test(found) && /[\p{L},]\s+$/u.test(clause);
    return !isName && !words.negation.test(clause);
  });
}

const [longestAverage, longestSentence] = [18, 25];

/** Sentences that are too long, told once for an article: their average, else the longest. */
export function checkSentences(passages: readonly Passage[]): readonly Problem[] {
  const sentences = passages
    .filter(({ role }) => role === 'paragraph' || role === 'step' || role === 'note')
    .flatMap((passage) =>
      sentencesOf(passage).map(({ text, index }) => ({ passage, index, text, words: wordCount(text) })),
    )
    .filter(({ words }) => words > 0);
  const [longest] = [...sentences].sort((a, b) => b.words - a.words);
  if (!longest) return [];
  const average = sentences.reduce((sum, { words }) => sum + words, 0) / sentences.length;
  const place = longest.passage.placeAt(longest.index);
  const opening = asMarkdown(longest.text).split(' ').slice(0, 5).join(' ');
  const over = sentences.filter(({ words }) => words > longestSentence).length;
  return [
    ...(average > longestAverage
      ? [
          {
            kind: 'writing-sentence-length',
            place,
            message: `The sentences of this article have ${average.toFixed(1)} words on average, and more than ${longestAverage} tire a reader in trouble.`,
            hint: `Split the long ones in two, beginning with “${opening} …”.`,
          } as const,
        ]
      : []),
    ...(over > 0
      ? [
          {
            kind: 'writing-long-sentence',
            place,
            message: `This sentence has ${longest.words} words${over > 1 ? `, and ${over - 1} more ${over === 2 ? 'has' : 'have'} over ${longestSentence}` : ''}.`,
            hint: `Split it in two: none needs more than ${longestSentence}.`,
          } as const,
        ]
      : []),
  ];
}

/** `Settings › General`, typed out, goes out of date in every article when a menu is renamed. */
export function checkTypedPaths(
  passage: Passage,
  content: Content,
  words: WritingWords | undefined,
): readonly Problem[] {
  const plain = passage.text.replace(/[\uE000-\uE003]/g, '\u200b');
  const pattern =
    /[\u200b“"]?(\p{Lu}[\p{L}\p{N}&’'-]*(?: [\p{Lu}&][\p{L}\p{N}&’'-]*)*)[\u200b”"]?\s*(?:>|›|»|→|->|=>)\s*[\u200b“"]?(\p{Lu}[\p{L}\p{N}&’'-]*(?: [\p{L}\p{N}&’'-]+){0,3}?)(?=[\u200b”".,;:!?)>›»→\s-]|$)/u;
  const match = pattern.exec(plain);
  if (!match) return [];
  const { 0: found, 1: first = '', index } = match;
  // "Open Menu › Base": the sentence begins with a verb, not with a menu.
  const verb =
    words?.actions.has(/^[\p{L}-]+/u.exec(first)?.[0].toLowerCase() ?? '') && first.includes(' ')
      ? first.indexOf(' ') + 1
      : 0;
  const start = index + found.indexOf(first) + verb;
  const typed = plain
    .slice(start)
    .replaceAll('\u200b', '')
    .replace(/\s*(?:>|›|»|→|->|=>)\s*/g, ' › ');
  const known = Object.entries(content.uiPaths.value).find(([, ways]) =>
    ways.some(({ path }) => typed.startsWith(path.join(' › '))),
  )?.[0];
  return [
    {
      kind: 'writing-typed-path',
      place: passage.placeAt(start),
      message: 'A way through menus is typed out, so it goes out of date with the next renamed menu.',
      hint: known
        ? `Write \`<Path to="${known}" />\`.`
        : 'Add the way to ui-paths.yaml, and write `<Path to="…" />`.',
    },
  ];
}
