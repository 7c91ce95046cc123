import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { buildCacheOf, calledFrom, contentDirOf } from '../../articles/content-dir.ts';
import { filesBelow } from '../../articles/read/files-below.ts';
import { generatorFiles } from '../../articles/read/generator-files.ts';
import { isoDateOf } from '../../domain/values/iso-date.ts';
import type { Command } from '../command.ts';
import { listOf, otherOwnerOf, readStamp, stampFile, writeStamp } from './stamp.ts';
import { usualFolder } from './site-folder.ts';

/**
 * `build [--clean] [options of astro build]`: builds the site; does nothing where neither the content, the generator, the
 * day nor the built site has changed since the last build. `--clean` forgets everything that builds remember.
 */
export const build: Command = async (args, { root }) => {
  const dir = contentDirOf(root);
  const asked = args.filter((arg) => arg !== '--clean');
  const options = outDirOf(asked) === undefined ? [...asked, '--outDir', usualFolder(root, dir)] : asked;
  const cache = buildCacheOf(root, dir);
  if (asked.length < args.length) rmSync(cache, { recursive: true, force: true });
  const out = resolve(root, outDirOf(options) ?? '');
  const stamp = stampFile(root, dir, out);
  const madeOf = stateOf(root, dir.path, options);
  const last = readStamp(stamp);
  if (last?.madeOf === madeOf && last.made === listOf(out))
    return {
      code: 0,
      output: `Nothing has changed since the last build, so ${relative(root, out) || out} stays as it is. \`npm run check\` lists what the content still lacks; \`npm run build -- --clean\` builds it anew.`,
    };
  rmSync(stamp, { force: true });
  const other = otherOwnerOf(root, dir, out);
  if (other !== undefined)
    process.stderr.write(
      `${relative(root, out) || out} holds the site of \`${calledFrom({ path: other, name: '' })}\`, whose place this one will take. To keep both, build this one elsewhere: \`npm run build -- --outDir folder\`.\n`,
    );
  const code = await buildSite(root, cache, options);
  if (code === 0) writeStamp(stamp, { of: dir.path, madeOf, made: listOf(out) });
  return { code: code === 0 ? 0 : 1 };
};

function outDirOf(options: readonly string[]): string | undefined {
  const at = options.findIndex((option) => /^--out(?:Dir|-dir)(?:=|$)/.test(option));
  return at === -1 ? undefined : (/=(.*)/.exec(options[at] ?? '')?.[1] ?? options[at + 1]);
}

/** Everything that a build reads, as one hash: the content and the generator, byte for byte, the day, and how it was called. */
function stateOf(root: string, content: string, options: readonly string[]): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([process.version, isoDateOf(), content, options, process.env['KB_CONTENT']]));
  for (const path of [...filesBelow(content), ...generatorFiles(root)])
    hash.update(`\0${path}\0`).update(bytesOf(path));
  return hash.digest('hex');
}

/** What a file holds; of one that the system lets nobody read, the check tells. */
function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.of();
  }
}

/** Out of the last site where there is one, else, or where that cannot be done, by Astro. Gives the exit code. */
async function buildSite(root: string, cache: string, asked: readonly string[]): Promise<number> {
  if (existsSync(join(cache, 'pages.json'))) {
    const rebuild = join(root, 'src', 'integrations', 'rebuild.ts');
    const code = await run(root, [rebuild, 'build', ...asked]);
    if (code !== cannotRebuild) return code;
  }
  const bin = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs');
  return run(root, [bin, 'build', ...asked]);
}

/** What `rebuild.ts` ends with where Astro is needed. */
const cannotRebuild = 75;

/**
 * Room for young objects: with half of it, what is soon done with is carried along, and a build of 4,800 articles takes a tenth longer and
 * more memory, not less. The same for every build: what one has compiled of the
 * generator is of use only to those with the same options of V8, and to compile all of it takes three seconds.
 */
const room = ['--max-semi-space-size=64'];

/**
 * Native code, the bundler above all, gives back what it no longer needs: glibc with one heap for all threads, and mimalloc at once.
 * Of 1,200 articles that are 110 MB of 730. Systems without them do not look at it.
 */
const frugal = { MALLOC_ARENA_MAX: '1', MIMALLOC_PURGE_DELAY: '0' };

function run(root: string, args: readonly string[]): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...room, ...args], {
      cwd: root,
      stdio: 'inherit',
      // What one build has compiled of the generator, the next one need not.
      env: { NODE_COMPILE_CACHE: join(root, '.cache', 'node'), ...frugal, ...process.env },
    });
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => child.kill(signal));
    process.on('SIGINT', () => undefined); // Ctrl+C reaches the build itself, which then ends with its own code.
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}
