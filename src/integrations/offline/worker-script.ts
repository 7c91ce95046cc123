import { join } from 'node:path';
import { build } from 'vite';
import { buildTargets } from '../after-build/old-browsers.ts';

/** Compiles a worker of `src/browser/offline`, with all that it imports, to one script for old browsers; `site` is what it is told, as JSON. */
export async function workerScript(
  project: string,
  name: 'worker' | 'removal',
  site: object,
): Promise<string> {
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
  return `const MENDBOOK=${JSON.stringify(site)};\n${script.code}`;
}
