// The frame of every page: what few readers use is loaded when they do.
const menu = document.querySelector<HTMLDetailsElement>('header details');
menu?.addEventListener('toggle', () => void import('./menu.ts').then((made) => made.closeByItself(menu)), {
  once: true,
});

/** Chooses between light, dark and what the device says; without a script it is not shown. */
const theme = document.querySelector<HTMLSelectElement>('.theme select');
if (theme) {
  const choose = (): unknown => import('./theme.ts').then((made) => made.chooseTheme(theme.value));
  theme.parentElement!.hidden = false;
  theme.value = document.documentElement.dataset['theme'] ?? '';
  if (theme.value) choose();
  theme.addEventListener('change', choose);
}

/** The links beside headings and steps, and that of the page, hand out the address of their place; another button prints. */
addEventListener('click', (event) => {
  const { target } = event;
  if (!(target instanceof Element)) return;
  if (target.closest('print-button')) print();
  const link = target.closest<HTMLAnchorElement>('a.anchor, a.share');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  import('../links/hand-out.ts').then(
    ({ handOut }) => handOut(link),
    () => location.assign(link.href),
  );
});

if (document.querySelector('[data-address]:empty') || !('popover' in HTMLElement.prototype))
  void import('../print.ts').then(({ mendSheets }) => mendSheets());

/** The agent of a browser that takes tools gets those of the site. */
if ('modelContext' in document || 'modelContext' in navigator)
  void import('../webmcp/offer-tools.ts').then(({ offerTools }) => offerTools());

/** Most readers come without a place in the address. */
const arrive = (): void => {
  if (location.hash) void import('../links/landing.ts').then(({ land }) => land());
};
addEventListener('hashchange', arrive);
arrive();
