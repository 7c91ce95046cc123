import { join } from 'node:path';
import type { BeforeBuild } from '../step.ts';
import { pageImports } from './page-imports.ts';

/** Puts the order of the cascade layers before every other style of a page; components' styles would else come first and decide it. */
export const layerOrder: BeforeBuild = ({ project }, { updateConfig }) =>
  void updateConfig({
    vite: {
      plugins: [pageImports('mendbook:layer-order', project, [join(project, 'src/styles/layers.css')])],
    },
  });
