import { accentStyle } from '../../domain/knowledge/accent.ts';
import type { BeforeBuild } from '../steps.ts';

const name = '/virtual:site-style.css';

/** Gives every page the colours of its knowledge base, where `site.yaml` names them. */
export const siteStyle: BeforeBuild = ({ site }, { injectScript, updateConfig }) => {
  const accent = site?.accent;
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
};
