import type { AstroIntegration } from 'astro';
import { accentStyle } from '../domain/knowledge/accent.ts';
import type { Site } from '../domain/knowledge/site.ts';

const name = '/virtual:site-style.css';

/** Gives every page the colours of its knowledge base, where `site.yaml` names them. */
export function siteStyle({ accent }: Pick<Site, 'accent'>): AstroIntegration {
  return {
    name: 'mendbook:site-style',
    hooks: {
      'astro:config:setup': ({ injectScript, updateConfig }) => {
        if (!accent) return;
        injectScript('page-ssr', `import '${name}';`);
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'mendbook:site-style',
                resolveId: (id) => (id === name ? name : undefined),
                load: (id) => (id === name ? accentStyle(accent) : undefined),
              },
            ],
          },
        });
      },
    },
  };
}
