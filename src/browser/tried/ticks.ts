import { formatTicks, parseTicks } from '../../domain/reader/ticks.ts';
import { readDevice, thisMinute } from './store.ts';

/** Keeps under `key` which steps of this page are ticked, and ticks again those that were. */
export function keepTicks(key: string): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('.tick')];
  const before = parseTicks(readDevice(key), thisMinute());
  for (const box of boxes) if (before.has(box.value)) box.checked = true;
  const keep = (): void => {
    const ticked = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    try {
      if (ticked.length > 0) localStorage.setItem(key, formatTicks(thisMinute(), ticked));
      else localStorage.removeItem(key);
    } catch {
      // Storage is refused: then ticks last as long as the page.
    }
  };
  for (const box of boxes) box.addEventListener('change', keep);
  if (boxes.some(({ checked, value }) => checked && !before.has(value))) keep();
}
