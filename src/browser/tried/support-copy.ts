import { supportTextOf } from '../../domain/reader/support-text.ts';
import { formatTried, type Tried } from '../../domain/reader/tried.ts';
import { versionKey } from '../storage-keys.ts';
import type { TriedPlanPage } from './plan.ts';
import { readDevice } from './store.ts';

/** The case of this page as text for support, with a link to the same marks. */
export function supportCopy(
  { words, locale, ...page }: Omit<TriedPlanPage, 'symptom'>,
  shown: readonly Tried[],
  titles: ReadonlyMap<string, string>,
): string {
  return supportTextOf(
    {
      ...page,
      device: new Map(Object.entries(page.versions)).get(readDevice(versionKey)) ?? page.device,
      tried: shown.map(({ fix, result, at }) => ({
        title: titles.get(fix)!,
        result: words.results[result],
        time: at
          ? new Date(at * 6e4).toLocaleString(locale, {
              month: 'short',
              day: 'numeric',
              hour: '2-digit',
              minute: '2-digit',
            })
          : '',
      })),
      link: `${location.origin}${location.pathname}#tried=${formatTried(shown)}`,
    },
    words.support,
  );
}
