/** `<print-button>`: a button that prints the page; nothing is shown without JavaScript. */
class PrintButton extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', () => print());
    // The address of this page, where the build did not know it.
    for (const place of document.querySelectorAll('[data-address]'))
      if (!place.textContent?.trim()) place.textContent = location.origin + location.pathname;
  }
}

customElements.define('print-button', PrintButton);

// Browsers without popovers show what is in one as a part of the page: it can be closed and opened there.
if (!('popover' in HTMLElement.prototype))
  for (const button of document.querySelectorAll('[popovertarget]')) {
    const sheet = document.getElementById(button.getAttribute('popovertarget') ?? '');
    if (!sheet) continue;
    sheet.hidden = true;
    button.addEventListener('click', () => (sheet.hidden = !sheet.hidden));
  }
