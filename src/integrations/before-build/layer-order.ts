import { join } from 'node:path';
import type { BeforeBuild } from '../steps.ts';

/** Puts the order of the cascade layers before every other style of a page; components' styles would else come first and decide it. */
export const layerOrder: BeforeBuild = ({ project }, { injectScript }) =>
  injectScript('page-ssr', `import ${JSON.stringify(join(project, 'src/styles/layers.css'))};`);
