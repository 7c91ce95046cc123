import { themeKey } from '../../browser/storage-keys.ts';

/** Before the first paint: the choice of light or dark that `browser/page/theme.ts` keeps, so that no page flashes in the other. */
export const chosenTheme = `try{const t=localStorage['${themeKey}'];if(t)document.documentElement.dataset.theme=t}catch{}`;
