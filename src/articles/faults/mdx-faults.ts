import type { VFileMessage } from 'vfile-message';
import type { Point } from '../content.ts';
import type { MdxFault } from './mdx-fault.ts';
import { mismatch, closesNothing, closingTag } from './mdx-tags.ts';
import { attributeValue } from './mdx-attributes.ts';
import { code, brace, sign } from './mdx-signs.ts';

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
