import { indexAddress } from './index-address.ts';

// The search page loads the search only when there is something to search for, or somebody is about to type.
const page = document.querySelector('search-page');
const region = page?.querySelector('[data-search-state]');

function load(): void {
  const index = fetch(indexAddress);
  index.catch(() => 0);
  import('./page-element.ts')
    .then(({ startPage }) => startPage(index))
    .catch(() => {
      region?.setAttribute('data-search-state', 'error');
      const count = page?.querySelector('.count');
      if (count)
        count.textContent = `${page?.getAttribute('data-unavailable') ?? ''} ${page?.getAttribute('data-unavailable-help') ?? ''}`;
    });
}

if (new URLSearchParams(location.search).get('q')) {
  load();
} else {
  region?.setAttribute('data-search-state', 'done');
  for (const intent of ['focusin', 'pointerover']) page?.addEventListener(intent, load, { once: true });
}
