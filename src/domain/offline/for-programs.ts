/**
 * Whether a file of a built site is there for hosts, search engines and other programs alone, by its name from the root of the
 * site, without a slash at its begin. Readers neither keep such files nor take them along in a folder.
 */
export function isForPrograms(name: string): boolean {
  return patterns.some((pattern) => pattern.test(name));
}

const patterns: readonly RegExp[] = [
  /^(?:robots\.txt|opensearch\.xml|files\.sha256|graph\.json)$/,
  /^sitemap[\w-]*\.xml$/,
  /^(?:symptoms\/[^/]+\/)?feed\.xml$/,
  /^llms(?:-full)?\.txt$/,
  /^(?:llms|schemas|\.well-known)\//,
  // Facts of an article, and its picture on other sites.
  /^(?:symptoms|causes|fixes)\/[^/]+\.(?:json|png)$/,
  /\.md$/,
];
