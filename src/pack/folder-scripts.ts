import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

/** All scripts of a built site as one ordinary script, for browsers that load no modules from a disk. Pages say by `data-run` which of them they want. */
export async function folderScript(project: string, out: string): Promise<string> {
  const folder = join(out, '_astro');
  // No worker runs from a disk: what it does is among the scripts of pages as well.
  const left = /\.json\.js$|^all\.js$|^search-worker-/;
  const inputs = readdirSync(folder).filter((name) => name.endsWith('.js') && !left.test(name));
  const [runtime] = await bundled(
    project,
    { runtime: join(project, 'src', 'browser', 'folder', 'runtime.ts') },
    'iife',
  );
  const modules = await bundled(
    project,
    Object.fromEntries(inputs.map((name) => [name, join(folder, name)])),
    'cjs',
  );
  const written = modules.map(
    ({ fileName, code }) => `${JSON.stringify(`./${fileName}`)}:function(require,module,exports){${code}\n}`,
  );
  return `${runtime?.code ?? ''}\nmendbookModules({${written.join(',\n')}});\n`;
}

async function bundled(
  project: string,
  input: Readonly<Record<string, string>>,
  format: 'iife' | 'cjs',
): Promise<readonly Rolldown.OutputChunk[]> {
  const built = await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    plugins: [
      {
        name: 'mendbook:no-preload',
        // What is in the same file need not be loaded before it is wanted.
        transform: (code) =>
          code.includes('modulepreload') ? code.replaceAll('modulepreload', 'next') : undefined,
      },
    ],
    build: {
      write: false,
      target: 'es2021',
      modulePreload: false,
      rolldownOptions: {
        input: { ...input },
        preserveEntrySignatures: 'strict',
        output: { format, entryFileNames: '[name]', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  return [built]
    .flat()
    .flatMap((result) => ('output' in result ? result.output : []))
    .filter((file) => file.type === 'chunk');
}
