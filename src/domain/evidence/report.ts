import { compareText } from '../values/compare.ts';

/** Reports that say the same: what readers of a symptom tried, in order, of which the last one worked or did not help. */
export interface Report {
  readonly symptom: string;
  /** What they answered on the way, as `question/answer`. */
  readonly answers: readonly string[];
  /** Ids of moves. */
  readonly tried: readonly string[];
  readonly worked: boolean;
  /** The chance (above 0.5, up to 1) with which their devices told the truth about the last one. */
  readonly truth: number;
  readonly times: number;
}

/** What `evidence.yaml` holds: all reports, each one once, and short names of those that were read, so that none is read twice. */
export interface Evidence {
  readonly reports: readonly Report[];
  readonly seen: readonly string[];
}

export const noEvidence: Evidence = { reports: [], seen: [] };

/** Reports in a fixed order, those that say the same as one. */
export function gatherReports(reports: readonly Report[]): readonly Report[] {
  const gathered = new Map<string, Report>();
  for (const report of reports) {
    const key = keyOf(report);
    gathered.set(key, { ...report, times: report.times + (gathered.get(key)?.times ?? 0) });
  }
  return [...gathered].sort(([a], [b]) => compareText(a, b)).map(([, report]) => report);
}

function keyOf({ symptom, answers, tried, worked, truth }: Report): string {
  return [symptom, answers.join(' '), tried.join(' '), worked ? 0 : 1, truth].join('\n');
}
