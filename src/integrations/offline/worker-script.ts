import { join } from 'node:path';
import { buildTargets } from '../after-build/old-browsers.ts';

/** A worker of `src/browser/offline`: one that saves the site, or one that removes what the other has left. */
export type Worker = 'worker' | 'removal';

/** Compiles a worker, with all that it imports, to one script for old browsers; `site` is what it is told, as JSON. */
export async function workerScript(project: string, name: Worker, site: object): Promise<string> {
  return withSite(await workerCode(project, name), site);
}

/** The script of a worker that knows of a site. */
export function withSite(code: string, site: object): string {
  return `const MENDBOOK=${JSON.stringify(site)};\n${code}`;
}

/** The same without what it is told. */
export async function workerCode(project: string, name: Worker): Promise<string> {
  // To load the bundler takes longer than most builds out of the last site.
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    build: {
      write: false,
      target: buildTargets,
      modulePreload: false,
      rolldownOptions: {
        input: join(project, 'src', 'browser', 'offline', `${name}.ts`),
        output: { format: 'iife' },
      },
    },
  });
  const script = [built]
    .flat()
    .flatMap((result) => ('output' in result ? result.output : []))
    .find((file) => file.type === 'chunk');
  if (!script) throw new Error(`The worker \`${name}\` was not compiled.`);
  return script.code;
}
