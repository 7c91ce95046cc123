import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AfterBuild, BeforeBuild } from '../steps.ts';
import { isAlive } from './at-end.ts';
import { outputFaultOf, outputOf } from './output.ts';
import { publish } from './publish.ts';
import { keepCache, keepFolder } from './run-folder.ts';

/**
 * Builds in the folder of the run and moves the site to the output folder at the very end, so that a build that fails or is
 * stopped, at whatever point, leaves the last good one as it was. `stage` comes before the build, `swap` is its last step.
 */
export function staging(): { readonly stage: BeforeBuild; readonly swap: AfterBuild } {
  let target = '';
  return {
    stage: ({ dir, project, run }, { command, config, updateConfig }) => {
      if (command !== 'build') return;
      target = outputOf(fileURLToPath(config.outDir));
      const fault = outputFaultOf(target, { project, content: dir.path });
      if (fault) throw new Error(fault);
      clearLeftovers(target);
      updateConfig({ outDir: pathToFileURL(`${join(run.root, 'site')}/`) });
    },
    swap: ({ path, run }, { out, logger }) => {
      keepFolder(join(out, 'search-index'), join(run.kept, 'search-index'), join(run.root, 'index'));
      keepCache(run);
      publish(out, target, { base: path });
      logger.info(`written to ${target}`);
    },
  };
}

/**
 * Clears what builds left at the output folder that were killed before they could do it themselves; that of living
 * processes stays. A build killed in the middle of the swap has put the last good site aside: it is put back.
 */
export function clearLeftovers(target: string): void {
  for (const [folder, name] of [
    [dirname(target), basename(target)],
    [target, 'mendbook'],
  ] as const) {
    if (!existsSync(folder)) continue;
    for (const entry of readdirSync(folder)) {
      const prefix = `.${name}-`;
      const [, pid, old] = entry.startsWith(prefix)
        ? (/^(\d+)(-old)?$/.exec(entry.slice(prefix.length)) ?? [])
        : [];
      if (pid === undefined || isAlive(Number(pid))) continue;
      const path = join(folder, entry);
      if (old && folder !== target && !existsSync(target)) renameSync(path, target);
      else rmSync(path, { recursive: true, force: true });
    }
  }
}
