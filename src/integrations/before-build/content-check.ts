import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { problemsOf } from '../../articles/check-content.ts';
import { severityOf } from '../../domain/problems/problem.ts';
import { terminalReport } from '../../reports/terminal.ts';
import type { Base, BeforeBuild } from '../steps.ts';

/** An error in the content ends a build before anything is built. In dev, problems are shown now and after every edit, and work goes on. */
export const contentCheck: BeforeBuild = (base, { command, addWatchFile, updateConfig }) => {
  if ((command === 'build' || command === 'sync') && report(base))
    throw new Error(
      'The content has problems, listed above. Nothing was built; the last good build is untouched.',
    );
  if (command !== 'dev') return;
  // What the configuration is made of: an edit begins dev anew.
  for (const file of ['site.yaml', 'ui-paths.yaml', 'glossary.yaml', 'start.yaml'])
    addWatchFile(join(base.dir.path, file));
  const words = join(base.project, 'src', 'words');
  for (const file of readdirSync(words, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.ts')) addWatchFile(join(words, file));
  updateConfig({
    vite: {
      plugins: [{ name: 'mendbook:content-check', configureServer: (server) => reportEdits(base, server) }],
    },
  });
};

function reportEdits(base: Base, { watcher, ws }: ViteDevServer): void {
  report(base);
  let waiting: NodeJS.Timeout | undefined;
  watcher.add(base.dir.path);
  watcher.on('all', (_event, path) => {
    if (!path.startsWith(base.dir.path)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      report(base);
      // Astro knows the articles only; the pages are made of every file.
      ws.send({ type: 'full-reload' });
    }, 200);
  });
}

/** Prints every problem; true when one is an error. */
function report({ read }: Base): boolean {
  const problems = problemsOf(read());
  if (problems.length > 0)
    process.stderr.write(`${terminalReport(problems, { colour: process.stderr.isTTY === true })}\n`);
  return problems.some((problem) => severityOf(problem) === 'error');
}
