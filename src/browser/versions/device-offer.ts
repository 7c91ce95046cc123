import { versionKey } from '../storage-keys.ts';
import { guessedPlatform } from './guessed-platform.ts';
import { readDevice } from '../tried/store.ts';

/** Keeps the device that a reader chooses, and offers the plan for it where the page has another; nothing changes by itself. */
function startRow(row: HTMLElement): void {
  const links = [...row.querySelectorAll<HTMLAnchorElement>('a[data-device]')];
  for (const link of links)
    link.addEventListener('click', () => {
      try {
        localStorage.setItem(versionKey, link.dataset['device']!);
      } catch {}
    });
  if (row.dataset['own'] !== undefined) return;
  const chosen = readDevice(versionKey);
  const known = links.find(({ dataset }) =>
    [dataset['device'], ...(dataset['covers'] ?? '').split(' ')].includes(chosen || '-'),
  );
  const link = chosen ? known : guessed(links);
  if (!link || link.getAttribute('aria-current') === 'page') return;
  const offer = row.querySelector<HTMLElement>('.offer')!;
  const way = offer.querySelector('a')!;
  way.href = link.href;
  way.textContent = link.dataset[chosen ? 'chosen' : 'seems']!;
  way.addEventListener('click', () => link.dispatchEvent(new Event('click')));
  offer.hidden = false;
}

/** The link for what the browser says of its device, unless the plans tell versions apart that it does not say. */
function guessed(links: readonly HTMLAnchorElement[]): HTMLAnchorElement | undefined {
  const platform = guessedPlatform()?.id;
  const [link, ...others] = links.filter(({ dataset }) => dataset['platform'] === platform);
  return others.length === 0 ? link : undefined;
}

for (const row of document.querySelectorAll<HTMLElement>('.devices')) startRow(row);
