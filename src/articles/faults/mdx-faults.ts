import type { VFileMessage } from 'vfile-message';
import { closest } from '../../domain/problems/closest.ts';
import { components, harmlessElements } from '../../markdown/components.ts';
import type { Point } from '../content.ts';
import { didYouMean } from '../../domain/problems/say.ts';

/** Where MDX stops making sense, why, and how it reads right, in the author's words. */
export interface MdxFault extends Point {
  readonly message: string;
  readonly hint: string;
}

/** Explains the error of the MDX parser. `lines` are all lines of the file. */
export function mdxFault(error: VFileMessage, lines: readonly string[]): MdxFault {
  const at: Point = { line: error.line ?? 1, column: error.column ?? 1 };
  const fault = explain(error, at, lines);
  return (
    fault ?? {
      ...at,
      message: 'The text cannot be read as MDX from here on.',
      hint: 'Close every `<Tag>` that is opened, and write a literal `<` or `{` as `\\<` or `\\{`.',
    }
  );
}

function explain(
  { reason, ruleId, source }: VFileMessage,
  at: Point,
  lines: readonly string[],
): MdxFault | undefined {
  if (ruleId === 'end-tag-mismatch') return mismatch(reason, at, lines);
  if (ruleId === 'unexpected-closing-slash') return closesNothing(at, lines);
  if (ruleId === 'unexpected-attribute' || ruleId === 'unexpected-self-closing-slash')
    return closingTag(at, lines);
  if (source === 'micromark-extension-mdxjs-esm') return code(at, lines);
  if (source?.startsWith('micromark-extension-mdx-expression')) return brace(at, lines);
  if (/attribute value/.test(reason)) return attributeValue(at, lines);
  return source === 'micromark-extension-mdx-jsx' ? sign(at, lines) : undefined;
}

/** Components that hold nothing and close themselves. */
const alone: ReadonlySet<string> = new Set(['Path', 'Row', 'Picture']);

function mismatch(reason: string, at: Point, lines: readonly string[]): MdxFault | undefined {
  const wrong =
    /^Unexpected closing tag `<\/([^>]*)>`, expected corresponding closing tag for `<([^>]*)>` \((\d+):(\d+)/.exec(
      reason,
    );
  if (wrong) {
    const [, closing = '', open = '', line = '1', column = '1'] = wrong;
    const opening = { line: Number(line), column: Number(column) };
    if (Object.hasOwn(components, closing) && !Object.hasOwn(components, open))
      return {
        ...opening,
        message: `There is no component \`<${open}>\`.`,
        hint: didYouMean(`<${closing}>`),
      };
    if (closest(closing, [open]) !== undefined || closing.toLowerCase() === open.toLowerCase())
      return {
        ...at,
        message: `\`</${closing}>\` closes nothing: what is open here is \`<${open}>\` from line ${line}.`,
        hint: `Write \`</${open}>\`.`,
      };
    return unclosed(open, opening, lines);
  }
  const open = /^Expected a closing tag for `<([^>]*)>` \((\d+):(\d+)/.exec(reason);
  if (open) return unclosed(open[1] ?? '', { line: Number(open[2]), column: Number(open[3]) }, lines);
  const inside = /^Expected the closing tag `(<\/[^>]*>)`/.exec(reason)?.[1];
  return inside
    ? {
        ...at,
        message: `\`${inside}\` stands inside a list or paragraph, but was opened before it.`,
        hint: `Put \`${inside}\` on a line of its own, as far left as its opening tag.`,
      }
    : undefined;
}

function unclosed(name: string, at: Point, lines: readonly string[]): MdxFault {
  const text = lines[at.line - 1] ?? '';
  const tag = /^<[^>]*>/.exec(text.slice(at.column - 1))?.[0] ?? `<${name}>`;
  if (alone.has(name) || name === 'br')
    return {
      ...at,
      message: `\`<${name}>\` holds nothing, so it must close itself.`,
      hint: `Write \`${tag.replace(/\s*>$/, ' />')}\`.`,
    };
  const message = `\`<${name}>\` is opened here and not closed where it should be.`;
  if (harmlessElements.has(name)) return { ...at, message, hint: `Write \`</${name}>\` behind its words.` };
  const own = text.trim() === tag;
  return {
    ...at,
    message,
    hint: own
      ? `Write \`</${name}>\` on a line of its own, indented like this one, where the part ends.`
      : `Write \`</${name}>\` behind its words, on the same line.`,
  };
}

function closesNothing({ line, column }: Point, lines: readonly string[]): MdxFault {
  const start = Math.max(0, column - 2);
  const tag = /^<\/[^>]*>/.exec((lines[line - 1] ?? '').slice(start))?.[0] ?? 'This tag';
  return {
    line,
    column: start + 1,
    message: `\`${tag}\` closes something that was never opened.`,
    hint: `Write \`${tag.replace('/', '')}\` where the part begins, or remove this tag.`,
  };
}

function closingTag(at: Point, lines: readonly string[]): MdxFault | undefined {
  const open = lastUnescaped('<', at, lines);
  const tag = open && /^<\/[^>]*>/.exec((lines[open.line - 1] ?? '').slice(open.column - 1))?.[0];
  return open && tag
    ? {
        ...open,
        message: `\`${tag}\` closes something, so it holds nothing but a name.`,
        hint: `Write \`${tag.replace(/[\s/]/g, '').replace('<', '</')}\`.`,
      }
    : undefined;
}

function code({ line }: Point, lines: readonly string[]): MdxFault {
  let row = line;
  while (row > 1 && !/^(?:import|export)\b/.test(lines[row - 1] ?? '')) row -= 1;
  const text = lines[row - 1] ?? '';
  const word = /^\w+/.exec(text)?.[0] ?? 'import';
  return {
    line: row,
    column: 1,
    message: `A paragraph that begins with \`${word}\` is read as code.`,
    hint: `Begin it with a capital letter: \`${word[0]?.toUpperCase()}${text.slice(1, 60)}\`, or remove it: articles import nothing.`,
  };
}

function brace(at: Point, lines: readonly string[]): MdxFault {
  const open = lastUnescaped('{', at, lines) ?? at;
  const text = lines[open.line - 1] ?? '';
  const rest = text.slice(open.column - 1);
  const before = text.slice(0, open.column - 1);
  const attribute = /([\w-]+)=$/.exec(before)?.[1];
  if (attribute)
    return {
      ...open,
      message: `The value of \`${attribute}\` stands in braces, and articles run nothing.`,
      hint: `Write \`${attribute}="…"\`.`,
    };
  if (rest.startsWith('{/*'))
    return {
      ...open,
      message: 'The comment is never closed.',
      hint: `Write \`${rest.replace(/\s*(?:\*\/?)?\s*\}?$/, '')} */}\`.`,
    };
  if (rest.startsWith('{#'))
    return {
      ...open,
      message: 'In MDX an id stands in a comment.',
      hint: `Write \`${rest.replace(/^\{(#[\w-]+)\}?.*/, '{/* $1 */}')}\`.`,
    };
  const words = rest.includes('}')
    ? rest.slice(0, rest.indexOf('}') + 1)
    : (/^\{\s?\S*/.exec(rest)?.[0] ?? '{');
  return {
    ...open,
    message: '`{` begins code in MDX, and articles hold none.',
    hint: `Write \`${words.replace(/[{}]/g, '\\$&')}\` for literal braces.`,
  };
}

function attributeValue(at: Point, lines: readonly string[]): MdxFault {
  const open = unclosedQuote(at, lines);
  if (open) {
    const text = lines[open.line - 1] ?? '';
    const quote = text[open.column - 1] ?? '"';
    return {
      ...open,
      message: `The attribute value that begins with \`${quote}\` is never closed.`,
      hint: `Write \`${tagAt(text, open.column, (tag) => tag.replace(/\s*\/?>?\s*$/, (end) => `${quote}${end}`))}\`.`,
    };
  }
  const text = lines[at.line - 1] ?? '';
  return {
    ...at,
    message: 'The value of an attribute stands in straight double quotes.',
    hint: `Write \`${tagAt(text, at.column, (tag) =>
      tag
        .replace(/=\s*[“”„]([^“”"]*)[”“"]/g, '="$1"')
        .replace(/=\s*([^\s"'{>“”/]+)["']?/g, '="$1"')
        .replace(/=(\s*\/?>)/g, '="…"$1'),
    )}\`.`,
  };
}

/** The tag on a line that holds a column, changed. */
function tagAt(text: string, column: number, change: (tag: string) => string): string {
  const start = Math.max(0, text.lastIndexOf('<', column - 1));
  const end = text.indexOf('>', start);
  return change(text.slice(start, end === -1 ? undefined : end + 1).trimEnd());
}

/** A quote inside a tag that its line does not close, at or before a point. */
function unclosedQuote({ line }: Point, lines: readonly string[]): Point | undefined {
  for (let row = line; row >= 1; row--) {
    const text = lines[row - 1] ?? '';
    for (const { 0: tag, index } of text.matchAll(/<[A-Za-z][^<]*/g)) {
      const match = /^<[\w.]+(?:\s+[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*\s+[\w-]+\s*=\s*(["'])/.exec(tag);
      if (match && !tag.slice(match[0].length).includes(match[1] ?? '"'))
        return { line: row, column: index + match[0].length };
    }
    if (text.trim() === '---') return undefined;
  }
  return undefined;
}

/** A `<` that begins no component. */
function sign(at: Point, lines: readonly string[]): MdxFault | undefined {
  const open = lastUnescaped('<', { line: at.line, column: at.column }, lines);
  if (!open) return undefined;
  const text = lines[open.line - 1] ?? '';
  const rest = text.slice(open.column - 1);
  const glued = Object.keys(components).find(
    (name) => rest.startsWith(`<${name}`) && /^\w/.test(rest.slice(name.length + 1)),
  );
  if (glued)
    return {
      ...open,
      message: `There is no space behind \`<${glued}\`.`,
      hint: `Write \`${rest.replace(`<${glued}`, `<${glued} `).replace(/>.*$/, '>')}\`.`,
    };
  const address = /^<((?:https?:\/\/|mailto:)?[^\s<>]+)>/.exec(rest);
  if (rest.startsWith('<!--'))
    return {
      ...open,
      message: 'HTML comments are not allowed in MDX.',
      hint: `Write \`${rest
        .replace(/^<!--\s*/, '{/* ')
        .replace(/\s*-->.*$/, '')
        .trimEnd()} */}\`.`,
    };
  if (address && /^https?:/.test(address[1] ?? ''))
    return {
      ...open,
      message: 'In MDX an address in angle brackets is no link.',
      hint: `Write \`[${address[1]}](${address[1]})\`.`,
    };
  if (address && /^[^/]+@/.test(address[1] ?? ''))
    return {
      ...open,
      message: 'In MDX an address in angle brackets is no link.',
      hint: `Write \`[${address[1]}](mailto:${address[1]?.replace('mailto:', '')})\`.`,
    };
  const earlier = /<[A-Za-z][\w.]*\s[^<]*?=(["'])[^"'<]*$/.exec(text.slice(0, open.column - 1));
  if (earlier)
    return attributeValue({ ...open, column: open.column - 1 }, [
      ...lines.slice(0, open.line - 1),
      text.slice(0, open.column - 1),
    ]);
  if (/^<[A-Z]/.test(rest) && !rest.includes('>'))
    return {
      ...open,
      message: 'This tag is never finished.',
      hint: `Write \`${rest.trim()}${alone.has(/^<(\w+)/.exec(rest)?.[1] ?? '') ? ' /' : ''}>\`.`,
    };
  if (/^<[A-Z]\w*[^>]*\s[\w-]+["']/.test(rest))
    return {
      ...open,
      message: 'An equals sign is missing between an attribute and its value.',
      hint: `Write \`${rest.replace(/>.*$/, '>').replace(/(\s[\w-]+)(["'])/, '$1=$2')}\`.`,
    };
  return {
    ...open,
    message: '`<` begins a component in MDX, and none follows.',
    hint: `Write \`\\${/^<\S*(?: \S+)?/.exec(rest)?.[0] ?? '<'}\` for a literal sign.`,
  };
}

/** The last unescaped sign at or before a point. */
function lastUnescaped(
  character: string,
  { line, column }: Point,
  lines: readonly string[],
): Point | undefined {
  for (let row = line; row >= 1; row--) {
    const text = (lines[row - 1] ?? '').slice(0, row === line ? column : undefined);
    for (
      let index = text.lastIndexOf(character);
      index !== -1;
      index = index === 0 ? -1 : text.lastIndexOf(character, index - 1)
    ) {
      if (text[index - 1] !== '\\') return { line: row, column: index + 1 };
    }
  }
  return undefined;
}
