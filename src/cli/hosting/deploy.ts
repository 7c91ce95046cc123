import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { hashesName, hashesText, keptName, parseHashes, type FileHashes } from '../../hosting/file-hashes.ts';
import { missingSite } from '../../server/built-site.ts';
import { readArguments, type Command, type Outcome } from '../command.ts';
import { verify } from './verify.ts';
import { siteFolder } from '../builds/site-folder.ts';

const usage = '`deploy` takes a folder, `--dir dist`, `--keep 3` and `--rollback`.';
const current = 'current';

/**
 * `deploy FOLDER [--dir dist] [--keep 3] [--rollback]`: copies a built site into `FOLDER/releases/`, proves it, and then, in one
 * move, lets `FOLDER/current` lead to it. Whatever is cut off before leaves the last site as it was.
 */
export const deploy: Command = async (args, context) => {
  const read = readArguments(args, usage, {
    allowPositionals: true,
    options: {
      dir: { type: 'string' },
      keep: { type: 'string', default: '3' },
      rollback: { type: 'boolean', default: false },
    },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const [folder, ...more] = read.positionals;
  const keep = Number(read.values.keep);
  if (folder === undefined || more.length > 0 || !Number.isInteger(keep) || keep < 1)
    return { code: 1, error: usage };
  const target = resolve(folder);
  if (read.values.rollback) return rollBack(target);
  const dir = siteFolder(context.root, read.values.dir);
  const missing = missingSite(context.root, dir);
  if (missing) return { code: 1, error: missing };
  try {
    return await release(dir, target, keep, context);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { code: 1, error: `Nothing was published, ${target} is as it was: ${reason}.` };
  }
};

async function release(
  dir: string,
  target: string,
  keep: number,
  context: Parameters<Command>[1],
): Promise<Outcome> {
  const releases = join(target, 'releases');
  mkdirSync(releases, { recursive: true });
  // What deploys left half that were killed.
  for (const name of readdirSync(releases).filter((name) => name.startsWith('.')))
    rmSync(join(releases, name), { recursive: true, force: true });
  const before = leadsTo(target);
  const number = String(
    1 + Math.max(0, ...releasesIn(target).map((name) => Number.parseInt(name, 10))),
  ).padStart(4, '0');
  const hash = createHash('sha256')
    .update(readFileSync(join(dir, hashesName)))
    .digest('hex')
    .slice(0, 12);
  const name = `${number}-${hash}`;
  const place = join(releases, `.${name}`);
  try {
    cpSync(dir, place, { recursive: true });
  } catch (error) {
    rmSync(place, { recursive: true, force: true });
    throw error;
  }
  const proven = await verify([place], context);
  if (proven.code !== 0) {
    rmSync(place, { recursive: true, force: true });
    return { code: 1, error: `Nothing was published: the copy is not whole.\n${proven.error ?? ''}` };
  }
  if (before !== undefined) keepAssets(join(releases, before), place);
  renameSync(place, join(releases, name));
  pointTo(target, name);
  // A release that was rolled back is not one to go back to.
  const all = releasesIn(target);
  const good = [...all.slice(0, all.indexOf(before ?? '') + 1), name];
  const stay = new Set([...good.slice(-keep), before]);
  for (const old of all) if (!stay.has(old)) rmSync(join(releases, old), { recursive: true, force: true });
  return {
    code: 0,
    output: `${join(target, current)} leads to releases/${name}. Back again: \`npm run kb -- deploy ${target} --rollback\`.`,
  };
}

/** Pages that are open when the site changes still ask for the scripts of their own build. */
function keepAssets(from: string, to: string): void {
  const kept = [...hashesIn(join(from, hashesName))].filter(
    ([name]) => name.startsWith('_astro/') && !existsSync(join(to, name)),
  );
  for (const [name] of kept) linkSync(join(from, name), join(to, name));
  const list = join(to, keptName);
  if (kept.length > 0) writeFileSync(list, hashesText(new Map([...hashesIn(list), ...kept])));
}

function hashesIn(file: string): FileHashes {
  return (existsSync(file) && parseHashes(readFileSync(file, 'utf8'))) || new Map<string, string>();
}

function rollBack(target: string): Outcome {
  const here = leadsTo(target);
  const all = releasesIn(target);
  const last = here === undefined ? undefined : all[all.indexOf(here) - 1];
  if (here === undefined || last === undefined)
    return { code: 1, error: `There is no earlier release in \`${target}\` to go back to.` };
  keepAssets(join(target, 'releases', here), join(target, 'releases', last));
  pointTo(target, last);
  return { code: 0, output: `${join(target, current)} leads to releases/${last} again.` };
}

/** Lets `current` lead to a release, in one move: whoever asks gets the old site or the new one. */
function pointTo(target: string, name: string): void {
  const fresh = join(target, `.${current}-${process.pid}`);
  rmSync(fresh, { force: true });
  symlinkSync(join('releases', name), fresh);
  renameSync(fresh, join(target, current));
}

function leadsTo(target: string): string | undefined {
  try {
    return basename(readlinkSync(join(target, current)));
  } catch {
    return undefined;
  }
}

/** The names of all releases, the oldest first. */
function releasesIn(target: string): readonly string[] {
  const folder = join(target, 'releases');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d{4,}-/.test(name))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}
