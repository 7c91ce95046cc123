/** What a reader hands on to support, in the words of the page. */
export interface SupportCase {
  readonly title: string;
  /** "Question? Answer" */
  readonly answers: readonly string[];
  readonly device: string | undefined;
  /** What the device showed, as the reader typed it; empty where nothing was typed. */
  readonly said: string;
  /** In the order in which they were tried. */
  readonly tried: readonly { readonly title: string; readonly result: string; readonly time: string }[];
  readonly link: string;
}

export interface SupportWords {
  readonly device: string;
  readonly said: string;
  readonly tried: string;
  readonly link: string;
}

/** A case as plain text, one fact a line. */
export function supportTextOf(
  { title, answers, device, said, tried, link }: SupportCase,
  words: SupportWords,
): string {
  const fixes = tried.map(
    (fix, index) => `${index + 1}. ${fix.title}: ${fix.result}${fix.time && ` (${fix.time})`}`,
  );
  return [
    title,
    ...answers,
    ...(device ? [`${words.device} ${device}`] : []),
    ...(said.trim() ? [`${words.said} ${said.trim().replace(/\s+/g, ' ')}`] : []),
    '',
    words.tried,
    ...fixes,
    '',
    `${words.link} ${link}`,
  ].join('\n');
}
