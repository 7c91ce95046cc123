/** Lets Escape, a press beside it and leaving it close the menu of the header, which opens and closes without a script. */
export function closeByItself(menu: HTMLDetailsElement): void {
  for (const name of ['pointerdown', 'focusin'])
    addEventListener(name, ({ target }) => {
      if (!menu.parentElement!.contains(target as Node)) menu.open = false;
    });
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')!.focus();
  });
}
