// Opens the search on this page. Nothing of the search is loaded before the reader shows that they mean to search.
const opener = document.querySelector<HTMLAnchorElement>('.search-open');
let loading: Promise<typeof import('./search/search-dialog.ts')> | undefined;

/** Loads the search once; a failed try is forgotten, so that the next one may work. */
function load(): Promise<typeof import('./search/search-dialog.ts')> {
  loading ??= import('./search/search-dialog.ts');
  loading.catch(() => (loading = undefined));
  return loading;
}

async function open(event: Event): Promise<void> {
  if (!opener) return;
  event.preventDefault();
  try {
    await (await load()).openDialog();
  } catch {
    location.assign(opener.href);
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

if (opener && !document.querySelector('search-page')) {
  for (const intent of ['pointerenter', 'focus', 'touchstart']) opener.addEventListener(intent, () => void load().then((module) => module.warmUp()).catch(() => undefined), { passive: true });
  opener.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) void open(event);
  });
  document.addEventListener('keydown', (event) => {
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    if (slash || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k')) void open(event);
  });
}

if (document.body.dataset['id']) {
  try {
    if (sessionStorage.getItem('mendbook:marks')) void import('./search/mark-page.ts').catch(() => undefined);
  } catch {
    // Storage is refused: then no words were left to mark.
  }
}

export {};
