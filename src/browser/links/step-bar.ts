import { fillWords } from '../fill-words.ts';
import { adoptStyle, elementOf, markup } from '../markup.ts';
import style from './step-bar.css?inline';

const words = import.meta.env.STEP_WORDS;

/** Says in a slim line on top of which fix the step is, for which device, and which of how many; without a step the line goes. */
export function showStepBar(step: HTMLElement | null): void {
  document.querySelector('.step-bar')?.remove();
  const title = document.querySelector('h1');
  if (!step || !title) return;
  adoptStyle(style);
  const list = step.parentElement?.querySelectorAll(':scope > .step').length ?? 0;
  const device = step.closest('.variant')?.querySelector('.label')?.textContent.trim();
  const place = fillWords(words, { n: step.dataset['step'] ?? '', total: list });
  const bar = elementOf(
    markup`<p class="step-bar no-print"><a href="#main">${title.textContent.trim()}</a>${device && markup`<span> · ${device}</span>`}<b> · ${place}</b></p>`,
  );
  document.querySelector('main')?.before(bar);
  // Where the title itself is in sight, it is not said again.
  new IntersectionObserver(([seen]) => bar.toggleAttribute('hidden', seen?.isIntersecting === true)).observe(
    title,
  );
}
