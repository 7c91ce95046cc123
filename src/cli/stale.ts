import { contentDirOf, openableFile } from '../articles/content-dir.ts';
import { readContent } from '../articles/read/content.ts';
import { staleArticles, type StaleArticle } from '../articles/changes/stale.ts';
import { readArguments, type Command } from './command.ts';

/** `stale` lists the articles that a change of `changes.yaml` touches and that nobody has checked since; `--json` for programs. */
export const stale: Command = async (args, { root }) => {
  const read = readArguments(args, '`stale` takes `--json` or nothing.', {
    options: { json: { type: 'boolean' } },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const dir = contentDirOf(root);
  const found = staleArticles(readContent(dir)).map((article) => ({
    ...article,
    file: openableFile(dir, article.file),
  }));
  return { code: 0, output: read.values.json ? JSON.stringify(found, null, 1) : textOf(found) };
};

function textOf(found: readonly StaleArticle[]): string {
  if (found.length === 0) return 'No article is older than a change in `changes.yaml`.';
  const lines = found.map(({ file, owner, checked, changes }) => {
    const why = changes.map(({ date, version, place, source, note }) =>
      [`${version ?? place ?? source} changed on ${date}`, note].filter(Boolean).join(': '),
    );
    return `${file}\n    ${owner ?? 'no owner'}, checked ${checked ?? 'never'}: ${why.join('; ')}`;
  });
  return `${lines.join('\n')}\n\n${found.length} ${found.length === 1 ? 'article' : 'articles'} to look at. Write \`checked:\` with the day on which you did.`;
}
