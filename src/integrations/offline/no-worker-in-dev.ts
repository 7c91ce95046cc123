import type { BeforeBuild } from '../step.ts';
import { workerScript } from './worker-script.ts';

/** In dev, takes away the worker that a built site has left in the browser at the same address: it would show the built pages for ever. */
export const noWorkerInDev: BeforeBuild = ({ path: base, project }, { command, updateConfig }) => {
  if (command !== 'dev') return;
  updateConfig({
    vite: {
      plugins: [
        {
          name: 'mendbook:no-worker-in-dev',
          configureServer: ({ middlewares }) =>
            void middlewares.use('/sw.js', (_, response) => {
              workerScript(project, 'removal', { base }).then(
                (script) => {
                  response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' });
                  response.end(script);
                },
                () => response.writeHead(500).end(),
              );
            }),
        },
      ],
    },
  });
};
