import { indentOf, partsOf, spaces, withoutQuotes, type Fault, type FaultWords } from './yaml-line.ts';

/** `solves: - cause: a`. */
export function listOnLineOfField({ text, code }: Fault): FaultWords | undefined {
  const { head, value } = partsOf(text);
  if (!value.startsWith('- ') || !/UNEXPECTED|IMPLICIT/.test(code)) return undefined;
  return {
    message: 'A list with hyphens cannot begin on the line of its field.',
    hint: `Write \`${head.trim()}\` alone on this line and \`  ${value}\` on the next.`,
  };
}

/** A line that is indented unlike its neighbours, or an entry without its hyphen. */
export function wrongIndent({ code, reason, text, before, after, entry }: Fault): FaultWords | undefined {
  const wrong = (line: string, like: string, move?: 'before' | 'after'): FaultWords => {
    const indent = indentOf(like) + (/^\s*- /.test(like) && !/^\s*- /.test(line) ? 2 : 0);
    return {
      message: 'This line is indented by another number of spaces than its neighbours.',
      hint: `Indent it by ${spaces(indent)}: \`${' '.repeat(indent)}${line.trim()}\`.`,
      move,
    };
  };
  const opensEntry = /^\s*\{/.test(text)
    ? /^\s*- \{/.test(entry)
    : partsOf(text).head !== '' && entry.trim().startsWith(`- ${partsOf(text).head.trim()}`);
  if (opensEntry && ['MISSING_CHAR', 'BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY'].includes(code))
    return {
      message: 'The hyphen of this entry is missing.',
      hint: `Write \`${' '.repeat(indentOf(entry))}- ${text.trim()}\`.`,
    };
  if (/without - indicator/.test(reason) && before.trim() !== '') return wrong(text, before);
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && partsOf(text).head !== '' && /^\s+[\w-]+:/.test(after))
    return wrong(after, text, 'after');
  if (
    /^Unexpected scalar at node end/.test(reason) &&
    partsOf(text).head !== '' &&
    indentOf(before) > indentOf(text) &&
    entry === ''
  )
    return wrong(before, text, 'before');
  if (code === 'BAD_INDENT' || (code === 'BLOCK_AS_IMPLICIT_KEY' && /^\s*- /.test(text)))
    return before.trim() === '' ? undefined : wrong(text, before);
  return undefined;
}

/** A line without a colon, or without the space behind a colon or hyphen. */
export function noField({ code, text, before }: Fault): FaultWords | undefined {
  if (!['MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR', 'UNEXPECTED_TOKEN', 'BLOCK_AS_IMPLICIT_KEY'].includes(code))
    return undefined;
  const [, lead = '', field = '', rest = ''] = /^(\s*(?:- )?)([\w-]+)(.*)$/.exec(text) ?? [];
  if (/^:\S/.test(rest))
    return {
      message: `There is no space after the colon of \`${field}\`.`,
      hint: `Write \`${lead.trimStart()}${field}: ${rest.slice(1)}\`.`,
    };
  if (/^\s*-[^\s-]/.test(text))
    return { message: 'There is no space after the hyphen.', hint: `Write \`- ${text.trim().slice(1)}\`.` };
  if (/[|>][+-]?\s*$/.test(before))
    return { message: 'The text of the field above must be indented.', hint: `Write \`  ${text.trim()}\`.` };
  if (field && !rest.includes(': '))
    return {
      message: 'This line is no field, because no colon follows its name.',
      hint: `Write \`${field}: ${rest.trim() || '…'}\`.`,
    };
  return undefined;
}

/** A text of several lines, of which a later one holds a colon. */
export function colonBelow({ code, text, after }: Fault): FaultWords | undefined {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' || indentOf(after) <= indentOf(text)) return undefined;
  const { head, value } = partsOf(text);
  return {
    message: 'A line below this text holds a colon followed by a space, so YAML reads it as another field.',
    hint: `Put the whole text on one line in double quotes: \`${head.trimStart()}"${withoutQuotes(value)} …"\`.`,
  };
}
