/**
 * Defines `<version-picker>`: buttons that show the variants of one version. `?v=` in the address wins, then what was chosen
 * before on this device. `version-rules.ts` does the hiding. Stands inline in the page, so that nothing jumps after the first
 * paint and a lost connection cannot leave dead buttons: it must not use anything from outside itself. `key` is where the device keeps the choice.
 */
export function definePicker(key: string): void {
  const root = document.documentElement;
  // Storage may be refused as a whole, which throws.
  const remembered = (): string => {
    try {
      return localStorage.getItem(key) ?? '';
    } catch {
      return '';
    }
  };
  const remember = (id: string): void => {
    try {
      localStorage.setItem(key, id);
    } catch {}
  };
  class VersionPicker extends HTMLElement {
    connectedCallback(): void {
      this.show(new URLSearchParams(location.search).get('v') ?? remembered());
      this.addEventListener('click', ({ target }) => {
        const button = (target as Element).closest('button');
        if (!button) return;
        const url = new URL(location.href);
        url.searchParams[button.value ? 'set' : 'delete']('v', button.value);
        history.replaceState(history.state, '', url); // A copied link says which version it shows.
        // What a link or a script had opened no longer stays open beside the choice.
        root.dataset['picked'] = '';
        for (const shown of document.querySelectorAll('[data-shown]')) shown.removeAttribute('data-shown');
        remember(button.value);
        this.show(button.value);
      });
      addEventListener('hashchange', () => delete root.dataset['picked']);
      document.addEventListener('mendbook:reveal', ({ target }) =>
        (target as Element).closest('[data-variant]')?.setAttribute('data-shown', ''),
      );
    }

    show(id: string): void {
      root.dataset['v'] = id;
      for (const button of this.querySelectorAll('button')) {
        button.setAttribute(
          'aria-pressed',
          String(button.value === id || (button.dataset['covers'] ?? '').split(' ').includes(id || '-')),
        );
      }
      const pressed = this.querySelector('[aria-pressed=true]');
      this.querySelector('b')!.textContent = id && pressed ? pressed.textContent!.trim() : '';
    }
  }
  customElements.define('version-picker', VersionPicker);
}
