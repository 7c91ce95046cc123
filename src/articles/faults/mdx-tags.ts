import { componentNames, componentOf, harmlessElements, isComponent } from '../../markdown/components.ts';
import { foreignTagWords } from '../marks/html-tags.ts';
import { closest } from '../../domain/problems/closest.ts';
import { didYouMean } from '../../domain/problems/say.ts';
import type { Point } from '../content.ts';
import { lastUnescaped, type MdxFault } from './mdx-fault.ts';

/** A closing tag that fits no opening one, or none at all. */
export function mismatch(reason: string, at: Point, lines: readonly string[]): MdxFault | undefined {
  const wrong =
    /^Unexpected closing tag `<\/([^>]*)>`, expected corresponding closing tag for `<([^>]*)>` \((\d+):(\d+)/.exec(
      reason,
    );
  if (wrong) {
    const [, closing = '', open = '', line = '1', column = '1'] = wrong;
    const opening = { line: Number(line), column: Number(column) };
    if (isComponent(closing) && !isComponent(open))
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
  if (standsAlone(name) || name === 'br')
    return {
      ...at,
      message: `\`<${name}>\` holds nothing, so it must close itself.`,
      hint: `Write \`${tag.replace(/\s*>$/, ' />')}\`.`,
    };
  if (!isComponentLike(name) && !harmlessElements.has(name)) {
    const [why, hint] = foreignTagWords(name, tag);
    return { ...at, message: why, hint };
  }
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

/** A component, also in small letters or mistyped: `<steps>`, `<Calout>`. */
function isComponentLike(name: string): boolean {
  return (
    componentNames.some((one) => one.toLowerCase() === name.toLowerCase()) ||
    closest(name, componentNames) !== undefined
  );
}

/** `</Steps>` where nothing is open. */
export function closesNothing({ line, column }: Point, lines: readonly string[]): MdxFault {
  const start = Math.max(0, column - 2);
  const tag = /^<\/[^>]*>/.exec((lines[line - 1] ?? '').slice(start))?.[0] ?? 'This tag';
  const name = /^<\/([\w.-]+)>$/.exec(tag)?.[1];
  if (name !== undefined && !isComponentLike(name) && !harmlessElements.has(name)) {
    const [why, hint] = foreignTagWords(name, tag);
    return { line, column: start + 1, message: why, hint };
  }
  return {
    line,
    column: start + 1,
    message: `\`${tag}\` closes something that was never opened.`,
    hint: `Write \`${tag.replace('/', '')}\` where the part begins, or remove this tag.`,
  };
}

/** `</Steps />` and `</Steps kind="x">`. */
export function closingTag(at: Point, lines: readonly string[]): MdxFault | undefined {
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

/** A component that holds nothing and closes itself. */
export function standsAlone(name: string): boolean {
  return componentOf(name)?.holds === 'nothing';
}
