import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveLastIndex } from '../../server/last-index.ts';
import type { BeforeBuild } from '../steps.ts';

/** In dev, where nothing is indexed, the search answers from the index of the last build. */
export const lastIndex: BeforeBuild = (_, { command, config, updateConfig }) => {
  if (command !== 'dev') return;
  const folder = join(fileURLToPath(config.outDir), 'search-index');
  updateConfig({
    vite: {
      plugins: [
        {
          name: 'mendbook:last-index',
          configureServer: ({ middlewares }) => void middlewares.use('/search-index', serveLastIndex(folder)),
        },
      ],
    },
  });
};
