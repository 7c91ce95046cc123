import { escapeText } from '../values/markdown-text.ts';

/** A page in the index of a site for programs. */
export interface IndexEntry {
  readonly title: string;
  /** The whole address of its twin, or of itself. */
  readonly address: string;
  readonly summary?: string | undefined;
}

export interface IndexSection {
  /** The name by which its parts are called in addresses. */
  readonly name: string;
  readonly title: string;
  readonly entries: readonly IndexEntry[];
}

/** The index of a site as programs read it first. */
export interface SiteIndex {
  readonly title: string;
  readonly description: string;
  /** What a program should know before it reads, paragraph by paragraph, as Markdown. */
  readonly notes: readonly string[];
  readonly sections: readonly IndexSection[];
  /** The whole address of a file of the site. */
  readonly addressOf: (path: string) => string;
}

/** Characters that programs are known to read of a file before they cut it off, with room to spare. */
const mostSigns = 45_000;

/** The files of the index, path by text: `llms.txt`, and where that would be cut off, the lists it then leads to. */
export function indexFilesOf(index: SiteIndex): ReadonlyMap<string, string> {
  const whole = indexText(index, index.sections);
  if (whole.length <= mostSigns) return new Map([['llms.txt', whole]]);
  const files = new Map<string, string>();
  const sections = index.sections.map((section): IndexSection => {
    const parts = partsOf(section.entries);
    const entries = parts.map((entries, at): IndexEntry => {
      const path = `llms/${section.name}-${at + 1}.txt`;
      const title = `${section.title} ${at + 1}/${parts.length}`;
      files.set(path, indexText({ ...index, title, notes: [] }, [{ ...section, entries }]));
      return {
        title,
        address: index.addressOf(`/${path}`),
        summary: `${entries[0]?.title ?? ''} – ${entries.at(-1)?.title ?? ''}`,
      };
    });
    return { ...section, entries };
  });
  return new Map([['llms.txt', indexText(index, sections)], ...files]);
}

function indexText(
  { title, description, notes }: Pick<SiteIndex, 'title' | 'description' | 'notes'>,
  sections: readonly IndexSection[],
): string {
  const lists = sections
    .filter(({ entries }) => entries.length > 0)
    .map(({ title: name, entries }) => `## ${escapeText(name)}\n\n${entries.map(lineOf).join('\n')}`);
  return `${[`# ${escapeText(title)}`, `> ${escapeText(description)}`, ...notes, ...lists].join('\n\n')}\n`;
}

function lineOf({ title, address, summary }: IndexEntry): string {
  return `- [${escapeText(title)}](${address})${summary ? `: ${escapeText(summary)}` : ''}`;
}

function partsOf(entries: readonly IndexEntry[]): readonly (readonly IndexEntry[])[] {
  const parts: IndexEntry[][] = [];
  let signs = Infinity;
  for (const entry of entries) {
    const length = lineOf(entry).length + 1;
    // What stands above the lines takes its room as well.
    if (signs + length > mostSigns - 2000) {
      parts.push([]);
      signs = 0;
    }
    parts.at(-1)!.push(entry);
    signs += length;
  }
  return parts;
}
