import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Puts imports before everything else in each page, where it is drawn. It is what Astro's `injectScript('page-ssr', …)` does, which
 * compares paths with addresses and knows no page where a folder is called `[x]` or `~x`.
 */
export function pageImports(name: string, project: string, specifiers: readonly string[]): Plugin {
  const pages = join(project, 'src', 'pages').replaceAll('\\', '/');
  const imports = specifiers.map((specifier) => `import ${JSON.stringify(specifier)};\n`).join('');
  return {
    name,
    enforce: 'post',
    transform(code, id) {
      const isPage = id.startsWith(`${pages}/`) && id.endsWith('.astro');
      return isPage && this.environment.name !== 'client' ? { code: imports + code, map: null } : undefined;
    },
  };
}
