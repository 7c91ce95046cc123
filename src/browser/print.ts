/** What few pages need: the address of a page where the build did not know it, and sheets in browsers that have no popovers. */
export function mendSheets(): void {
  for (const place of document.querySelectorAll('[data-address]'))
    place.textContent ||= location.origin + location.pathname;
  // What is in a popover is shown as a part of the page there: it can be closed and opened.
  if ('popover' in HTMLElement.prototype) return;
  for (const button of document.querySelectorAll('[popovertarget]')) {
    const sheet = document.getElementById(button.getAttribute('popovertarget') ?? '');
    if (!sheet) continue;
    sheet.hidden = true;
    button.addEventListener('click', () => (sheet.hidden = !sheet.hidden));
  }
}
