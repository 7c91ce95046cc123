import {
  hyphenAtBracket,
  commaTooMany,
  colonBeforeBracket,
  missingComma,
  bracketMissing,
  bracketTooMany,
  bracketTooFew,
} from './yaml-brackets.ts';
import {
  escape,
  noteInside,
  strayQuote,
  textAfterBar,
  badStart,
  textAfterQuote,
  colonInText,
} from './yaml-text.ts';
import { listOnLineOfField, wrongIndent, noField, colonBelow } from './yaml-fields.ts';
import type { Fault, FaultWords } from './yaml-line.ts';

/** Says what is wrong with a line of YAML and how it reads right. */
export function wordsForFault(fault: Fault): FaultWords {
  for (const explain of explanations) {
    const words = explain(fault);
    if (words) return words;
  }
  return {
    message: 'This line does not follow the rules of YAML.',
    hint: `Write \`field: value\`, put text that holds \`: \`, \`#\` or quotes into double quotes, and indent with spaces.`,
  };
}

type Explanation = (fault: Fault) => FaultWords | undefined;

/** From the most particular to the most general. */
const explanations: readonly Explanation[] = [
  ({ code }) =>
    code === 'TAB_AS_INDENT'
      ? {
          message: 'This line is indented with a tab, and YAML counts spaces only.',
          hint: 'Replace each tab at the start of the line by two spaces.',
        }
      : undefined,
  ({ code }) =>
    code === 'RESOURCE_EXHAUSTION'
      ? {
          message: 'Lists and fields are nested too deeply here to be read.',
          hint: 'Write the fields as the README shows them; none nests deeper than four levels.',
        }
      : undefined,
  ({ code }) =>
    code === 'MULTIPLE_DOCS'
      ? {
          message: 'A line of `---` begins a second document, and only the first would be read.',
          hint: 'Remove this line.',
        }
      : undefined,
  ({ text }) =>
    /\u00a0/.test(text)
      ? {
          message: 'This line holds a non-breaking space, which YAML does not take for a space.',
          hint: `Write it with plain spaces: \`${text.replaceAll('\u00a0', ' ').trim()}\`.`,
        }
      : undefined,
  noteInside,
  hyphenAtBracket,
  escape,
  colonBeforeBracket,
  strayQuote,
  commaTooMany,
  missingComma,
  bracketMissing,
  bracketTooMany,
  listOnLineOfField,
  textAfterBar,
  badStart,
  textAfterQuote,
  colonInText,
  wrongIndent,
  noField,
  colonBelow,
  bracketTooFew,
];
