import { everyAnswer, keeping } from './headers.ts';

/** How much Netlify and Cloudflare take of a site; the smaller figure of the two. */
export const limits = {
  files: 20_000,
  bytesOfFile: 25 * 1024 * 1024,
  redirects: 2000,
  headerRules: 100,
} as const;

/**
 * The file `_headers` of Netlify and Cloudflare. Neither is told to ask again for pages, since both do: where two rules meet,
 * Cloudflare puts the values of one header after each other.
 */
export function headersFile(base: string): string {
  const kept = keeping.filter(({ below }) => below !== '/');
  return [
    rule(
      '/*',
      everyAnswer.map(({ name, value }) => [name, value]),
    ),
    // A twin in Markdown is no page of its own for search engines. Here no header can name the page itself.
    rule(`${base.slice(0, -1)}/*.md`, [['X-Robots-Tag', 'noindex']]),
    ...kept.map(({ below, value }) => rule(`${base.slice(0, -1)}${below}*`, [['Cache-Control', value]])),
  ].join('');
}

function rule(path: string, headers: readonly (readonly [string, string])[]): string {
  return `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
}

/** What of a site such hosts do not take, in full sentences; `files` with their size in bytes. */
export function overLimits(
  files: readonly { readonly name: string; readonly size: number }[],
  redirects: number,
): readonly string[] {
  const large = files.filter(({ size }) => size > limits.bytesOfFile);
  return [
    ...(files.length > limits.files
      ? [
          `The site has ${files.length} files, and Cloudflare takes ${limits.files}. Leave out packed copies, ask fewer questions, or say \`machines: { markdown: false }\` in site.yaml.`,
        ]
      : []),
    ...large.map(
      ({ name, size }) => `\`${name}\` has ${size} bytes, and Cloudflare takes ${limits.bytesOfFile}.`,
    ),
    ...(redirects > limits.redirects
      ? [
          `\`_redirects\` has ${redirects} lines, and Cloudflare reads ${limits.redirects}. The rest still works: every redirect is a page as well.`,
        ]
      : []),
  ];
}
