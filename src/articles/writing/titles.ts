import type { Problem } from '../../domain/problems/problem.ts';
import { rawField, rawText } from '../read/raw-fields.ts';
import type { TextFile, Content } from '../content.ts';
import type { WritingWords } from '../../words/writing-words.ts';
import { bodyPassages } from './passages.ts';
import { foundIn } from '../remembered/article-memory.ts';

const longest = 70;

/** How titles read: short, in sentence case, a symptom as it is seen and a fix as an order. */
export function checkTitle(
  file: TextFile,
  names: Pick<ReadonlySet<string>, 'has'>,
  words: WritingWords | undefined,
): readonly Problem[] {
  const title = rawText(file, 'title');
  if (title === undefined) return [];
  const found: Problem[] = [];
  const add = (kind: Problem['kind'], message: string, hint: string): void =>
    void found.push({ kind, place: file.placeOf(['title']), message, hint });
  if (title.length > longest)
    add(
      'writing-title-length',
      `The title has ${title.length} characters, and search results cut it after ${longest}.`,
      'Leave out what the summary says.',
    );
  if (/[^.]\.$/.test(title))
    add(
      'writing-title-period',
      'A title is no sentence, so it ends without a period.',
      `Write \`title: ${title.slice(0, -1)}\`.`,
    );
  if (!words) return found;
  const plain = words.small && inSentenceCase(title, file, names, words.small);
  if (plain)
    add(
      'writing-title-case',
      'The title Has Capitals Like This, which reads slowly.',
      `Write \`title: ${plain}\`.`,
    );
  if (file.kind === 'symptom' && words.remedyInTitle.test(withoutTexts(title, file)))
    add(
      'writing-symptom-title',
      'The title of a symptom says what to do, but the reader only knows what is to be seen.',
      `Name what the reader sees, as in “${words.symptomTitle}”.`,
    );
  if (file.kind === 'fix' && !words.isOrder(title)) add('writing-fix-title', ...words.notAnOrder(title));
  return found;
}

/** The title in sentence case; undefined where it is so already. Names and texts from screens keep their letters. */
function inSentenceCase(
  title: string,
  file: TextFile,
  names: Pick<ReadonlySet<string>, 'has'>,
  small: ReadonlySet<string>,
): string | undefined {
  const own = withoutTexts(title, file);
  const later = [...own.matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)].filter(
    ({ index }) => own.slice(0, index).trim() !== '' && !/[:?!]\s*$/.test(own.slice(0, index)),
  );
  const telling = later.filter(
    ({ 0: word }) =>
      !small.has(word.toLowerCase()) && !names.has(word) && /^\p{L}+$/u.test(word.replace(/[’'-]/g, '')),
  );
  const capital = telling.filter(({ 0: word }) => /^\p{Lu}\p{Ll}/u.test(word));
  if (
    capital.length < 2 ||
    capital.length < telling.filter(({ 0: word }) => !/\p{Ll}\p{Lu}|^\p{Lu}+$/u.test(word)).length
  )
    return undefined;
  return later.reduce(
    (text, { 0: word, index }) =>
      !names.has(word) && /^\p{Lu}\p{Ll}*$/u.test(word)
        ? text.slice(0, index) + word.toLowerCase() + text.slice(index + word.length)
        : text,
    title,
  );
}

/** Every word of a name that the knowledge base knows: of its maker, platforms, places and terms, and what its texts never write small. */
export function namesIn(content: Content): ReadonlySet<string> {
  const site = content.site?.value;
  const names = [
    site?.title,
    site?.vendor.name,
    site?.support.name,
    ...(site?.platforms.flatMap(({ name, versions }) => [name, ...versions.map((version) => version.name)]) ??
      []),
    ...Object.values(content.uiPaths.value).flatMap((ways) => ways.flatMap(({ path }) => path)),
    ...content.glossary.value.flatMap(({ term, also }) =>
      [term, ...also].filter((name) => /\p{Lu}/u.test(name)),
    ),
  ];
  const known = names.flatMap((name) => name?.split(/[^\p{L}\p{N}’'-]+/u) ?? []);
  return new Set([...namesInTexts(content), ...known.filter((word) => /\p{Lu}/u.test(word))]);
}

/** Words that stand with a capital in the middle of sentences, and nowhere without one. */
function namesInTexts({ articles }: Content): readonly string[] {
  const [capitals, smalls] = [new Set<string>(), new Set<string>()];
  for (const file of articles) {
    const words = foundIn(file, 'names', () => wordsByCase(file));
    for (const word of words.capitals) capitals.add(word);
    for (const word of words.smalls) smalls.add(word);
  }
  return [...capitals].filter((word) => !smalls.has(word.toLowerCase()));
}

/** The words of a text with a capital in the middle of a sentence, and those without, each once. */
function wordsByCase(file: TextFile): Readonly<Record<'capitals' | 'smalls', readonly string[]>> {
  const [capitals, smalls] = [new Set<string>(), new Set<string>()];
  for (const { text } of file.body ? bodyPassages(file, file.body) : [])
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}’'-]{2,}/gu)) {
      if (/^\p{Ll}/u.test(word)) smalls.add(word);
      else if (/^\p{Lu}/u.test(word) && /[\p{Ll}\p{N},]\s$/u.test(text.slice(Math.max(0, index - 3), index)))
        capitals.add(word);
    }
  return { capitals: [...capitals], smalls: [...smalls] };
}

/** A title with the texts of screens blanked: what stands in quotes or in `says`. */
export function withoutTexts(title: string, file: TextFile): string {
  const says = rawField(file, 'says');
  const texts = Array.isArray(says)
    ? says.filter((text): text is string => typeof text === 'string' && text.length > 1)
    : [];
  const blank = (text: string, part: string): string => text.replaceAll(part, ' '.repeat(part.length));
  return texts.reduce(blank, title).replace(/„[^“]*“|“[^”]*”|"[^"]*"/g, (part) => ' '.repeat(part.length));
}
