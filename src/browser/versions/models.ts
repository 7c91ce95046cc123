import { readDevice } from '../tried/store.ts';
import { guessedPlatform } from './guessed-platform.ts';

/** Where the device keeps which model its reader has. */
const key = 'mendbook:model';

/** `<model-picker>`: shows the steps of one model. Before the reader chooses, what the browser says of itself is a guess, and called one. */
class ModelPicker extends HTMLElement {
  connectedCallback(): void {
    const values = [...this.querySelectorAll('button')].map(({ value }) => value);
    const kept = readDevice(key);
    const guess = values.includes(kept) ? undefined : this.guess(values);
    this.hidden = false;
    this.show(guess ?? kept, guess !== undefined);
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (!button) return;
      try {
        localStorage.setItem(key, button.value);
      } catch {}
      this.show(button.value, false);
      this.querySelector('details')!.open = false;
      this.querySelector('summary')!.focus();
    });
    // A link into the steps of another model shows them.
    document.addEventListener('mendbook:reveal', ({ target }) => {
      const variant = (target as Element).closest<HTMLElement>('.variant:not([data-variant])');
      if (variant) this.show(labelOf(variant), false);
    });
  }

  /** The first model that begins with the name of the platform that the browser seems to run on. */
  private guess(values: readonly string[]): string | undefined {
    const name = guessedPlatform()?.name;
    return name === undefined ? undefined : values.find((value) => value.startsWith(name));
  }

  private show(label: string, isGuess: boolean): void {
    const variants = [...document.querySelectorAll<HTMLElement>('.variant:not([data-variant])')];
    const known = variants.some((variant) => labelOf(variant) === label);
    for (const variant of variants)
      if (variant.querySelector('.step')) variant.hidden = known && labelOf(variant) !== label;
    this.querySelector('b')!.textContent = known ? label : '';
    this.querySelector('i')!.textContent = isGuess ? this.dataset['guess']! : '';
    for (const button of this.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button.value === (known ? label : '')));
  }
}

function labelOf(variant: Element): string {
  return variant.querySelector('.label')?.textContent.trim() ?? '';
}

customElements.define('model-picker', ModelPicker);
