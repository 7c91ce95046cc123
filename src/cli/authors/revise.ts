import { contentDirOf, openableFile, openableFrom } from '../../articles/content-dir.ts';
import { mergeArticles } from '../../articles/revise/merge.ts';
import { openDesk, type Desk, type Refusal } from '../../articles/revise/desk.ts';
import { renameArticle } from '../../articles/revise/rename.ts';
import { settle } from '../../articles/revise/settle.ts';
import { extractSteps, splitArticle, type Part } from '../../articles/revise/split.ts';
import { terminalReport } from '../../reports/terminal.ts';
import { readArguments, type Command, type Outcome } from '../command.ts';

const usages = {
  rename: 'Use `kb rename ID NEW-ID`.',
  merge: 'Use `kb merge ID OTHER`: the first one stays, and the address of the other leads there.',
  split: 'Use `kb split ID NEW-ID "Title" --steps 3-5`, or `--heading "Words"` for a section.',
  extract: 'Use `kb extract NEW-ID "Title" FIX FIX [FIX …] [--steps N]`.',
} as const;

/** `rename ID NEW-ID`: the file, all references and links; the old address leads on. */
export const rename: Command = async (args, { root }) => {
  const ids = positionals(args, usages.rename);
  if (!Array.isArray(ids) || ids.length !== 2) return refused(ids, usages.rename);
  const [from = '', to = ''] = ids;
  return revise(root, (desk) => renameArticle(desk, from, to) ?? { said: [`\`${from}\` is \`${to}\` now.`] });
};

/** `merge ID OTHER`: one article of two; edges, screen texts and addresses of the other are taken over. */
export const merge: Command = async (args, { root }) => {
  const ids = positionals(args, usages.merge);
  if (!Array.isArray(ids) || ids.length !== 2) return refused(ids, usages.merge);
  const [into = '', gone = ''] = ids;
  return revise(root, (desk) => {
    const done = mergeArticles(desk, into, gone);
    if ('errors' in done) return done;
    const left = done.left.map((passage) => `  ${passage}`);
    const told = left.length > 0 ? [`Only \`${gone}\` said this; take over what readers need:`, ...left] : [];
    return { said: [`\`${gone}\` is a part of \`${into}\` now.`, ...told] };
  });
};

/** `split ID NEW-ID "Title"`: some steps or a section become an article of their own with the same edges. */
export const split: Command = async (args, { root }) => {
  const read = readArguments(args, usages.split, {
    options: { steps: { type: 'string' }, heading: { type: 'string' } },
    allowPositionals: true,
  });
  if ('error' in read) return { code: 1, error: read.error };
  const [from = '', id = '', title = '', ...more] = read.positionals;
  const part = partOf(read.values);
  if (title.trim() === '' || more.length > 0 || !part) return { code: 1, error: usages.split };
  return revise(
    root,
    (desk) =>
      splitArticle(desk, from, part, { id, title }) ?? {
        said: [
          `A part of \`${from}\` is \`${id}\` now, with the same edges. Look at the minutes and the summary of both.`,
        ],
      },
  );
};

/** `extract NEW-ID "Title" FIX FIX …`: first steps that fixes share become one that they require. */
export const extract: Command = async (args, { root }) => {
  const read = readArguments(args, usages.extract, {
    options: { steps: { type: 'string' } },
    allowPositionals: true,
  });
  if ('error' in read) return { code: 1, error: read.error };
  const [id = '', title = '', ...fixes] = read.positionals;
  const { steps } = read.values;
  if (fixes.length < 2 || (steps !== undefined && !/^\d+$/.test(steps)))
    return { code: 1, error: usages.extract };
  return revise(root, (desk) => {
    const done = extractSteps(desk, fixes, { id, title }, steps === undefined ? undefined : Number(steps));
    if ('errors' in done) return done;
    return {
      said: [`${done.steps} steps of ${fixes.length} fixes stand in \`${id}\` now, which they require.`],
    };
  });
};

function positionals(args: readonly string[], usage: string): readonly string[] | { readonly error: string } {
  const read = readArguments(args, usage, { options: {}, allowPositionals: true });
  return 'error' in read ? { error: String(read.error) } : read.positionals;
}

function refused(read: readonly string[] | { readonly error: string }, usage: string): Outcome {
  return { code: 1, error: 'error' in read ? read.error : usage };
}

function partOf({
  steps,
  heading,
}: {
  readonly steps?: string | undefined;
  readonly heading?: string | undefined;
}): Part | undefined {
  if (heading !== undefined) return steps === undefined ? { heading } : undefined;
  const match = /^(\d+)(?:-(\d+))?$/.exec(steps ?? '');
  return match ? { first: Number(match[1]), last: Number(match[2] ?? match[1]) } : undefined;
}

/** Does a piece of work at a desk and writes it, or says why nothing was written. */
function revise(root: string, work: (desk: Desk) => Refusal | { readonly said: readonly string[] }): Outcome {
  const desk = openDesk(contentDirOf(root));
  const done = work(desk);
  if ('errors' in done) return { code: 1, error: [...done.errors, 'Nothing was written.'].join('\n') };
  const settled = settle(desk);
  if ('problems' in settled)
    return {
      code: 1,
      error: `${terminalReport(openableFrom(settled.problems, desk.dir), { colour: false })}\nNothing was written: the check has to be clean before and after.`,
    };
  const { dir } = desk;
  return {
    code: 0,
    output: [
      ...done.said,
      ...(settled.led.length > 0 ? ['Links that live on:', ...settled.led.map((line) => `  ${line}`)] : []),
      `Written: ${settled.files.map((file) => openableFile(dir, `${dir.name}/${file}`)).join(', ')}.`,
      'Next: `npm run check`, and `npm run kb -- permalinks --write` before you publish.',
    ].join('\n'),
  };
}
