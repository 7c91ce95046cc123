import type { Plugin } from 'vite';

/**
 * Vite wraps every dynamic import into a helper of 2 kB that also waits for style sheets and names failures. Ours loads the
 * same files at once and no more: no script of this site brings a style sheet along. Every page carries it.
 */
export function smallPreload(base = '/'): Plugin {
  const id = '\0vite/preload-helper.js';
  return {
    name: 'mendbook:small-preload',
    enforce: 'pre',
    apply: 'build',
    load: (asked) => (asked === id ? helper(base) : undefined),
    // A file that is imported is asked for at once; only its own imports would wait for it.
    configEnvironment: () => ({
      build: { modulePreload: { resolveDependencies: (file, deps) => deps.filter((name) => name !== file) } },
    }),
  };
}

const helper = (base: string): string => `export const __vitePreload = (load, files) => {
  for (const file of files ?? []) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = ${JSON.stringify(base)} + file;
    document.head.append(link);
  }
  return load();
};`;
