import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Builds beside the output folder and swaps the two at the very end, so that a build that fails, at whatever point,
 * leaves the last good one as it was. Must be the last integration: its end is the end of the build.
 */
export function safeOutput(): AstroIntegration {
  let target = '';
  let staging = '';
  return {
    name: 'mendbook:safe-output',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        target = fileURLToPath(config.outDir).replace(/[\\/]$/, '');
        staging = join(dirname(target), `.${basename(target)}-${process.pid}`);
        updateConfig({ outDir: pathToFileURL(`${staging}/`) });
        process.on('exit', () => rmSync(staging, { recursive: true, force: true }));
      },
      'astro:build:done': ({ logger }) => {
        const old = `${staging}-old`;
        if (existsSync(target)) renameSync(target, old);
        renameSync(staging, target);
        rmSync(old, { recursive: true, force: true });
        logger.info(`written to ${target}`);
      },
    },
  };
}
