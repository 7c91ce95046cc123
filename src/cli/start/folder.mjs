// Whether the site can be built where the project lies. Plain JavaScript, since it runs before anything is installed.
// @ts-check

/** Signs that the bundler takes for a query, a fragment, an escape, a pattern or the end of a text in the path of a module. */
const taken = process.platform === 'win32' ? /[#?%'"*]/g : /[#?%'"*\\]/g;

/**
 * What is wrong with the path of the project's folder, as a sentence with its remedy; undefined where nothing is.
 * @param {string} root
 * @returns {string | undefined}
 */
export function faultOfFolder(root) {
  const signs = [...new Set(root.match(taken) ?? [])];
  if (signs.length === 0) return undefined;
  const named = signs.map((sign) => `\`${sign}\``).join(' and ');
  return `The project lies in \`${root}\`, and Astro cannot build where the path holds ${named}. Rename the folder or move the project. The content and the output may lie in any folder: \`--content\` and \`--outDir\`.`;
}
