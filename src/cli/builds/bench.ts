import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Command } from '../command.ts';

/** `bench [options]`: measures builds of generated knowledge bases, ours and those of other generators; `e2e/bench/run.ts` names the options. */
export const bench: Command = (args, { root }) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'e2e', 'bench', 'run.ts'), ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    child.once('error', fail);
    child.once('exit', (code) => done({ code: code === 0 ? 0 : 1 }));
  });
