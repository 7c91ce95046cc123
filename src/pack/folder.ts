import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementsIn } from '../html/elements.ts';
import { isForPrograms } from '../domain/offline/for-programs.ts';
import { servedFilesIn } from '../server/served-files.ts';
import { pageForFolder, scriptName } from './folder-page.ts';
import { folderScript } from './folder-scripts.ts';

/** What only a host and the worker of the site need, and packed copies. */
const notInFolder = /^(?:404\.html|sw\.js|site\.webmanifest|offline\/.*|_astro\/.*\.js)$|\.(?:br|gz)$/;

/** The folder of the drawings that several pages show. */
const drawings = 'pictures';
const isDrawing = (name: string): boolean => name.startsWith(`${drawings}/`);

/** The files of a built site, served below `base`, for a folder on a disk: name with forward slashes → bytes, in the order of names. */
export async function folderOf(
  project: string,
  out: string,
  base: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const site = { base, drawings: drawingsIn(join(out, drawings)) };
  const files: [string, Uint8Array][] = [];
  for (const { name, read } of servedFilesIn(out)) {
    if (notInFolder.test(name) || isForPrograms(name)) continue;
    if (name.endsWith('.html'))
      files.push([name, Buffer.from(pageForFolder(Buffer.from(read()).toString(), name, site))]);
    // Scripts may load scripts from a disk, but no data.
    else if (name.endsWith('.json') || isDrawing(name))
      files.push([`${name}.js`, dataScript(`/${name}`, Buffer.from(read()).toString())]);
    else files.push([name, read()]);
  }
  files.push([scriptName, Buffer.from(await folderScript(project, out))]);
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function dataScript(path: string, text: string): Uint8Array {
  return Buffer.from(`mendbookFile(${JSON.stringify(path)},${JSON.stringify(text)});\n`);
}

/** The drawings that several pages show, by name, as `<symbol>`. */
function drawingsIn(dir: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(dir)
      .map((name) => readFileSync(join(dir, name), 'utf8'))
      .flatMap((svg) =>
        elementsIn(svg).flatMap(({ name, attributes: { id }, startTag, inside }) =>
          name === 'symbol' && id !== undefined
            ? [[id, `${svg.slice(startTag.from, inside.to)}</symbol>`] as const]
            : [],
        ),
      ),
  );
}
