import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent } from '../articles/check-content.ts';
import type { ContentDir } from '../articles/content-dir.ts';
import { severityOf } from '../domain/problems/problem.ts';
import { terminalReport } from '../reports/terminal.ts';

/** Runs the check before anything is built. An error ends a build with exit code 1; in dev problems are shown and work goes on. */
export function contentCheck(dir: ContentDir): AstroIntegration {
  let command = '';
  const report = async (): Promise<boolean> => {
    const { problems } = checkContent(dir);
    if (problems.length > 0)
      process.stderr.write(`${terminalReport(problems, { colour: process.stderr.isTTY === true })}\n`);
    return problems.some((problem) => severityOf(problem) === 'error');
  };
  return {
    name: 'mendbook:content-check',
    hooks: {
      'astro:config:setup': ({ command: name, addWatchFile, config }) => {
        command = name;
        if (command !== 'dev') return;
        for (const file of ['site.yaml', 'ui-paths.yaml', 'glossary.yaml'])
          addWatchFile(new URL(file, `file://${dir.path}/`));
        addWatchFile(fileURLToPath(new URL('src/words/en.ts', config.root)));
      },
      'astro:config:done': async () => {
        if (command !== 'build' && command !== 'sync') return;
        if (await report())
          throw new Error(
            'The content has problems, listed above. Nothing was built; the last good build is untouched.',
          );
      },
      'astro:server:setup': async ({ server }) => {
        await report();
        let waiting: NodeJS.Timeout | undefined;
        server.watcher.add(dir.path);
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(dir.path)) return;
          clearTimeout(waiting);
          waiting = setTimeout(() => {
            void report();
            // Astro knows the articles only; the pages are made of every file.
            server.ws.send({ type: 'full-reload' });
          }, 200);
        });
      },
    },
  };
}
