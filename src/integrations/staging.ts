import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AfterBuild, BeforeBuild } from './steps.ts';

/**
 * Builds beside the output folder and swaps the two at the very end, so that a build that fails, at whatever point,
 * leaves the last good one as it was. `stage` comes before the build, `swap` is its last step.
 */
export function staging(): { readonly stage: BeforeBuild; readonly swap: AfterBuild } {
  let target = '';
  return {
    stage: (_, { command, config, updateConfig }) => {
      if (command !== 'build') return;
      target = fileURLToPath(config.outDir).replace(/[\\/]$/, '');
      clearLeftovers(target);
      const folder = stagingOf(target, process.pid);
      updateConfig({ outDir: pathToFileURL(`${folder}/`) });
      process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    },
    swap: (_, { logger }) => {
      const folder = stagingOf(target, process.pid);
      const old = `${folder}-old`;
      if (existsSync(target)) renameSync(target, old);
      renameSync(folder, target);
      rmSync(old, { recursive: true, force: true });
      logger.info(`written to ${target}`);
    },
  };
}

/**
 * Clears what builds left beside the output folder that were killed before they could do it themselves; those of living
 * processes stay. A build killed in the middle of the swap has put the last good site aside: it is put back.
 */
export function clearLeftovers(target: string): void {
  const beside = dirname(target);
  const prefix = `.${basename(target)}-`;
  if (!existsSync(beside)) return;
  for (const name of readdirSync(beside)) {
    const [, pid, old] = name.startsWith(prefix)
      ? (/^(\d+)(-old)?$/.exec(name.slice(prefix.length)) ?? [])
      : [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const path = join(beside, name);
    if (old && !existsSync(target)) renameSync(path, target);
    else rmSync(path, { recursive: true, force: true });
  }
}

function stagingOf(target: string, pid: number): string {
  return join(dirname(target), `.${basename(target)}-${pid}`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
