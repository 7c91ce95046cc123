import { triedKey } from '../storage-keys.ts';
import { readDevice } from './store.ts';

const list = document.querySelector<HTMLDetailsElement>('tried-before details');

/** Brings what works out a plan only for readers who open the list of what they tried, or who ticked something on it before. */
if (list) {
  const load = (): unknown => import('./before.ts');
  if (list.open || readDevice(triedKey + list.dataset['symptom'])) load();
  else list.addEventListener('toggle', load, { once: true });
}
