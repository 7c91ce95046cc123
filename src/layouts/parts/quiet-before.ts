/** What is to be known before the steps and is no warning: its heading, its first words, and the text. */
export interface QuietBefore {
  readonly heading: string;
  /** Words for one line, without markup. */
  readonly lead: string;
  readonly text: string;
}

/** So many signs fill about two lines of a phone. */
const shortest = 90;
const longestLead = 60;

/** Parts a section before the steps into its heading and the rest; undefined where it is short, or has no heading. The heading stands without its link: it opens the text. */
export function quietBefore(html: string): QuietBefore | undefined {
  const [, start = '', text = ''] = /^(<h2[^>]*>[\s\S]*?)<\/h2>([\s\S]*)$/.exec(html.trim()) ?? [];
  const said = text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (start === '' || said.length < shortest) return undefined;
  return {
    heading: `${start.replace(/<a\b[\s\S]*?<\/a>/g, '')}</h2>`,
    lead: `${said.slice(0, said.lastIndexOf(' ', longestLead))}…`,
    text,
  };
}
