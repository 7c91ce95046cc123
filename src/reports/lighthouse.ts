/** What Lighthouse says of a page, as far as it is read here; scores go from 0 to 1. */
export interface Report {
  readonly page: string;
  readonly categories: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string }[];
      }
    >
  >;
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; readonly numericValue?: number }>
  >;
}

const shift = 'cumulative-layout-shift';
const agentic = 'agentic-browsing';
/** Lists of results change with what is sought, so the search may lose a little, but nothing in it may move. */
const searching = /^\/search\//;

/** The scores of each page out of 100, and how far its parts move while it loads, as a Markdown table. */
export function tableOf(reports: readonly Report[]): string {
  const names = [
    ...new Map(
      reports.flatMap(({ categories }) => Object.entries(categories).map(([id, { title }]) => [id, title])),
    ),
  ];
  return [
    `| page | ${names.map(([, title]) => title).join(' | ')} | layout shift |`,
    `| --- |${' --- |'.repeat(names.length + 1)}`,
    ...reports.map(
      (report) =>
        `| ${report.page} | ${names.map(([id]) => hundredOf(report.categories[id]?.score)).join(' | ')} | ${shiftOf(report)} |`,
    ),
  ].join('\n');
}

/** One sentence for each figure that is below what is promised, with the audits that failed. */
export function failuresIn(reports: readonly Report[]): readonly string[] {
  return reports.flatMap((report) => [
    ...Object.entries(report.categories)
      .filter(([id, { score }]) => score !== null && score < leastOf(report.page, id))
      .map(([, { title, score, auditRefs }]) => {
        const failed = auditRefs.filter((audit) => (report.audits[audit.id]?.score ?? 1) < 0.9);
        return `${report.page}: ${title} has ${hundredOf(score)} of 100: ${failed.map(({ id }) => id).join(', ') || 'no single audit failed'}.`;
      }),
    ...(searching.test(report.page) && shiftOf(report) !== '0'
      ? [`${report.page}: what is shown moves by ${shiftOf(report)} while it loads.`]
      : []),
  ]);
}

function leastOf(page: string, category: string): number {
  // A page of results is not for search engines, and says so.
  if (searching.test(page)) return category === 'seo' ? 0 : 0.95;
  return category === agentic ? 1 : 0.995;
}

function hundredOf(score: number | null | undefined): string {
  return score === null || score === undefined ? '–' : String(Math.round(score * 100));
}

function shiftOf({ audits }: Report): string {
  const value = audits[shift]?.numericValue ?? 0;
  return value < 0.0005 ? '0' : value.toFixed(3);
}
