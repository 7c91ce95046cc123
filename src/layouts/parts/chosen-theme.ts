import { themeKey } from '../../browser/storage-keys.ts';

/**
 * Before the first paint: that scripts run, for what is of no use without them, and the choice of light or dark that
 * `browser/page/theme.ts` keeps, so that no page flashes in the other.
 */
export const chosenTheme = `{const d=document.documentElement.dataset;d.js='';try{const t=localStorage['${themeKey}'];if(t)d.theme=t}catch{}}`;
