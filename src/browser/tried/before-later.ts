import { openStore } from './store.ts';

/** Brings what works out a plan only for readers who open the list of what they tried, or who ticked something on it before. */
for (const element of document.querySelectorAll<HTMLElement>('tried-before')) {
  const list = element.querySelector('details')!;
  const { symptom } = JSON.parse(element.dataset['page']!) as { readonly symptom: string };
  const load = (): void => void import('./before.ts').catch(() => undefined);
  if (list.open || openStore(symptom).read().length > 0) load();
  else list.addEventListener('toggle', load, { once: true });
}
