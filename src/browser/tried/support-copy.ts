import { triedSign } from '../../domain/reader/tried-sign.ts';
import { supportTextOf } from '../../domain/reader/support-text.ts';
import { formatTried, type Tried } from '../../domain/reader/tried.ts';
import { screenSaidKey, versionKey } from '../storage-keys.ts';
import type { TriedPlanPage } from './plan.ts';
import { readDevice } from './store.ts';

const words = import.meta.env.SUPPORT_WORDS;

/** What the page says once the case is copied. */
export const copiedWord = words.copied;

let field: HTMLTextAreaElement | undefined;

/** Asks, above the text to copy, what the screen said: kept for the session, and told to nobody but in that text. */
export function askScreen(toCopy: HTMLTextAreaElement, symptom: string): void {
  if (field) return;
  const label = toCopy.parentElement!.cloneNode(true) as HTMLElement;
  field = label.querySelector('textarea')!;
  const asked = field;
  label.firstChild!.textContent = words.ask;
  label.classList.add('copy');
  Object.assign(asked, { rows: 1, readOnly: false });
  try {
    const key = screenSaidKey + symptom;
    asked.value = sessionStorage.getItem(key) ?? '';
    asked.addEventListener('input', () => sessionStorage.setItem(key, asked.value));
  } catch {
    // What a device does not keep lasts as long as the page.
  }
  label.hidden = false;
  toCopy.parentElement!.before(label);
}

/** The case of this page as text for support, with a link to the same marks. */
export function supportCopy(
  page: Omit<TriedPlanPage, 'symptom'>,
  shown: readonly Tried[],
  titles: ReadonlyMap<string, string>,
): string {
  return supportTextOf(
    {
      ...page,
      said: field?.value ?? '',
      device: new Map(import.meta.env.DEVICE_NAMES).get(readDevice(versionKey)) ?? page.device,
      tried: shown.map(({ fix, result, at }) => ({
        title: titles.get(fix)!,
        result: words.results[result],
        time: at
          ? new Date(at * 6e4).toLocaleString(words.locale, {
              month: 'short',
              day: 'numeric',
              hour: '2-digit',
              minute: '2-digit',
            })
          : '',
      })),
      link: `${location.origin}${location.pathname}#${triedSign}${formatTried(shown)}`,
    },
    words,
  );
}
