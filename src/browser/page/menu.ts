/** The menu of the header opens and closes without a script; with one, also Escape, a press beside it and leaving it close it. */
const menu = document.querySelector<HTMLDetailsElement>('header details');

if (menu) {
  const isInside = (target: EventTarget | null): boolean => menu.parentElement!.contains(target as Node);
  for (const name of ['pointerdown', 'focusin'])
    addEventListener(name, ({ target }) => {
      if (!isInside(target)) menu.open = false;
    });
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')!.focus();
  });
}
