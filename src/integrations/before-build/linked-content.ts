import { dirname, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import type { RunFolder } from '../run/run-folder.ts';

/**
 * The files of the knowledge base are known to the bundler by the link in the folder of the run, not by where they really lie:
 * it would take a `#` or a `?` in a path for the end of it.
 */
export function linkedContent({ content }: Pick<RunFolder, 'content'>): Plugin {
  const inside = `${content}${sep}`;
  return {
    name: 'mendbook:linked-content',
    enforce: 'pre',
    resolveId: (source, importer) => {
      if (source.startsWith(inside)) return source;
      return source.startsWith('.') && importer?.startsWith(inside)
        ? resolve(dirname(importer.split('?')[0] ?? ''), source)
        : undefined;
    },
  };
}
