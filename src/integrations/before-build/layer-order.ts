import type { BeforeBuild } from '../steps.ts';

/** Puts the order of the cascade layers before every other style of a page; components' styles would else come first and decide it. */
export const layerOrder: BeforeBuild = (_, { config, injectScript }) =>
  injectScript(
    'page-ssr',
    `import ${JSON.stringify(new URL('src/styles/layers.css', config.root).pathname)};`,
  );
