import { asAlert } from './as-alert.ts';

/** A mark that another tool understands and this one does not: where it stands in a text, why it is none here, and how it reads right. */
export interface Mark {
  readonly pattern: RegExp;
  readonly message: (found: string) => string;
  readonly hint: (found: string) => string;
  /** Only in `.md`: in MDX the parser stumbles over it first. */
  readonly md?: true;
}

const shown = (): string => 'This is a mark of another tool, so readers would see it as it stands.';
const picture = 'Put the picture into `pictures/` and write `![what is to be seen](pictures/….svg)`.';
const leaveOut = 'Leave it out, or put it in code marks if readers are to see it.';

/** The marks, the more telling first: of one place only the first is told. */
export const otherMarks: readonly Mark[] = [
  {
    pattern: /(?<=^|\n)[ \t]*:{3,}[ \t]*\{?[ \t]*[\p{L}][^\n]*/u,
    message: shown,
    hint: (found) =>
      /^[ \t:{]*image/i.test(found)
        ? picture
        : (asAlert(found.replace(/^[ \t:{]+/, '')) ??
          'Leave the lines with colons out, and write what they hold in Markdown.'),
  },
  {
    pattern: /(?<=^|\n)::[a-z][\w-]*(?:\[[^\]\n]*\])?\{[^}\n]*\}|(?<=^|\n)::[a-z][\w-]*\[[^\]\n]*\]/i,
    message: shown,
    hint: () => leaveOut,
  },
  {
    pattern: /(?<=^|[\s(]):[a-z][\w-]*\[[^\]\n]+\](?:\{[^}\n]*\})?|(?<=^|[\s(]):[a-z][\w:-]*:(?=\uFFFC)/i,
    message: shown,
    hint: () => 'Write the words alone, or a link.',
  },
  {
    pattern: /(?<=^|[\s>])<!--[^\n]*/,
    message: () => 'The comment is never closed, so readers would see it.',
    hint: (found) => `Write \`${found} -->\`.`,
    md: true,
  },
  {
    pattern: /\{\/\*[^]*?(?:\*\/\}|$)/,
    message: () => 'This is a comment in `.mdx` only; here readers would see it.',
    hint: (found) => commentIn(/^\{\/\*\s*([^]*?)\s*(?:\*\/\})?$/.exec(found)?.[1] ?? ''),
    md: true,
  },
  {
    pattern: /(?<=^|\n)[!?]{3}\+?[ \t]+[\w-]+[^\n]*/,
    message: shown,
    hint: (found) => asAlert(found.replace(/^[!?+ \t]+/, '')) ?? 'Leave the signs out.',
  },
  {
    pattern: /\[!(?:INCLUDE|VIDEO|code-)[^\n]*/i,
    message: () => 'Nothing is taken in from elsewhere here, so readers would see this mark as it stands.',
    hint: () => 'Write the text itself, or link to the page that holds it.',
  },
  {
    pattern: /(?<=^|\n)\[![\w-]+\][+-]?/,
    message: (found) => `\`${found}\` is no kind of remark here.`,
    hint: (found) =>
      asAlert(found.slice(2)) ??
      'Write one of `> [!NOTE]`, `> [!TIP]`, `> [!IMPORTANT]`, `> [!WARNING]`, `> [!CAUTION]`.',
  },
  {
    pattern: /(?<=^|\n)===[+!]?[ \t]+"[^"\n]*"/,
    message: shown,
    hint: (found) =>
      `Write \`<Variant label=${/"[^"]*"/.exec(found)?.[0] ?? '"…"'}>\` and \`</Variant>\` around what holds for it.`,
  },
  { pattern: /\{%[^\n]*?%\}|\{\{[<%][^\n]*?\}\}/, message: shown, hint: () => leaveOut, md: true },
  {
    pattern: /\{\{[^{}\n]*\}\}/,
    message: () => 'Nothing is filled in here, so readers would see the braces as they stand.',
    hint: (found) =>
      `Write the value itself. If readers are to see the braces, put them in code marks: \`\` \`${found}\` \`\`.`,
    md: true,
  },
  {
    pattern: /\{:[^}\n]*\}|\{[.#][\w-]+[^}\n]*\}/,
    message: (found) =>
      found.startsWith('{#')
        ? 'An id stands at the end of a heading or a step only, so readers would see this one.'
        : shown(),
    hint: () => 'Leave it out.',
    md: true,
  },
  {
    pattern: /\{(?:code|noformat|note|info|warning|tip|panel|toc)(?::[^}\n]*)?\}/,
    message: shown,
    hint: (found) =>
      asAlert(found.slice(1)) ??
      'Put code between two lines of three backticks, and leave everything else out.',
    md: true,
  },
  {
    pattern: /!\[\[[^\]\n]+\]\]/,
    message: shown,
    hint: () => picture,
  },
  {
    pattern: /\[\[(?:_?toc_?)\]\]|(?<=^|\n)\[toc\](?=$|\n)/i,
    message: shown,
    hint: () => 'Leave it out: a page needs no table of contents.',
  },
  {
    pattern: /\[\[[^\]\n]+\]\]/,
    message: shown,
    hint: (found) => `Write a link: \`[${found.slice(2, -2).split('|').at(-1)}](/fixes/…/)\`.`,
  },
  {
    pattern: /\[\^[^\]\s]+\]/,
    message: (found) =>
      `No footnote is called \`${found.slice(1, -1)}\`, so readers would see the mark as it stands.`,
    hint: (found) => `Write the note on a line of its own: \`${found}: …\`.`,
  },
  {
    pattern: /\^\[[^\]\n]+\]/,
    message: shown,
    hint: () => 'Write `[^1]`, and the note on a line of its own: `[^1]: …`.',
  },
  {
    pattern: /!\[[^[\]\n]*\]\[[^[\]\n]*\]/,
    message: (found) => `No line says which picture \`${nameIn(found)}\` is, so none is shown.`,
    hint: () => picture,
  },
  {
    pattern: /\[[^[\]\n]+\]\[[^[\]\n]*\]/,
    message: (found) => `No line says where \`${nameIn(found)}\` leads, so this is no link.`,
    hint: (found) =>
      `Write \`[${wordsIn(found)}](/fixes/…/)\`, or add a line \`[${nameIn(found)}]: /fixes/…/\`.`,
  },
  {
    pattern: /(?<=^|\n)(?:[-*+])?\[[ xX]?\](?=\s)/,
    message: () => 'An open point needs a hyphen, a space and a box with a space in it.',
    hint: (found) => `Write \`- [${/[xX]/.test(found) ? 'x' : ' '}] …\`.`,
  },
  {
    pattern: /(?<=^|\n)\.\. [\w-]+::[^\n]*/,
    message: shown,
    hint: (found) => asAlert(found.slice(3)) ?? leaveOut,
  },
  {
    pattern: /(?<=^|\n)(?:include|ifdef|ifndef|endif|image|video|toc)::[^\n]*/,
    message: shown,
    hint: (found) => (found.startsWith('image') ? picture : leaveOut),
  },
  {
    pattern: /(?<=^|\n)={2,6} [^\n]+ ={2,6}(?=$|\n)/,
    message: () => 'A heading begins with `#` signs, so this is none.',
    hint: (found) => `Write \`## ${found.replace(/^=+ | =+$/g, '')}\`.`,
  },
  {
    pattern: /(?<=^|\n)h[1-6]\. [^\n]+/,
    message: () => 'A heading begins with `#` signs, so this is none.',
    hint: (found) => `Write \`## ${found.slice(4)}\`.`,
  },
  {
    pattern: /%%[^%\n]+%%/,
    message: () => 'This is no comment here, so readers would see it.',
    hint: (found) =>
      `Leave it out, or write \`{/* ${found.slice(2, -2).trim()} */}\` in \`.mdx\` and \`<!-- ${found.slice(2, -2).trim()} -->\` in \`.md\`.`,
  },
  {
    pattern: /\$\$[^$\n]+\$\$/,
    message: shown,
    hint: () => 'Write the formula in words, or put it in code marks.',
  },
  {
    pattern: /==[^=\s](?:[^=\n]*[^=\s])?==/,
    message: shown,
    hint: (found) => `Write \`**${found.slice(2, -2)}**\`.`,
  },
  {
    pattern: /(?<=^|\n)\\(?:newpage|pagebreak|clearpage|toc)\b/,
    message: shown,
    hint: () => 'Leave it out.',
  },
  {
    pattern: /(?<=^|\n)<<<[ \t]+\S+|(?<=^|\n)@include\b[^\n]*|(?<=^|\n)-{1,2}8<-{1,2}[^\n]*|\{![^\n]*!\}/,
    message: shown,
    hint: () => 'Write the text itself.',
  },
  {
    pattern: /(?<=^|\n)\|[^\n]*\|[ \t]*\n[ \t]*\|[^\n]*\|/,
    message: () => 'This is no table, because the line below its first does not say how many columns it has.',
    hint: (found) => `Write \`|${' --- |'.repeat(columnsOf(found))}\` below the first line.`,
  },
  {
    pattern: /(?<=^|\n)\*\[[^\]\n]+\]:[^\n]*/,
    message: shown,
    hint: () => 'Leave it out, and put the term into `glossary.yaml`.',
  },
  {
    pattern: /(?<=\n):[ \t]+[^\n]+/,
    message: shown,
    hint: (found) => `Write a list: \`- **Term**: ${found.replace(/^:\s*/, '')}\`.`,
  },
  {
    pattern:
      /(?<=^|\n)(?:import\s[^\n]*?\sfrom\s+["'][^"'\n]*["']|export\s+(?:const|default|function)\b)[^\n]*/,
    message: () => 'Articles import nothing, so readers would see this line.',
    hint: () => 'Leave it out.',
    md: true,
  },
  {
    pattern: /'''[^'\n]+'''/,
    message: shown,
    hint: (found) => `Write \`**${found.slice(3, -3)}**\`.`,
  },
  {
    pattern: /\[(b|i|u|s|url|img|code|quote|list|size|color)(?:=[^\]\n]*)?\][^]*?\[\/\1\]/i,
    message: shown,
    hint: () => 'Write it in Markdown: `**bold**`, `*slanted*`, `[words](address)`.',
  },
  {
    pattern: /(?<=^|[\s(]):[a-z][a-z_]{2,}:(?=$|[\s).,])/,
    message: () => 'This stands for a small picture elsewhere; here readers would see the letters.',
    hint: () => 'Write the sign itself, or the word.',
  },
];

/** How a comment is written in plain Markdown; a mark that gives an id is no comment there. */
function commentIn(note: string): string {
  return note.startsWith('#') ? `Write \`{${note}}\` at the end of the line.` : `Write \`<!-- ${note} -->\`.`;
}

/** How many columns the first line of a table has. */
function columnsOf(rows: string): number {
  return (rows.split('\n')[0]?.match(/(?<!\\)\|/g)?.length ?? 2) - 1;
}

function wordsIn(found: string): string {
  return /^!?\[([^\]]*)\]/.exec(found)?.[1] ?? '';
}

/** `[words][]` names its own words. */
function nameIn(found: string): string {
  return /\[([^\]]*)\]$/.exec(found)?.[1] || wordsIn(found);
}
