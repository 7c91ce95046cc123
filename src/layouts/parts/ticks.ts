import { rewrite } from '../../html/elements.ts';
import { tagsIn, valueOf } from '../../html/tags.ts';

/** Puts a box to tick into each step that has an id; `nameOf` says what it is by the step's number. They are shown where scripts run. */
export function withTicks(html: string, nameOf: (step: string) => string): string {
  const boxes = tagsIn(html).flatMap((tag) => {
    const id = valueOf(tag, 'id');
    const isStep = tag.name === 'li' && valueOf(tag, 'class')?.split(' ').includes('step');
    if (!isStep || id === undefined) return [];
    const name = nameOf(valueOf(tag, 'data-step') ?? '');
    const by = `<input type="checkbox" class="tick no-print" autocomplete="off" value="${id}" aria-label="${name}">`;
    return [{ from: tag.to, to: tag.to, by }];
  });
  return rewrite(html, boxes);
}
