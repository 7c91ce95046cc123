import type { Tally } from '../knowledge/knowledge-base.ts';
import type { Report } from './report.ts';

/** How many readers tried each fix, and for how many it worked, in all and by symptom. Where devices do not always tell the truth, the number that is to be expected behind what they told. */
export function talliesOf(reports: readonly Report[]): ReadonlyMap<string, Tally> {
  const counts = new Map<string, Counts>();
  for (const { symptom, tried, worked, truth, times } of reports)
    for (const [index, move] of tried.entries()) {
      const [fix = ''] = move.split('--');
      const isLast = index === tried.length - 1;
      const own = counts.get(fix) ?? { all: emptyCount(), by: new Map<string, Count>() };
      counts.set(fix, own);
      const here = own.by.get(symptom) ?? emptyCount();
      own.by.set(symptom, here);
      for (const count of [own.all, here]) {
        count.tried += times;
        // Of y who said that it worked, (y − (1 − q) · n) / (2q − 1) are to be expected.
        if (isLast) count.worked += (times * ((worked ? 1 : 0) - (1 - truth))) / (2 * truth - 1);
      }
    }
  return new Map(
    [...counts].map(([fix, { all, by }]) => [
      fix,
      { ...whole(all), by: new Map([...by].map(([symptom, count]) => [symptom, whole(count)])) },
    ]),
  );
}

interface Count {
  tried: number;
  worked: number;
}

interface Counts {
  readonly all: Count;
  readonly by: Map<string, Count>;
}

function emptyCount(): Count {
  return { tried: 0, worked: 0 };
}

function whole({ tried, worked }: Count): Count {
  return { tried, worked: Math.min(tried, Math.max(0, Math.round(worked))) };
}
