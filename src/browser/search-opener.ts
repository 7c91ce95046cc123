import { wordsSoughtKey } from './storage-keys.ts';
import { beginSearch } from './begin-search.ts';

// Opens the search on this page. Nothing of the search is loaded before the reader shows that they mean to search.
const opener = document.querySelector<HTMLAnchorElement>('.search-open');
const field = document.querySelector<HTMLInputElement>('search-page input');
const home = document.querySelector<HTMLInputElement>('input[data-answers]');
let loading: Promise<typeof import('./search/search-dialog.ts')> | undefined;

/** Loads the search and, beside it, its index and its worker. A failed try is forgotten, so that the next one may work. */
function load(): Promise<typeof import('./search/search-dialog.ts')> {
  if (!loading) {
    const begun = beginSearch();
    loading = import('./search/search-dialog.ts').then((dialog) => (dialog.warmUp(begun), dialog));
    loading.catch(() => (loading = undefined));
  }
  return loading;
}

async function open(event: Event): Promise<void> {
  event.preventDefault();
  if (field) return field.focus();
  if (opener!.hasAttribute('aria-busy')) return;
  // On a slow connection letters come before the dialog does: they are kept for it.
  let typed = '';
  const keep = (key: KeyboardEvent): void => {
    if (key.ctrlKey || key.metaKey || key.altKey) return;
    if (key.key === 'Backspace') typed = typed.slice(0, -1);
    else if (key.key.length === 1) typed += key.key;
    else return;
    key.preventDefault();
  };
  addEventListener('keydown', keep);
  opener!.setAttribute('aria-busy', 'true');
  try {
    const { openDialog } = await load();
    openDialog(opener!, typed);
  } catch {
    location.assign(opener!.href);
  } finally {
    removeEventListener('keydown', keep);
    opener!.removeAttribute('aria-busy');
  }
}

if (opener) {
  for (const intent of ['pointerenter', 'focus', 'touchstart'])
    opener.addEventListener(intent, () => void load().catch(() => 0), { passive: true });
  opener.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) void open(event);
  });
  addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const typing = (target as Element).matches('input, textarea, select, :read-write');
    if (ctrlKey || metaKey ? key.toLowerCase() === 'k' : key === '/' && !altKey && !typing) void open(event);
  });
  home?.addEventListener(
    'focus',
    () =>
      void load().then(
        ({ answerBelow }) => answerBelow(home, opener),
        () => 0,
      ),
    { once: true },
  );
}

try {
  if (sessionStorage.getItem(wordsSoughtKey))
    void import('./search/found-words.ts').then(({ showFoundWords }) => showFoundWords()).catch(() => 0);
} catch {
  // Storage is refused: then no words were left to highlight.
}
