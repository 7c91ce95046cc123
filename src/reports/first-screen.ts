/** Where the first thing to do stands on a page, in CSS pixels from its top; undefined where there is none. */
export interface FirstAction {
  readonly page: string;
  /** The upper edge of the first step, or of the button that leads to the steps. */
  readonly top: number | undefined;
  /** The lower edge of its first line: what a reader must see to begin. */
  readonly line: number | undefined;
}

/** The pages of one kind, and where a reader comes from to them. */
export interface Arrival {
  readonly title: string;
  readonly pages: readonly FirstAction[];
}

/** How far down the first thing to do stands, as Markdown tables, the lowest first; `fold` is where the first screen ends. */
export function firstScreenTable(arrivals: readonly Arrival[], fold: number): string {
  return arrivals
    .map(({ title, pages }) =>
      [
        `${title}: ${summaryOf(pages, fold)}`,
        '',
        '| page | first thing to do at | on the first screen |',
        '| --- | --- | --- |',
        ...[...pages]
          .sort((a, b) => (b.top ?? Infinity) - (a.top ?? Infinity))
          .map((page) => `| ${page.page} | ${page.top ?? '–'} | ${isSeen(page, fold) ? 'yes' : 'no'} |`),
      ].join('\n'),
    )
    .join('\n\n');
}

/** Whether a reader sees the first line of what is to be done without scrolling. */
export function isSeen({ line }: FirstAction, fold: number): boolean {
  return line !== undefined && line <= fold;
}

function summaryOf(pages: readonly FirstAction[], fold: number): string {
  const tops = pages.flatMap(({ top }) => top ?? []).sort((a, b) => a - b);
  const half = tops.length / 2;
  const median =
    tops.length === 0 ? '–' : ((tops[Math.ceil(half) - 1] ?? 0) + (tops[Math.floor(half)] ?? 0)) / 2;
  const seen = pages.filter((page) => isSeen(page, fold)).length;
  return `median ${median}, ${tops[0] ?? '–'} to ${tops.at(-1) ?? '–'}; ${seen} of ${pages.length} on the first screen of ${fold} px.`;
}
