import { contentDirOf } from '../../articles/content-dir.ts';
import { readContent } from '../../articles/read/content.ts';
import { similarArticles, type SimilarPair } from '../../articles/revise/similar.ts';
import { readArguments, type Command } from '../command.ts';

/** `similar [--json]`: fixes and causes that may say the same, and what one would do about it. */
export const similar: Command = async (args, { root }) => {
  const read = readArguments(args, 'Use `kb similar [--json]`.', {
    options: { json: { type: 'boolean', default: false } },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const pairs = similarArticles(readContent(contentDirOf(root)));
  if (read.values.json) return { code: 0, output: JSON.stringify(pairs, null, 1) };
  return {
    code: 0,
    output: pairs.length === 0 ? 'No two fixes or causes are much alike.' : pairs.map(linesOf).join('\n'),
  };
};

function linesOf({ kind, ids, score, because, command }: SimilarPair): string {
  return `${score.toFixed(2)}  ${kind}  ${ids.join(' ~ ')}\n      ${because.join(' ')}\n      npm run kb -- ${command.slice('kb '.length)}`;
}
