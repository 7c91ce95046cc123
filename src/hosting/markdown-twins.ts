/** The type by which programs ask for a page as Markdown. */
export const markdownType = 'text/markdown';

/**
 * Whether who asks wants Markdown at least as much as HTML, by the header `Accept`. Browsers never name it; where it is named with a weight, HTML must not
 * have a higher one.
 */
export function prefersMarkdown(accept: string | undefined): boolean {
  const wanted = (accept ?? '').split(',').map((part) => {
    const [type = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = parameters.flatMap((parameter) => /^q\s*=\s*([\d.]+)$/.exec(parameter)?.[1] ?? [])[0];
    return { type, weight: weight === undefined ? 1 : Number(weight) };
  });
  const weightOf = (name: string): number | undefined => wanted.find(({ type }) => type === name)?.weight;
  const markdown = weightOf(markdownType) ?? 0;
  return markdown > 0 && markdown >= (weightOf('text/html') ?? 0);
}

/** The same for hosts that can only compare texts: Markdown is named, and with no weight below 1. Only `weak` is tested without a look ahead, which not all have. */
export const acceptPattern = {
  named: 'text/markdown',
  weak: 'text/markdown\\s*;\\s*q\\s*=\\s*0',
} as const;

/** The header by which a twin names the page that it is a twin of; `path` is that of the twin on its host. */
export function canonicalLinkOf(path: string): string {
  return `<${path.replace(/(?:(?<=\/)index)?\.md$/, '').replace(/(?<!\/)$/, '/')}>; rel="canonical"`;
}
