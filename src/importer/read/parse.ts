import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { parseBody } from '../../markdown/parse.ts';

const tables = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };

/** What only the whole parser understands: bare addresses, struck words, footnotes and task lists. */
const extended = /(?<![(<"'=\]\w/])(?:https?:\/\/|www\.)|[\w.+-]@[\w-]+\.|~|\[\^|\[[ xX]\]/;

const code = /^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t]*\1[ \t]*$|`[^`\n]+`/gm;

/** The syntax tree of an old text. Looking for bare addresses at every letter takes a third of the time, and most texts hold none. */
export function parseOldText(text: string): Root {
  return extended.test(text.replace(code, '')) ? parseBody(text, 'md') : fromMarkdown(text, tables);
}
