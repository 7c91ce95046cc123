import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AfterBuild } from '../steps.ts';

/** Looks for every style, script and picture that a page or script of the built site names: a page without its style is no page. */
export const namedFiles: AfterBuild = ({ path }, { out }) => {
  const missing = missingFiles(out, path);
  if (missing.length > 0)
    throw new Error(
      `The built site lacks files that its pages name:\n${missing.map((name) => `  ${name}`).join('\n')}\nNothing was replaced; the last good build is untouched. Build again; if it happens again, delete \`.cache\`.`,
    );
};

/** The files of the bundler that a built site below `base` names and does not hold, as paths in its folder, in order. */
export function missingFiles(out: string, base: string): readonly string[] {
  const named = new Set<string>();
  for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.html'))
      for (const [, name = ''] of read(out, file).matchAll(/["'=(\s]([^"'=(\s]*\/_astro\/[^"'\s)>,?#]+)/g))
        if (name.startsWith(base)) named.add(decodeURI(name.slice(base.length)));
    if (/^_astro[\\/][^\\/]+\.js$/.test(file))
      for (const [, name = ''] of read(out, file).matchAll(/["'`]\.\/([\w.@~-]+\.(?:js|css))["'`]/g))
        named.add(`_astro/${name}`);
  }
  return [...named].filter((name) => !existsSync(join(out, name))).sort();
}

function read(out: string, file: string): string {
  return readFileSync(join(out, file), 'utf8');
}
