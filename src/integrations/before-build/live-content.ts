import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isRunnableDevEnvironment, type DevEnvironment, type ViteDevServer } from 'vite';
import { knowledgeBaseOf } from '../../articles/check/plans.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { terminalReport } from '../../reports/terminal.ts';
import type { Base, BeforeBuild } from '../step.ts';
import { reportErrors } from './content-check.ts';
import { screenshotsName } from './screenshots.ts';
import { styleName } from './site-style.ts';
import { htmlText } from '../../domain/values/markup.ts';
import { modulesBelow } from '../../files/names-below.ts';

/** Milliseconds between two looks at the content; more where a look takes long. */
const pause = 250;

/**
 * In dev, shows every edit of the knowledge base at once, and what is wrong with it in the page and in the terminal. The
 * content is looked at again and again, because no system tells of edits in every kind of folder, link and mount.
 */
export const liveContent: BeforeBuild = (base, { command, addWatchFile, updateConfig }) => {
  if (command !== 'dev') return;
  const words = join(base.project, 'src', 'words');
  for (const { name } of modulesBelow(words)) addWatchFile(join(words, name));
  addWatchFile(addressFile(base));
  updateConfig({
    vite: { plugins: [{ name: 'mendbook:live-content', configureServer: (server) => follow(base, server) }] },
  });
};

/** The file whose change begins dev anew: the address of the site is a part of its configuration. */
function addressFile({ run }: Base): string {
  return join(run.root, 'address');
}

function follow(base: Base, server: ViteDevServer): void {
  let shown = base.read();
  let errors = reportErrors(base);
  let waiting: NodeJS.Timeout | undefined;
  const look = (): void => {
    const began = performance.now();
    try {
      const now = base.read();
      if (now !== shown) {
        shown = now;
        errors = reportErrors(base);
        show(base, server);
      }
    } catch (error) {
      // A file that went while it was read: the next look finds the folder as it is then.
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
    waiting = setTimeout(look, Math.max(pause, 5 * (performance.now() - began))).unref();
  };
  look();
  server.httpServer?.once('close', () => clearTimeout(waiting));
  // Whoever opens a page sees what is wrong, not only whoever had one open.
  server.ws.on('connection', () => errors.length > 0 && server.ws.send(overlayOf(errors)));
  server.middlewares.use((request, response, next) => {
    const isPage = /\/(?:\?.*)?$/.test(request.url ?? '');
    if (!isPage || errors.length === 0 || knowledgeBaseOf(base.read())) return next();
    response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' }).end(problemPage(errors));
  });
}

function show(base: Base, server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    forget(environment);
    // Astro forgets which pages there are.
    if (environment.name !== 'client') environment.hot.send('astro:content-changed', {});
  }
  const url = base.read().site?.value.url;
  // Where site.yaml cannot be read, the address stays what it was.
  if (base.read().site && url !== base.site?.url) writeFileSync(addressFile(base), url ?? '');
  server.ws.send({ type: 'full-reload' });
}

/** What of the modules is made of the content: the owner's style, also where Astro has gathered the styles of a page, and the screenshots. */
function forget(environment: DevEnvironment): void {
  const { moduleGraph } = environment;
  for (const [id, made] of moduleGraph.idToModuleMap) {
    if (![styleName, screenshotsName].includes(id) && !id.startsWith(gatheredStyles)) continue;
    moduleGraph.invalidateModule(made);
    if (!isRunnableDevEnvironment(environment)) continue;
    const { evaluatedModules } = environment.runner;
    const evaluated = evaluatedModules.getModuleById(id);
    if (evaluated) evaluatedModules.invalidateModule(evaluated);
  }
}

/** How Astro calls the modules that hold the styles of a page. */
const gatheredStyles = '\0virtual:astro:dev-css:';

/** The problems as the message that Vite lays over a page: the first one with its place, then the rest. */
function overlayOf(errors: readonly Problem[]) {
  const [{ place }] = errors as readonly [Problem, ...Problem[]];
  const file = resolve(process.env['KB_FROM'] ?? process.cwd(), place.file);
  return {
    type: 'error' as const,
    err: {
      message: terminalReport(errors, { colour: false }),
      stack: '',
      id: file,
      loc: { file, line: place.line, column: place.column },
      plugin: 'mendbook',
    },
  };
}

/** What stands in place of every page while the knowledge base is too broken to show any; it goes by itself. */
function problemPage(errors: readonly Problem[]): string {
  const text = htmlText(terminalReport(errors, { colour: false }));
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Problems in the content</title><script type="module" src="/@vite/client"></script><h1>The pages cannot be shown before these problems are mended</h1><pre style="white-space: pre-wrap">${text}</pre></html>`;
}
