import { accentStyle } from '../../domain/knowledge/accent.ts';
import { ownerStyleSheet } from '../../domain/look/owner-style.ts';
import type { BeforeBuild } from '../step.ts';
import { pageImports } from './page-imports.ts';

/** The name by which pages know the style that is made of `site.yaml`. */
export const styleName = '/virtual:site-style.css';

/** Gives every page the colours of its knowledge base, where `site.yaml` or `style.css` names them; in dev also those that they will name. */
export const siteStyle: BeforeBuild = ({ site, read, project }, { command, updateConfig }) => {
  if (command !== 'dev' && !site?.accent && !read().style) return;
  updateConfig({
    vite: {
      plugins: [
        pageImports('mendbook:site-style-first', project, [styleName]),
        {
          name: 'mendbook:site-style',
          resolveId: (id) => (id === styleName ? styleName : undefined),
          load: (id) => {
            if (id !== styleName) return undefined;
            const { site: now, style } = read();
            const accent = now?.value.accent;
            return `${accent ? accentStyle(accent) : ''}${style ? ownerStyleSheet(style.value) : ''}`;
          },
        },
      ],
    },
  });
};
