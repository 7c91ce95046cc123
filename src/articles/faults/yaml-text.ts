import { partsOf, quoted, type Fault, type FaultWords } from './yaml-line.ts';

/** `"C:\\dir"`: a backslash between double quotes. */
export function escape({ code, reason, text }: Fault): FaultWords | undefined {
  if (code !== 'BAD_DQ_ESCAPE') return undefined;
  const sequence = /\\.?/.exec(reason)?.[0] ?? '\\';
  return {
    message: `\`${sequence}\` means nothing between double quotes, where a backslash begins a special sign.`,
    hint: `Double the backslash: \`${text.trim().replace(/\\(?![\\"/nrt])/g, '\\\\')}\`.`,
  };
}

/** `title: Menu #2`: a note begins in the middle of a text. */
export function noteInside({ code, text, after }: Fault): FaultWords | undefined {
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

/** A quote in front of a field makes one long text of the lines below. */
export function strayQuote({ code, text }: Fault): FaultWords | undefined {
  const line = /^\s*(?:- )?["']([\w-]+:.*|- .*|\{.*)$/.exec(text)?.[1];
  return line !== undefined && /MULTILINE|MISSING_CHAR|BLOCK|INDENT|UNEXPECTED/.test(code)
    ? { message: 'A quote stands before this field and is never closed.', hint: `Write \`${line}\`.` }
    : undefined;
}

/** `title: | Text`: a long text that begins on the line of its field. */
export function textAfterBar({ text }: Fault): FaultWords | undefined {
  const { head, value } = partsOf(text);
  const bar = /^([|>][+-]?) +[^#\s]/.exec(value)?.[1];
  return bar
    ? {
        message: `After \`${bar}\` the text begins on the next line, indented.`,
        hint: `Write \`${head.trim()} ${JSON.stringify(value.slice(bar.length).trim())}\` for text of one line.`,
      }
    : undefined;
}

/** `title: @home`: a text that begins with a sign of YAML. */
export function badStart({ code, text, rest }: Fault): FaultWords | undefined {
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

/** `title: "One" two`: something stands behind a closing quote. */
export function textAfterQuote({ code, text, rest }: Fault): FaultWords | undefined {
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

/** Why a colon in a text is a fault. */
export const colonMessage = 'The text holds a colon followed by a space, which YAML reads as another field.';

/** `title: It says: no`. */
export function colonInText({ code, text }: Fault): FaultWords | undefined {
  const { value } = partsOf(text);
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' || !/:(?:\s|$)/.test(value)) return undefined;
  return { message: colonMessage, hint: `Write \`${quoted(text)}\`.` };
}
