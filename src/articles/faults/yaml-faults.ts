import {
  count,
  indentOf,
  partsOf,
  quoted,
  spaces,
  withoutQuotes,
  type Fault,
  type FaultWords,
} from './yaml-line.ts';
import { nestedFields } from '../schema/shapes.ts';

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

function escape({ code, reason, text }: Fault): FaultWords | undefined {
  if (code !== 'BAD_DQ_ESCAPE') return undefined;
  const sequence = /\\.?/.exec(reason)?.[0] ?? '\\';
  return {
    message: `\`${sequence}\` means nothing between double quotes, where a backslash begins a special sign.`,
    hint: `Double the backslash: \`${text.trim().replace(/\\(?![\\"/nrt])/g, '\\\\')}\`.`,
  };
}

function noteInside({ code, text, after }: Fault): FaultWords | undefined {
  if (
    /["']/.test(text) ||
    !/^[^#]* #\S/.test(text) ||
    !/MISSING_CHAR|MULTILINE|UNEXPECTED|BLOCK|INDENT/.test(code)
  )
    return undefined;
  const indented = /^\s/.test(after);
  return {
    message: 'A `#` after a space begins a note, so the rest of this line is not read.',
    hint: indented
      ? 'Remove the space before `#`, or the note.'
      : `Remove the space before it: \`${text.trim().replace(/ +#/, '#')}\`.`,
  };
}

function hyphenAtBracket({ text }: Fault): FaultWords | undefined {
  return /^\s*-[[{]/.test(text)
    ? {
        message: 'There is no space after the hyphen.',
        hint: `Write \`${text.trim().replace(/^-/, '- ')}\`.`,
      }
    : undefined;
}

/** A quote in front of a field makes one long text of the lines below. */
function strayQuote({ code, text }: Fault): FaultWords | undefined {
  const line = /^\s*(?:- )?["']([\w-]+:.*|- .*|\{.*)$/.exec(text)?.[1];
  return line !== undefined && /MULTILINE|MISSING_CHAR|BLOCK|INDENT|UNEXPECTED/.test(code)
    ? { message: 'A quote stands before this field and is never closed.', hint: `Write \`${line}\`.` }
    : undefined;
}

function commaTooMany({ reason, text }: Fault): FaultWords | undefined {
  if (/[\]}],\s*$/.test(text) && !/^\s*[[{]/.test(text))
    return {
      message: 'A comma stands behind the closing bracket.',
      hint: `Write \`${text.trim().slice(0, -1)}\`.`,
    };
  if (!/^Unexpected (?:, in|empty item)/.test(reason)) return undefined;
  return {
    message: 'There is a comma too many.',
    hint: `Write \`${text
      .trim()
      .replace(/([[{])\s*,\s*/g, '$1 ')
      .replace(/,\s*,/g, ',')
      .replace(/\[ /g, '[')}\`.`,
  };
}

function colonBeforeBracket({ text }: Fault): FaultWords | undefined {
  const [, field, value] = /^\s*([a-z][\w-]*) +([[{].*)$/i.exec(text) ?? [];
  return field === undefined
    ? undefined
    : { message: `There is no colon after \`${field}\`.`, hint: `Write \`${field}: ${value}\`.` };
}

const fieldsInBraces = [...nestedFields].join('|');

function missingComma({ code, text }: Fault): FaultWords | undefined {
  const open = text.search(/[{[]/);
  if (
    open === -1 ||
    !['BLOCK_IN_FLOW', 'MISSING_CHAR', 'BLOCK_AS_IMPLICIT_KEY', 'UNEXPECTED_TOKEN'].includes(code)
  )
    return undefined;
  const [head, inside] = [text.slice(0, open).trimStart(), text.slice(open).trimEnd()];
  const withoutColon = inside.replace(
    new RegExp(`([{,]\\s*)(${fieldsInBraces}|[\\w-]+(?= [[{]))(?: +| *(?=[[{"']))(?=[[{"'])`, 'g'),
    '$1$2: ',
  );
  if (withoutColon !== inside)
    return {
      message: 'A colon is missing between a field and its value.',
      hint: `Write \`${head}${withoutColon}\`.`,
    };
  const mended = inside
    .replace(new RegExp(`([^\\s,{[:]) +((?:${fieldsInBraces}): )`, 'g'), '$1, $2')
    .replace(/(["'\]}]) +(["'[{])/g, '$1, $2');
  if (mended !== inside)
    return { message: 'A comma is missing between two entries.', hint: `Write \`${head}${mended}\`.` };
  const withColon = inside.replace(
    /([\w-]+: )([^,{}"']*?\w: [^,}]*?)( *[,}])/,
    (_, field: string, value: string, end: string) => `${field}${JSON.stringify(value)}${end}`,
  );
  if (withColon === inside) return undefined;
  return { message: colonMessage, hint: `Write \`${head}${withColon}\`.` };
}

const colonMessage = 'The text holds a colon followed by a space, which YAML reads as another field.';

/** A closing bracket without its opening one, in the middle of a line. */
function bracketMissing({ text }: Fault): FaultWords | undefined {
  if (count(text, /\]/g) <= count(text, /\[/g)) return undefined;
  const mended = text.trim().replace(/: ([^[\]{},]*(?:, [^[\]{}:]*)*\])/, ': [$1');
  return mended === text.trim() || !/\{/.test(text)
    ? undefined
    : { message: 'A `]` has no `[`.', hint: `Write \`${mended}\`.` };
}

function bracketTooMany({ code, text, reason }: Fault): FaultWords | undefined {
  const last = text.trim().at(-1);
  const opens = count(text, last === '}' ? /\{/g : /\[/g);
  const closes = count(text, last === '}' ? /\}/g : /\]/g);
  if (closes <= opens || !/[\]}]\s*$/.test(text)) return undefined;
  const entry = /^\s*- [\w-]+: /.test(text) && opens === 0 && last === '}';
  if (!entry && (opens > 0 || /flow-(?:seq|map)-end/.test(reason)))
    return {
      message: `There is one \`${text.trim().at(-1)}\` too many.`,
      hint: `Write \`${text.trim().slice(0, -1).trimEnd()}\`.`,
    };
  const { head, value } = partsOf(text);
  const dash = /^\s*- /.exec(head)?.[0];
  return /BLOCK_AS_IMPLICIT_KEY|UNEXPECTED_TOKEN|MISSING_CHAR/.test(code) && dash
    ? { message: 'The `}` at the end has no `{`.', hint: `Write \`- { ${head.slice(dash.length)}${value}\`.` }
    : undefined;
}

function listOnLineOfField({ text, code }: Fault): FaultWords | undefined {
  const { head, value } = partsOf(text);
  if (!value.startsWith('- ') || !/UNEXPECTED|IMPLICIT/.test(code)) return undefined;
  return {
    message: 'A list with hyphens cannot begin on the line of its field.',
    hint: `Write \`${head.trim()}\` alone on this line and \`  ${value}\` on the next.`,
  };
}

function textAfterBar({ text }: Fault): FaultWords | undefined {
  const { head, value } = partsOf(text);
  const bar = /^([|>][+-]?) +[^#\s]/.exec(value)?.[1];
  return bar
    ? {
        message: `After \`${bar}\` the text begins on the next line, indented.`,
        hint: `Write \`${head.trim()} ${JSON.stringify(value.slice(bar.length).trim())}\` for text of one line.`,
      }
    : undefined;
}

function badStart({ code, text, rest }: Fault): FaultWords | undefined {
  const inside = /^\s*(?:- )?(?:[\w-]+: +)?[[{]/.test(text)
    ? /^[@`%*&!][^,}\]]*/.exec(rest)?.[0].trim()
    : undefined;
  if (inside)
    return { message: startMessage(inside.charAt(0)), hint: `Write \`${JSON.stringify(inside)}\`.` };
  const { value } = partsOf(text);
  const sign = /^[@`%*&!?|>[\]{},]/.exec(value)?.[0];
  if (!sign) return undefined;
  const bracketed = /^(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s#,\]}]/.test(value);
  if (
    code !== 'BAD_SCALAR_START' &&
    code !== 'REFERENCE' &&
    !'*&!'.includes(sign) &&
    !bracketed &&
    !(sign === '?' && code === 'BLOCK_AS_IMPLICIT_KEY')
  )
    return undefined;
  return { message: startMessage(sign), hint: `Write \`${quoted(text)}\`.` };
}

function startMessage(sign: string): string {
  return `Text that begins with ${sign === '`' ? 'a backtick' : `\`${sign}\``} must stand in quotes, because YAML gives this sign a meaning of its own.`;
}

function textAfterQuote({ code, text, rest }: Fault): FaultWords | undefined {
  const { value } = partsOf(text);
  const quote = value[0];
  if (code === 'UNEXPECTED_TOKEN' && /^[[{]/.test(value)) {
    const behind = /["'\]}]\s*$/.test(text.slice(0, text.length - rest.length))
      ? /^[^,\]}]+/.exec(rest)?.[0].trim()
      : undefined;
    return behind
      ? {
          message: `\`${behind}\` stands behind a closing sign and belongs to nothing.`,
          hint: 'Remove it, or move it to the left of the sign.',
        }
      : undefined;
  }
  if (code !== 'UNEXPECTED_TOKEN' || (quote !== '"' && quote !== "'")) return undefined;
  return {
    message: `The text ends at its second \`${quote}\`, and more stands behind it.`,
    hint: `Write \`${quoted(text)}\`.`,
  };
}

function colonInText({ code, text }: Fault): FaultWords | undefined {
  const { value } = partsOf(text);
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' || !/:(?:\s|$)/.test(value)) return undefined;
  return { message: colonMessage, hint: `Write \`${quoted(text)}\`.` };
}

function wrongIndent({ code, reason, text, before, after, entry }: Fault): FaultWords | undefined {
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

function noField({ code, text, before }: Fault): FaultWords | undefined {
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

function colonBelow({ code, text, after }: Fault): FaultWords | undefined {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' || indentOf(after) <= indentOf(text)) return undefined;
  const { head, value } = partsOf(text);
  return {
    message: 'A line below this text holds a colon followed by a space, so YAML reads it as another field.',
    hint: `Put the whole text on one line in double quotes: \`${head.trimStart()}"${withoutQuotes(value)} …"\`.`,
  };
}

function bracketTooFew({ text }: Fault): FaultWords | undefined {
  const sign =
    count(text, /\{/g) > count(text, /\}/g) ? '{' : count(text, /\[/g) > count(text, /\]/g) ? '[' : undefined;
  if (!sign) return undefined;
  const stray = new RegExp(`^\\s*(?:- )?\\${sign}(?=[\\w-]+:|- )`).exec(text);
  return stray
    ? {
        message: `A \`${sign}\` stands before this line and is never closed.`,
        hint: `Write \`${text.trim().replace(sign, '')}\`.`,
      }
    : {
        message: `There is a \`${sign}\` that is never closed.`,
        hint: `Close it with \`${sign === '{' ? '}' : ']'}\`, or remove it.`,
      };
}
