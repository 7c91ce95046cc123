import { beginSearch } from '../begin-search.ts';

// The search page loads the search only when there is something to search for, or somebody is about to type.
const page = document.querySelector<HTMLElement>('search-page');
const region = page?.querySelector('[data-search-state]');
let loading = false;

function load(): void {
  if (loading || !page) return;
  loading = true;
  const begun = beginSearch();
  import('./answer-page.ts')
    .then(({ startPage }) => startPage(page, begun))
    .catch(() => {
      region?.setAttribute('data-search-state', 'error');
      delete document.documentElement.dataset['asked'];
      const count = page.querySelector('.count');
      if (count)
        count.textContent = `${page.dataset['unavailable'] ?? ''} ${page.dataset['unavailableHelp'] ?? ''}`;
    });
}

if (new URLSearchParams(location.search).get('q')) {
  load();
} else {
  region?.setAttribute('data-search-state', 'done');
  for (const intent of ['focusin', 'pointerover']) page?.addEventListener(intent, load, { once: true });
}
