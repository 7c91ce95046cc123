import { serveLastIndex } from '../../server/last-index.ts';
import { keptIndexIn } from '../run/kept-site.ts';
import type { BeforeBuild } from '../step.ts';

/** In dev, where nothing is indexed, the search answers from the index of the last build. */
export const lastIndex: BeforeBuild = (base, { command, updateConfig }) => {
  if (command !== 'dev') return;
  const folder = keptIndexIn(base);
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
