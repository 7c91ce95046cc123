import { themeKey } from '../storage-keys.ts';

const { dataset } = document.documentElement;
const bars = [...document.querySelectorAll<HTMLMetaElement>('[name=theme-color]')];

/** The colour of the browser's own bar for light and for dark; a choice puts the same into both. */
const colours = bars.map(({ content }) => content);

/** Shows the page in light or dark colours, or in those of the device for an empty name, and keeps the choice. */
export function chooseTheme(theme: string): void {
  if (theme) dataset['theme'] = theme;
  else delete dataset['theme'];
  bars.forEach((bar, index) => (bar.content = colours[theme ? Number(theme === 'dark') : index]!));
  try {
    if (theme) localStorage.setItem(themeKey, theme);
    else localStorage.removeItem(themeKey);
  } catch {
    // Storage is refused: then the choice lasts as long as the page.
  }
}
