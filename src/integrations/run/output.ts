import { existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { isWritable } from '../../articles/content-dir.ts';
import { noteIn } from '../../server/built-site.ts';
import { hasCode } from '../../files/error-code.ts';

/** The output folder itself, where a link stands for it; what the link leads to need not be there yet. */
export function outputOf(asked: string): string {
  const path = resolve(asked);
  if (existsSync(path)) return realpathSync(path);
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
    const to = resolve(dirname(path), readlinkSync(path));
    mkdirSync(to, { recursive: true });
    return realpathSync(to);
  }
  return path;
}

/** Why a site must not be written to a folder, in a sentence with the remedy; undefined where it may. */
export function outputFaultOf(
  target: string,
  { project, content }: { readonly project: string; readonly content: string },
): string | undefined {
  const said = `The site cannot be written to \`${target}\``;
  const remedy = 'Name another folder with `--outDir`.';
  if (existsSync(target) && !statSync(target).isDirectory())
    return `${said}, because that is a file. ${remedy}`;
  const there = nearestFolder(target);
  if (!isWritable(there)) return `${said}, because this account may not write into \`${there}\`. ${remedy}`;
  const own = [
    content,
    ...['src', 'public', 'e2e', 'node_modules', '.git'].map((name) => join(project, name)),
  ];
  if (
    holds(target, project) ||
    own.some((folder) => holds(target, real(folder)) || holds(real(folder), target))
  )
    return `${said}, because the project or its content lies there. ${remedy}`;
  return strangersFaultOf(target, ['index.html', '404.html', 'search-index', 'symptoms', 'causes', 'fixes']);
}

/** The folder itself, or the one around it that is there. */
function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
}

/** The endings of the packed copies that `kb compress` puts beside the files of a build. */
export const packedEnding = /\.(?:br|gz)$/;

/** Why files that no build wrote are in the way of `names`; undefined where none is. */
export function strangersFaultOf(target: string, names: readonly string[]): string | undefined {
  const others = strangersIn(target, names);
  const inTheWay = names.filter((name) => others.includes(name));
  if (inTheWay.length === 0) return undefined;
  const listed = inTheWay.slice(0, 3).map((name) => `\`${name}\``);
  return `The output folder \`${target}\` holds ${listed.join(', ')}, which no build of this program wrote, and the site would write over ${inTheWay.length > 1 ? 'them' : 'it'}. Move ${inTheWay.length > 1 ? 'them' : 'it'} away, or name another folder with \`--outDir\`.`;
}

/** The names in an output folder that no build wrote. A site from before builds took notes is known by its search index; of that, `names` are its own. */
export function strangersIn(target: string, names: readonly string[]): readonly string[] {
  // Another build may put its site in the place of the folder while this one reads it: the note of one says nothing of the other.
  for (let folder = stateOf(target); folder !== undefined;) {
    const known =
      noteIn(target)?.files ?? (existsSync(join(target, 'search-index', 'search.json')) ? names : []);
    const found = namesIn(target);
    const now = stateOf(target);
    if (now === folder)
      return found.filter(
        (name) => !known.includes(name.replace(packedEnding, '')) && !/^\.mendbook-\d+$/.test(name),
      );
    folder = now;
  }
  return [];
}

/** Which folder it is, and as of when; undefined where there is none. */
function stateOf(folder: string): string | undefined {
  const { ino, ctimeMs } = statSync(folder, { throwIfNoEntry: false }) ?? {};
  return ino === undefined ? undefined : `${ino} ${ctimeMs}`;
}

/** The names in a folder; none where somebody takes it away just now. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    return [];
  }
}

function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}

function real(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}
