// The search page loads the search only when there is something to search for, or somebody is about to type.
const page = document.querySelector('search-page');

function load(): void {
  void import('./page-element.ts').catch(() => {
    const region = page?.querySelector<HTMLElement>('[data-search-state]');
    if (region) region.dataset['searchState'] = 'error';
    const count = page?.querySelector('.count');
    if (count) count.textContent = `${page?.getAttribute('data-unavailable') ?? ''} ${page?.getAttribute('data-unavailable-help') ?? ''}`;
  });
}

if (new URLSearchParams(location.search).get('q')) {
  const region = page?.querySelector<HTMLElement>('[data-search-state]');
  if (region) region.dataset['searchState'] = 'busy';
  load();
} else {
  for (const intent of ['focusin', 'pointerover']) page?.addEventListener(intent, load, { once: true });
}

export {};
