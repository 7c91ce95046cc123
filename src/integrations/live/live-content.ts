import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isRunnableDevEnvironment, type DevEnvironment, type ViteDevServer } from 'vite';
import { knowledgeBaseOf } from '../../articles/check/plans.ts';
import type { Content } from '../../articles/content.ts';
import { startId } from '../../domain/advice/plan-home.ts';
import { digestOf } from '../../articles/digest.ts';
import { statOf } from '../../articles/read/files-below.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { terminalReport } from '../../reports/terminal.ts';
import type { Base, BeforeBuild } from '../step.ts';
import { errorsIn, reportProblems } from '../before-build/content-check.ts';
import { screenshotsName } from '../before-build/screenshots.ts';
import { styleName } from '../before-build/site-style.ts';
import { checkBeside } from './check-beside.ts';
import { htmlText } from '../../domain/values/markup.ts';
import { modulesBelow } from '../../files/names-below.ts';

/** Milliseconds between two looks at the content; more where a look takes long. */
const pause = 250;

/** Milliseconds until the first of them: whoever starts dev waits for a page. */
const atStart = 2_000;

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

/** The content as dev shows it now. */
interface Shown {
  /** Looks whether anything has changed, and shows it then. */
  readonly look: () => boolean;
  readonly content: () => Content;
  /** The errors in it, as soon as they are known. */
  readonly errors: () => Promise<readonly Problem[]>;
}

function follow(base: Base, server: ViteDevServer): void {
  let content = base.read();
  let look = lookOf(content);
  const check = checkBeside(base, (problems) => {
    const errors = reportProblems(base, problems);
    if (errors.length > 0) server.ws.send(overlayOf(errors));
  });
  // A first page comes first; where none can be shown, what is wrong does.
  const first = setTimeout(check.ask, knowledgeBaseOf(content) ? atStart : 0).unref();
  const shown: Shown = {
    content: () => content,
    errors: async () => errorsIn(base, await check.problems()),
    look: () => {
      const now = base.read();
      if (now === content) return false;
      content = now;
      const [before, after] = [look, lookOf(now)];
      look = after;
      show(base, server, before !== after);
      check.ask();
      return true;
    },
  };
  const endLooking = lookAgain(shown);
  server.httpServer?.once('close', () => {
    clearTimeout(first);
    endLooking();
    check.end();
  });
  // Whoever opens a page sees what is wrong, not only whoever had one open.
  server.ws.on('connection', () => {
    void shown.errors().then((errors) => {
      if (errors.length > 0) server.ws.send(overlayOf(errors));
    });
  });
  server.middlewares.use((request, response, next) => {
    answer(base, server, shown, request.url?.split('?')[0] ?? '').then((page) => {
      if (page === undefined) next();
      else response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
    }, next);
  });
}

/** Looks at the content again and again, until the function that it gives is called. */
function lookAgain({ look }: Shown): () => void {
  let waiting: NodeJS.Timeout | undefined;
  const next = (): void => {
    const began = performance.now();
    try {
      look();
    } catch (error) {
      // A file that went while it was read: the next look finds the folder as it is then.
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
    waiting = setTimeout(next, Math.max(pause, 5 * (performance.now() - began))).unref();
  };
  waiting = setTimeout(next, atStart).unref();
  return () => clearTimeout(waiting);
}

/** Makes ready what an address asks for, as the files are now; gives what stands in its place while no page can be shown. */
async function answer(
  base: Base,
  server: ViteDevServer,
  { look, content, errors }: Shown,
  path: string,
): Promise<string | undefined> {
  if (isOfGenerator(base, path)) return undefined;
  const symptom = askedSymptom(base, path);
  const isNew = symptom !== undefined && base.shared.askFor(symptom);
  if (isNew) forgetPages(server);
  // What has been forgotten is gone before the page is drawn.
  if (look() || isNew) await new Promise(setImmediate);
  if (!path.endsWith('/') || knowledgeBaseOf(content())) return undefined;
  const found = await errors();
  return found.length > 0 ? problemPage(found) : undefined;
}

/** Whether an address is one of Vite's own or of a module, which are as they are whatever the content says. */
function isOfGenerator({ path: home }: Base, path: string): boolean {
  return /^(?:@|src\/|node_modules\/)/.test(path.startsWith(home) ? path.slice(home.length) : path.slice(1));
}

/** The symptom one of whose pages after answers or for a device an address may mean. */
function askedSymptom({ path: home }: Base, path: string): string | undefined {
  if (!path.startsWith(home)) return undefined;
  const [, folder, symptom] = /^(symptoms(?=\/.+\/.)|start)\/([^/]+)\//.exec(path.slice(home.length)) ?? [];
  return folder === 'start' ? startId : symptom;
}

function show(base: Base, server: ViteDevServer, looksOther: boolean): void {
  if (looksOther) for (const environment of Object.values(server.environments)) forget(environment);
  forgetPages(server);
  const { site } = base.read();
  const url = site?.value.url;
  // Where site.yaml cannot be read, the address stays what it was.
  if (site && url !== base.site?.url) writeFileSync(addressFile(base), url ?? '');
  server.ws.send({ type: 'full-reload' });
}

/** Astro forgets which pages there are. */
function forgetPages({ environments }: ViteDevServer): void {
  for (const { name, hot } of Object.values(environments))
    if (name !== 'client') hot.send('astro:content-changed', {});
}

/** Stands for what modules are made of: colours, the style of the owner, and the screenshots. */
function lookOf({ site, style, screenshots }: Content): string {
  const stampOf = (path: string | undefined): unknown => {
    const { size, mtimeMs, ctimeMs, ino } = (path === undefined ? undefined : statOf(path)) ?? {};
    return [path, size, mtimeMs, ctimeMs, ino];
  };
  const shots = screenshots.map(({ id, value: { light, dark } }) => [id, stampOf(light), stampOf(dark)]);
  return digestOf([site?.value.accent, style?.value, shots]);
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
