import { drawingAddress } from '../../domain/look/drawing-file.ts';

/** Shows in the picture of a symptom what its reader sees once it works, or again what they saw. The new drawing comes with a short fade, for those who do not mind motion. */
export function showSolved(picture: HTMLElement, solved: boolean): void {
  const [before, after] = [picture.querySelector('svg')!, picture.querySelector('[data-after]')];
  before.toggleAttribute('hidden', solved);
  if (!solved) return after?.remove();
  if (after) return;
  const drawing = before.cloneNode() as SVGElement;
  const { solved: id = '', title = '' } = picture.dataset;
  drawing.removeAttribute('hidden');
  drawing.dataset['after'] = '';
  drawing.setAttribute('aria-label', title);
  drawing.innerHTML = `<use href="${import.meta.env.ROOT}${drawingAddress(id)}"/>`;
  picture.append(drawing);
  if (matchMedia('(prefers-reduced-motion: no-preference)').matches)
    drawing.animate({ opacity: [0, 1] }, { duration: 400, easing: 'ease-out' });
}
