import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
/** Where this run may write; removed at its end. */
export const scratch = process.env['KB_SCRATCH'] ?? join(root, '.cache', 'e2e', 'alone');

export interface Run {
  readonly code: number;
  /** Everything printed, without colours. */
  readonly output: string;
}

/** Builds another knowledge base, once per run however many workers ask for it, and gives the folder of the built site. `prepare` writes its content first. */
export async function buildOnce(
  content: string,
  prepare?: () => void,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const place = join(scratch, resolve(root, content).replace(/[^A-Za-z0-9]+/g, '-'));
  const dir = join(place, 'site');
  const verdict = join(place, 'failed');
  mkdirSync(scratch, { recursive: true });
  try {
    mkdirSync(place);
  } catch {
    // Another worker builds it. Its site appears complete in one move; its failure, as a file.
    for (let waited = 0; waited < 300_000 && !existsSync(dir) && !existsSync(verdict); waited += 100)
      await pause(100);
    if (existsSync(dir)) return dir;
    throw new Error(`${content} was not built; the other worker says why.`);
  }
  prepare?.();
  const { code, output } = await build(content, dir, environment);
  if (code === 0) return dir;
  writeFileSync(verdict, output);
  throw new Error(`${content} was not built:\n${output}`);
}

/** `astro build` of a knowledge base into a folder of its own. Builds take turns: Astro notes in one place what the content is. */
export async function build(
  content: string,
  outDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const turn = join(scratch, 'building');
  mkdirSync(scratch, { recursive: true });
  for (let waited = 0; waited < 300_000 && !takes(turn); waited += 100) await pause(100);
  try {
    return await run(
      [
        join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs'),
        'build',
        '--outDir',
        outDir,
      ],
      content,
      environment,
    );
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}

function takes(turn: string): boolean {
  try {
    mkdirSync(turn);
    return true;
  } catch {
    return false;
  }
}

/** One command of `kb`. */
export function kb(args: readonly string[], content: string): Promise<Run> {
  return run([join(root, 'src', 'cli', 'main.ts'), ...args], content);
}

function run(
  args: readonly string[],
  content: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const env = {
    ...process.env,
    ...environment,
    KB_CONTENT: content,
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_OPTIONS: '',
  };
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => (output += part.toString()));
    child.once('error', fail);
    child.once('close', (code) =>
      done({ code: code ?? 1, output: output.replaceAll(/\u001b\[[0-9;]*m/g, '') }),
    );
  });
}
