import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Pages } from '../pages/memory.ts';
import type { Base, BeforeBuild, Log } from '../step.ts';
import { isAlive } from './at-end.ts';
import { faultOf } from './fault.ts';
import { outputFaultOf, outputOf } from './output.ts';
import { publish, publishChanges } from './publish.ts';
import { generatorIn, keepSite, siteIn } from './kept-site.ts';
import { keepCache } from './run-folder.ts';

/**
 * Lets a build write into the folder of its run; `swap` moves the site to the output folder at the very end, so that a build that fails
 * or is stopped, at whatever point, leaves the last good one as it was.
 */
export const stage: BeforeBuild = (base, { command, config, updateConfig }) => {
  if (command !== 'build') return;
  // As it is now: an edit while the build runs belongs to the next one.
  generatorIn(base);
  makeReady(base, fileURLToPath(config.outDir));
  updateConfig({ outDir: pathToFileURL(`${siteIn(base)}/`) });
};

/** Clears what killed builds left at an output folder. Throws where a site must not be written to it. */
export function makeReady({ project, dir }: Base, asked: string): void {
  const target = outputOf(asked);
  const fault = outputFaultOf(target, { project, content: dir.path });
  if (fault) throw faultOf(fault);
  clearLeftovers(target);
}

/** Brings the site of a build, which consists of these files, to its output folder, and keeps it, and what else other runs for the same knowledge base can use. */
export function swap(
  base: Base,
  { pages, files }: { readonly pages: Pages; readonly files: readonly string[] },
  asked: string,
  logger: Log,
): void {
  const { path, run } = base;
  const out = siteIn(base);
  const target = outputOf(asked);
  keepCache(run);
  if (publishChanges(out, target, { base: path }, files)) keepSite(base, pages);
  else {
    keepSite(base, pages, files);
    publish(out, target, { base: path });
  }
  logger.info(`written to ${target}`);
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
