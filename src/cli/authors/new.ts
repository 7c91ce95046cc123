import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { contentDirOf, openableFile } from '../../articles/content-dir.ts';
import { textsOf, type Content } from '../../articles/content.ts';
import {
  idFromTitle,
  nearestArticles,
  pathOfNew,
  skeletonOf,
  type NewKind,
} from '../../articles/drafts/skeleton.ts';
import { readContent } from '../../articles/read/content.ts';
import type { Kind } from '../../domain/knowledge/article.ts';
import { isKebabCase } from '../../domain/knowledge/paths.ts';
import { closest } from '../../domain/problems/closest.ts';
import { didYouMean, listOf, sentences } from '../../domain/problems/say.ts';
import { readArguments, type Command, type Outcome } from '../command.ts';

const usage =
  'Use `kb new symptom|cause|fix|question|page "Title"`, with `--symptom ID` for a cause, `--cause ID` for a fix, and `--id ID` for an id of your own.';

/** What an article of a kind leans on, and the option that names it. */
const upwards: Partial<Readonly<Record<NewKind, Kind>>> = { cause: 'symptom', fix: 'cause' };

/** `new symptom|cause|fix|question|page "Title"`: begins a draft that passes the check but for what its author has to decide. Never overwrites. */
export const newArticle: Command = async (args, { root }) => {
  const read = readArguments(args, usage, {
    options: {
      id: { type: 'string' },
      symptom: { type: 'string', multiple: true },
      cause: { type: 'string', multiple: true },
    },
    allowPositionals: true,
  });
  if ('error' in read) return { code: 1, error: read.error };
  const [name = '', title = '', ...more] = read.positionals;
  const kind = (['symptom', 'cause', 'fix', 'question', 'page'] as const).find((one) => one === name);
  if (!kind || title.trim() === '' || more.length > 0) return { code: 1, error: usage };
  const id = read.values.id ?? idFromTitle(title);
  if (!isKebabCase(id))
    return {
      code: 1,
      error: `\`${id}\` cannot be an id. Write one with \`--id\`: lower-case words joined by hyphens.`,
    };
  const dir = contentDirOf(root);
  const content = readContent(dir);
  const path = pathOfNew({ kind, id });
  const file = openableFile(dir, `${dir.name}/${path}`);
  const taken = textsOf(content).find((file) => file.id === id);
  if (taken || existsSync(join(dir.path, path)))
    return {
      code: 1,
      error: `The id \`${id}\` is taken by \`${taken ? openableFile(dir, taken.file) : file}\`. Nothing was written; choose another with \`--id\`.`,
    };
  const above = upwards[kind];
  const edges = above
    ? await edgesTo(content, above, title, read.values[above === 'symptom' ? 'symptom' : 'cause'] ?? [])
    : [];
  if ('error' in edges) return { code: 1, error: edges.error };
  await mkdir(dirname(join(dir.path, path)), { recursive: true });
  await writeFile(
    join(dir.path, path),
    skeletonOf({ kind, id, title: title.trim(), edges }, content.words.content),
    { flag: 'wx' },
  );
  return written(file, kind, id);
};

/** The ids that an article leans on: those that were named, else those that the author chooses, else the nearest to choose from. */
async function edgesTo(
  content: Content,
  kind: Kind,
  title: string,
  named: readonly string[],
): Promise<readonly string[] | { readonly error: string }> {
  const near = nearestArticles(content, kind, title);
  const known = new Set(near.map(({ id }) => id));
  const chosen =
    named.length > 0 || !process.stdin.isTTY || near.length === 0 ? named : await ask(kind, near.slice(0, 8));
  const wrong = chosen.find((id) => !known.has(id));
  if (wrong !== undefined)
    return {
      error: sentences(
        `No ${kind} has the id \`${wrong}\`.`,
        didYouMean(closest(wrong, known)),
        near.length > 0 ? `Nearest: ${listOf(near.slice(0, 5).map(({ id }) => id))}.` : undefined,
      ),
    };
  if (chosen.length > 0 || near.length === 0) return chosen;
  return {
    error: `Name at least one ${kind} with \`--${kind} ID\`. Nearest: ${near
      .slice(0, 5)
      .map((one) => `\`${one.id}\` (${one.title})`)
      .join(', ')}.`,
  };
}

async function ask(
  kind: Kind,
  near: readonly { readonly id: string; readonly title: string }[],
): Promise<readonly string[]> {
  const list = near.map(({ id, title }, index) => `  ${index + 1}  ${id} (${title})`).join('\n');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question(
    `Which ${kind}? Numbers or ids, with spaces between them:\n${list}\n> `,
  );
  lines.close();
  return answer
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((word) => near[Number(word) - 1]?.id ?? word);
}

function written(path: string, kind: NewKind, id: string): Outcome {
  const next =
    kind === 'question'
      ? `Fill in \`likely\` for each answer, and name \`${id}\` in \`questions\` of a symptom.`
      : `Each \`TODO\` in it is something to decide; \`npm run check\` lists them. Take out \`draft: true\` when none is left.`;
  return { code: 0, output: `Wrote ${path}. ${next}` };
}
