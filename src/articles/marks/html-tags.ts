/** Elements of HTML, so that a tag is told from a placeholder such as `<your-name>`. */
const htmlTags: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col colgroup ' +
    'data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header ' +
    'hgroup hr html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav nobr noscript object ol optgroup option ' +
    'output p param path picture pre progress q rp rt ruby s samp script search section select slot small source span strike strong style sub summary ' +
    'sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
);

/** Whether a name, however it is written, is that of an element of HTML. */
export function isHtmlTag(name: string): boolean {
  return htmlTags.has(name.toLowerCase());
}

const inMarkdown: Readonly<Record<string, string>> = {
  a: 'Write a link in Markdown: `[words](/fixes/…/)`.',
  b: 'Write `**words**`.',
  strong: 'Write `**words**`.',
  i: 'Write `*words*`.',
  em: 'Write `*words*`.',
  code: 'Put the words between backticks.',
  pre: 'Put the lines between two lines of three backticks.',
  img: 'Put the picture into `pictures/` and write `![what is to be seen](pictures/….svg)`.',
  table: 'Write the table in Markdown: `| one | two |` on each line, `| --- | --- |` below the first.',
  ul: 'Begin each entry with `- `.',
  ol: 'Begin each entry with `1. `.',
  li: 'Begin the entry with `- `.',
  p: 'Leave an empty line between paragraphs.',
  h1: 'Begin the line with `## `.',
  h2: 'Begin the line with `## `.',
  h3: 'Begin the line with `### `.',
  hr: 'Write `---` between two empty lines.',
  blockquote: 'Begin each line with `> `.',
  del: 'Write `~~words~~`.',
  s: 'Write `~~words~~`.',
};

/** Message and remedy for a tag that is neither a component nor one of the few elements that may stand in a text; `whole` is the tag as it was written. */
export function foreignTagWords(name: string, whole = `<${name}>`): readonly [message: string, hint: string] {
  // Nobody writes `<Del>` for an element: it is a key.
  if (isHtmlTag(name) && !/^[A-Z][a-z]/.test(name))
    return [
      `\`<${name}>\` is raw HTML, which articles do not hold.`,
      inMarkdown[name.toLowerCase()] ?? `Write it in Markdown, or leave the tag out.`,
    ];
  return [`\`${whole}\` is read as a tag, so readers would not see it.`, inCodeMarks(whole)];
}

/** The remedy for words in angle brackets that readers are to see. */
export function inCodeMarks(words: string): string {
  return `Put it in code marks: \`\` \`${words}\` \`\`, or write a backslash before it: \`\\${words}\`.`;
}

/** The remedy for braces that MDX takes for code. */
export function bracesHint(words: string): string {
  return `If readers are to see the braces, put them in code marks: \`\` \`${words}\` \`\`, or write \`${words.replace(/[{}]/g, '\\$&')}\`. Else write the words alone.`;
}
