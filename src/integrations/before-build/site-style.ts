import { accentStyle } from '../../domain/knowledge/accent.ts';
import type { BeforeBuild } from '../steps.ts';

/** The name by which pages know the style that is made of `site.yaml`. */
export const styleName = '/virtual:site-style.css';

/** Gives every page the colours of its knowledge base, where `site.yaml` names them; in dev also those that it will name. */
export const siteStyle: BeforeBuild = ({ site, read }, { command, injectScript, updateConfig }) => {
  if (!site?.accent && command !== 'dev') return;
  injectScript('page-ssr', `import '${styleName}';`);
  updateConfig({
    vite: {
      plugins: [
        {
          name: 'mendbook:site-style',
          resolveId: (id) => (id === styleName ? styleName : undefined),
          load: (id) => {
            const accent = read().site?.value.accent;
            return id === styleName ? (accent ? accentStyle(accent) : '') : undefined;
          },
        },
      ],
    },
  });
};
