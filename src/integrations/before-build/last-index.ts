import { join } from 'node:path';
import { serveLastIndex } from '../../server/last-index.ts';
import type { BeforeBuild } from '../steps.ts';

/** In dev, where nothing is indexed, the search answers from the index of the last build. */
export const lastIndex: BeforeBuild = ({ run }, { command, updateConfig }) => {
  if (command !== 'dev') return;
  const folder = join(run.kept, 'search-index');
  updateConfig({
    vite: {
      plugins: [
        {
          name: 'mendbook:last-index',
          // Astro takes off the path below which the site is served, before this is asked.
          configureServer: ({ middlewares }) => void middlewares.use('/search-index', serveLastIndex(folder)),
        },
      ],
    },
  });
};
