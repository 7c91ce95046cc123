import { triedSign } from '../../domain/reader/tried-sign.ts';
import { supportTextOf } from '../../domain/reader/support-text.ts';
import { formatTried, type Tried } from '../../domain/reader/tried.ts';
import { screenSaidKey, versionKey } from '../storage-keys.ts';
import type { TriedPlanPage } from './handed-over.ts';
import type { PlanParts } from './plan-parts.ts';
import { readDevice } from './store.ts';

const words = import.meta.env.SUPPORT_WORDS;

/** Copies the case of a page, and says so; a device that lets nothing be copied shows the text to copy by hand. */
export async function copyCase(
  { find, titles }: Pick<PlanParts, 'find' | 'titles'>,
  page: TriedPlanPage,
  shown: readonly Tried[],
): Promise<void> {
  const area = find<HTMLTextAreaElement>('[readonly]');
  askScreen(area, page.symptom);
  const text = supportCopy(page, shown, titles);
  try {
    await navigator.clipboard.writeText(text);
    find('.copied').textContent = words.copied;
  } catch {
    area.value = text;
    area.parentElement!.hidden = false;
    area.select();
  }
}

let field: HTMLTextAreaElement | undefined;

/** Asks, above the text to copy, what the screen said: kept for the session, and told to nobody but in that text. */
function askScreen(toCopy: HTMLTextAreaElement, symptom: string): void {
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
function supportCopy(
  page: TriedPlanPage,
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
