import { componentNames } from '../../markdown/components.ts';
import type { Point } from '../content.ts';
import { lastUnescaped, type MdxFault } from './mdx-fault.ts';
import { bracesHint, inCodeMarks } from '../marks/html-tags.ts';
import { standsAlone } from './mdx-tags.ts';
import { attributeValue } from './mdx-attributes.ts';

/** A paragraph that begins with `import` or `export`. */
export function code({ line }: Point, lines: readonly string[]): MdxFault {
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

/** A brace that begins code: a comment, an id, or the sign itself. */
export function brace(at: Point, lines: readonly string[]): MdxFault {
  const last = lastUnescaped('{', at, lines) ?? at;
  const text = lines[last.line - 1] ?? '';
  // Of `{{x}}` the first brace.
  const open = text[last.column - 2] === '{' ? { ...last, column: last.column - 1 } : last;
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
  const whole = /^\{[^}]*\}+/.exec(rest)?.[0];
  const words = whole ?? /^\{\s?\S*/.exec(rest)?.[0] ?? '{';
  if (/^\{(?:%|\{[<%]|:)/.test(words))
    return {
      ...open,
      message: `\`${words}\` is a mark of another tool, and code in MDX.`,
      hint: 'Leave it out, or put it in code marks if readers are to see it.',
    };
  return {
    ...open,
    message: '`{` begins code in MDX, and articles hold none.',
    hint: whole ? bracesHint(whole) : `Write \`${words.replace(/[{}]/g, '\\$&')}\` for literal braces.`,
  };
}

/** A `<` that begins no component. */
export function sign(at: Point, lines: readonly string[]): MdxFault | undefined {
  const open = lastUnescaped('<', at, lines);
  if (!open) return undefined;
  const text = lines[open.line - 1] ?? '';
  const before = text.slice(0, open.column - 1);
  const rest = text.slice(open.column - 1);
  const [message, hint] = commentOrAddress(rest) ?? [];
  if (message !== undefined && hint !== undefined) return { ...open, message, hint };
  if (/<[A-Za-z][\w.]*\s[^<]*?=(["'])[^"'<]*$/.test(before))
    return attributeValue({ ...open, column: open.column - 1 }, [...lines.slice(0, open.line - 1), before]);
  const [why, remedy] = tornTag(rest) ??
    placeholder(rest) ?? [
      '`<` begins a component in MDX, and none follows.',
      `Write \`\\${/^<\S*(?: \S+)?/.exec(rest)?.[0] ?? '<'}\` for a literal sign.`,
    ];
  return { ...open, message: why, hint: remedy };
}

type Words = readonly [message: string, hint: string];

function commentOrAddress(rest: string): Words | undefined {
  const glued = componentNames.find(
    (name) => rest.startsWith(`<${name}`) && /^\w/.test(rest.slice(name.length + 1)),
  );
  if (glued)
    return [
      `There is no space behind \`<${glued}\`.`,
      `Write \`${rest.replace(`<${glued}`, `<${glued} `).replace(/>.*$/, '>')}\`.`,
    ];
  if (rest.startsWith('<!--')) {
    const note = rest
      .replace(/^<!--\s*/, '{/* ')
      .replace(/\s*-->.*$/, '')
      .trimEnd();
    return ['HTML comments are not allowed in MDX.', `Write \`${note} */}\`.`];
  }
  const address = /^<((?:https?:\/\/|mailto:)?[^\s<>]+)>/.exec(rest)?.[1];
  const to =
    address &&
    (/^https?:/.test(address)
      ? address
      : /^[^/]+@/.test(address)
        ? `mailto:${address.replace('mailto:', '')}`
        : undefined);
  return to
    ? ['In MDX an address in angle brackets is no link.', `Write \`[${address}](${to})\`.`]
    : undefined;
}

/** `<123>`, `<a|b>`, `<C:\path>`: words in angle brackets that are no tag. */
function placeholder(rest: string): Words | undefined {
  const whole = /^<[^<>\n]{1,60}>/.exec(rest)?.[0];
  return whole === undefined || /^<(?:[\s=-]|$)/.test(whole)
    ? undefined
    : ['`<` begins a component in MDX, and none follows.', inCodeMarks(whole)];
}

function tornTag(rest: string): Words | undefined {
  if (/^<[A-Z]/.test(rest) && !rest.includes('>'))
    return [
      'This tag is never finished.',
      `Write \`${rest.trim()}${standsAlone(/^<(\w+)/.exec(rest)?.[1] ?? '') ? ' /' : ''}>\`.`,
    ];
  return /^<[A-Z]\w*[^>]*\s[\w-]+["']/.test(rest)
    ? [
        'An equals sign is missing between an attribute and its value.',
        `Write \`${rest.replace(/>.*$/, '>').replace(/(\s[\w-]+)(["'])/, '$1=$2')}\`.`,
      ]
    : undefined;
}
