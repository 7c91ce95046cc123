import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheOf } from '../articles/content-dir.ts';
import type { Command } from './command.ts';
import { thisComputer } from './browser/bring-browser.ts';
import { findBrowser } from './browser/find-browser.ts';
import { withBuiltSite } from './browser/with-built-site.ts';

/**
 * `e2e [Playwright's arguments]`: the browser tests against the built site. `KB_DIST` names another folder. `e2e --find-browser` only
 * looks for a browser, and fetches one where there is none, which needs no site.
 * The tests get the site's address as KB_URL, its folder as KB_DIST, the browser as KB_CHROMIUM, and as KB_SCRATCH a folder
 * for the sites that they build themselves, which lasts for this run.
 */
export const e2e: Command = async (args, { root }) => {
  if (args.includes('--find-browser')) {
    const found = await findBrowser(thisComputer(root, (line) => process.stderr.write(`${line}\n`)));
    return 'error' in found
      ? { code: 1, error: found.error }
      : { code: 0, output: `Found ${found.path} (${found.from}).` };
  }
  return withBuiltSite(root, undefined, async ({ dir, url, browser }) => {
    process.stdout.write(`Testing with ${browser.path} (from ${browser.from}).\n`);
    mkdirSync(join(cacheOf(root), 'e2e'), { recursive: true });
    const scratch = mkdtempSync(join(cacheOf(root), 'e2e', 'run-'));
    try {
      const env = {
        ...process.env,
        KB_URL: url,
        KB_DIST: dir,
        KB_CHROMIUM: browser.path,
        KB_SCRATCH: scratch,
      };
      return { code: await runPlaywright(root, args, env) };
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });
};

function runPlaywright(root: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<0 | 1> {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
  return new Promise((done, fail) => {
    const child = spawn(
      process.execPath,
      [cli, 'test', '--config', join(root, 'e2e', 'playwright.config.ts'), ...args],
      { cwd: root, env, stdio: 'inherit' },
    );
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => child.kill(signal));
    process.on('SIGINT', () => undefined); // Ctrl+C reaches Playwright itself, which then ends with its own code.
    child.once('error', fail);
    child.once('exit', (code) => done(code === 0 ? 0 : 1));
  });
}
