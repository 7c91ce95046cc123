import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Command } from '../command.ts';

/** `bench [options]`: measures builds of generated knowledge bases, ours and those of other generators, or with `--dev` the dev server; `e2e/bench/run.ts` and `dev.ts` name the options. */
export const bench: Command = (args, { root }) =>
  new Promise((done, fail) => {
    const script = args.includes('--dev') ? 'dev.ts' : 'run.ts';
    const child = spawn(process.execPath, [join(root, 'e2e', 'bench', script), ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    child.once('error', fail);
    child.once('exit', (code) => done({ code: code === 0 ? 0 : 1 }));
  });
