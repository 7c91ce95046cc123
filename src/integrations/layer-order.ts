import type { AstroIntegration } from 'astro';

/** Puts the order of the cascade layers before every other style of a page; components' styles would else come first and decide it. */
export function layerOrder(): AstroIntegration {
  return {
    name: 'mendbook:layer-order',
    hooks: {
      'astro:config:setup': ({ config, injectScript }) => {
        injectScript(
          'page-ssr',
          `import ${JSON.stringify(new URL('src/styles/layers.css', config.root).pathname)};`,
        );
      },
    },
  };
}
