import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** Indexes the built articles with Pagefind. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'mendbook:search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const { index, errors } = await pagefind.createIndex();
        if (!index) throw new Error(errors.join('\n'));
        const added = await index.addDirectory({ path: out });
        const written = await index.writeFiles({ outputPath: join(out, 'pagefind') });
        await pagefind.close();
        const failed = [...added.errors, ...written.errors];
        if (failed.length > 0) throw new Error(failed.join('\n'));
        logger.info(`${added.page_count} pages indexed`);
      },
    },
  };
}
