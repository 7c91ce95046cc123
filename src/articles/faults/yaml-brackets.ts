import { count, partsOf, type Fault, type FaultWords } from './yaml-line.ts';
import { nestedFields } from '../schema/shapes.ts';
import { colonMessage } from './yaml-text.ts';

/** `-{ cause: a }`: a hyphen without its space. */
export function hyphenAtBracket({ text }: Fault): FaultWords | undefined {
  return /^\s*-[[{]/.test(text)
    ? {
        message: 'There is no space after the hyphen.',
        hint: `Write \`${text.trim().replace(/^-/, '- ')}\`.`,
      }
    : undefined;
}

/** `[a, b],` and `[a,, b]`. */
export function commaTooMany({ reason, text }: Fault): FaultWords | undefined {
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

/** `solves [{ … }]`: a field without its colon. */
export function colonBeforeBracket({ text }: Fault): FaultWords | undefined {
  const [, field, value] = /^\s*([a-z][\w-]*) +([[{].*)$/i.exec(text) ?? [];
  return field === undefined
    ? undefined
    : { message: `There is no colon after \`${field}\`.`, hint: `Write \`${field}: ${value}\`.` };
}

const fieldsInBraces = [...nestedFields].join('|');

/** `{ cause: a works: often }`: a comma or a colon between entries is missing, or a text holds a colon. */
export function missingComma({ code, text }: Fault): FaultWords | undefined {
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

/** A closing bracket without its opening one, in the middle of a line. */
export function bracketMissing({ text }: Fault): FaultWords | undefined {
  if (count(text, /\]/g) <= count(text, /\[/g)) return undefined;
  const mended = text.trim().replace(/: ([^[\]{},]*(?:, [^[\]{}:]*)*\])/, ': [$1');
  return mended === text.trim() || !/\{/.test(text)
    ? undefined
    : { message: 'A `]` has no `[`.', hint: `Write \`${mended}\`.` };
}

/** `{ cause: a }}` and `- cause: a }`. */
export function bracketTooMany({ code, text, reason }: Fault): FaultWords | undefined {
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

/** A bracket that nothing closes. */
export function bracketTooFew({ text }: Fault): FaultWords | undefined {
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
