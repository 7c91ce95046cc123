import type { Problem } from '../../domain/problems/problem.ts';
import type { Passage } from './passages.ts';
import type { TextFile } from '../content.ts';

/** What a slip leaves in the text: the pattern, why it is not what was meant, and how it reads right. */
const slips: readonly {
  readonly pattern: RegExp;
  readonly message: (found: string) => string;
  readonly hint: (found: string) => string;
}[] = [
  {
    pattern: /^#{2,6}(?=[^\s#])\S+/,
    message: () => 'A heading needs a space behind its signs.',
    hint: (found) => `Write \`${found.replace(/^#+/, '$& ')} …\`.`,
  },
  {
    pattern: /(?<=^|\n)\d{1,2}[.)]\p{L}[\p{L}\p{N}]*/u,
    message: () => 'A step needs a space behind its number, or it becomes part of the line above.',
    hint: (found) => `Write \`${found.replace(/^(\d+)[.)]/, '$1. ')} …\`.`,
  },
  {
    pattern: /(?<=^|\n)-\p{L}[\p{L}\p{N}]*/u,
    message: () => 'An entry of a list needs a space behind its hyphen.',
    hint: (found) => `Write \`- ${found.slice(1)} …\`.`,
  },
  {
    pattern: /(?<=[\p{L}\p{N}])\*\*[\p{P}\p{S}][^*\n]*\*\*|\*\*[^*\n]*[\p{P}\p{S}]\*\*(?=[\p{L}\p{N}])/u,
    message: () => 'Bold words that begin or end with a sign need a space there, so nothing is bold.',
    hint: (found) =>
      `Leave the signs out of it: \`${found.replace(/^\*\*([\p{P}\p{S}]*)(.*?)([\p{P}\p{S}]*)\*\*$/u, '$1**$2**$3')}\`.`,
  },
  {
    pattern: /\*\*/,
    message: () => 'Two stars are left in the text, so nothing is bold.',
    hint: () => 'Put `**` directly before and directly behind the words.',
  },
  {
    pattern: /\] ?\( ?(?:\/|#|https?:)[^\s)]*\)?/,
    message: () => 'A link is not closed or holds a space, so its address is left in the text.',
    hint: (found) => `Write \`[words](${found.replace(/^\] ?\( ?|\)$/g, '')})\`.`,
  },
  {
    pattern: /`/,
    message: () => 'A backtick is never closed.',
    hint: () => 'Put one before and one behind the words, or remove it.',
  },
];

/** Markdown that is no Markdown because of a slip. A sign with a backslash before it is meant as it stands. */
export function checkStrayMarkup(file: TextFile, passage: Passage): readonly Problem[] {
  return slips
    .flatMap(({ pattern, message, hint }): Problem[] => {
      const match = pattern.exec(passage.text);
      if (!match) return [];
      const place = passage.placeAt(match.index);
      if (
        /\\$/.test((file.lines[place.line - 1] ?? '').slice(0, place.column - 1)) ||
        file.lines[place.line - 1]?.[place.column - 1] === '\\'
      )
        return [];
      return [{ kind: 'stray-markup', place, message: message(match[0]), hint: hint(match[0]) }];
    })
    .slice(0, 1);
}
