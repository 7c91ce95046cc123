import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { parseBody } from './parse.ts';

/** Lets a page be made of the very tree that the check has looked at: one reader, whatever the ends of lines. */
export function remarkReader(this: Processor): undefined {
  const parser = (text: string, file: VFile): Root =>
    parseBody(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), file.extname === '.md' ? 'md' : 'mdx');
  Object.assign(this, { parser });
}
