import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PagePart, Piece } from '../../domain/page-part.ts';
import { onceEachObject } from '../../domain/values/on-demand.ts';
import type { AfterBuild } from '../step.ts';

/** Looks for every style, script and picture that a page or script of the built site names: a page without its style is no page. */
export const namedFiles: AfterBuild = (_, { out, pages }) => {
  const missing = missingFiles(out, new Set([...pages.pages.values()].flatMap(({ names }) => names)));
  if (missing.length > 0)
    throw new Error(
      `The built site lacks files that its pages name:\n${missing.map((name) => `  ${name}`).join('\n')}\nNothing was replaced; the last good build is untouched. Build again; if it happens again, delete \`.cache\`.`,
    );
};

/** The files of the bundler that pages name, or scripts in the built site do, and that it does not hold, as paths in its folder, in order. */
export function missingFiles(out: string, named: Iterable<string>): readonly string[] {
  const names = new Set(named);
  const folder = join(out, '_astro');
  for (const file of existsSync(folder) ? readdirSync(folder) : [])
    if (file.endsWith('.js'))
      for (const [, name = ''] of readFileSync(join(folder, file), 'utf8').matchAll(
        /["'`]\.\/([\w.@~-]+\.(?:js|css))["'`]/g,
      ))
        names.add(`_astro/${name}`);
  return [...names].filter((name) => !existsSync(join(out, name))).sort();
}

/** Finds the files of the bundler that pages of a site below `base` name, as paths in the folder of the site: in each piece that they share once. */
export function namesInPages(base: string): (page: readonly PagePart[]) => readonly string[] {
  const ofPiece = onceEachObject(({ html }: Piece) => namesIn(html, base));
  return (page) => [
    ...new Set(
      page.flatMap((part) => (typeof part === 'string' ? namesIn(part, base) : ofPiece(part.piece))),
    ),
  ];
}

function namesIn(html: string, base: string): readonly string[] {
  const found = new Set<string>();
  const folder = `${base}_astro/`;
  for (let at = html.indexOf(folder); at !== -1; at = html.indexOf(folder, at + folder.length)) {
    if (!/["'=(\s,]/.test(html.charAt(at - 1))) continue;
    const [name] = /^[^"'\s)>,?#]+/.exec(html.slice(at + base.length, at + base.length + 300)) ?? [];
    if (name) found.add(decodeURI(name));
  }
  return [...found];
}
