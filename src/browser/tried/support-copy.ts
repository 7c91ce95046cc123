import { supportTextOf } from '../../domain/reader/support-text.ts';
import { formatTried, type Tried } from '../../domain/reader/tried.ts';
import { versionKey } from '../storage-keys.ts';
import type { TriedPlanPage } from './plan.ts';
import { readDevice } from './store.ts';

const words = import.meta.env.SUPPORT_WORDS;

/** What the page says once the case is copied. */
export const copiedWord = words.copied;

/** The case of this page as text for support, with a link to the same marks. */
export function supportCopy(
  page: Omit<TriedPlanPage, 'symptom'>,
  shown: readonly Tried[],
  titles: ReadonlyMap<string, string>,
): string {
  return supportTextOf(
    {
      ...page,
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
      link: `${location.origin}${location.pathname}#tried=${formatTried(shown)}`,
    },
    words,
  );
}
