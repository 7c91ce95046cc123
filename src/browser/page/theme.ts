import { themeKey } from '../device-keys.ts';

/** The field in the footer that chooses between light, dark and what the device says; without a script it is not shown. */
const field = document.querySelector<HTMLSelectElement>('.theme select');
const { dataset } = document.documentElement;
const bars = [...document.querySelectorAll<HTMLMetaElement>('[name=theme-color]')];

/** The colour of the browser's own bar for light and for dark; a choice puts the same into both. */
const colours = bars.map(({ content }) => content);

function show(theme: string): void {
  if (theme) dataset['theme'] = theme;
  else delete dataset['theme'];
  bars.forEach((bar, index) => (bar.content = colours[theme ? Number(theme === 'dark') : index]!));
}

if (field) {
  field.parentElement!.hidden = false;
  field.value = dataset['theme'] ?? '';
  show(field.value);
  field.addEventListener('change', () => {
    show(field.value);
    try {
      if (field.value) localStorage.setItem(themeKey, field.value);
      else localStorage.removeItem(themeKey);
    } catch {
      // Storage is refused: then the choice lasts as long as the page.
    }
  });
}
