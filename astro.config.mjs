import { defineConfig } from 'astro/config';
import { fileURLToPath } from 'node:url';
import { mendbook, rootOf } from './src/integrations/mendbook.ts';

const project = fileURLToPath(new URL('.', import.meta.url));

// What every site has in common. What depends on the knowledge base, and the order of the build, stands in `mendbook()`.
export default defineConfig({
  root: rootOf(project),
  srcDir: `${project}src`,
  publicDir: `${project}public`,
  trailingSlash: 'always',
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  prerenderConflictBehavior: 'error',
  build: { format: 'directory', inlineStylesheets: 'always' },
  integrations: [mendbook(project)],
});
