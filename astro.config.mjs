import { defineConfig } from 'astro/config';
import { mendbook } from './src/integrations/mendbook.ts';

// What every site has in common. What depends on the knowledge base, and the order of the build, stands in `mendbook()`.
export default defineConfig({
  trailingSlash: 'always',
  compressHTML: true,
  devToolbar: { enabled: false },
  prerenderConflictBehavior: 'error',
  build: { format: 'directory', inlineStylesheets: 'always' },
  integrations: [mendbook()],
});
