import { lstatSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { sep } from 'node:path';
import { hasCode } from '../../files/error-code.ts';

/** The paths of all files at or below a place, in a fixed order, also of those that links lead to; none where nothing is, or where the system lets nobody look. */
export function filesBelow(place: string): readonly string[] {
  const files: string[] = [];
  // A link may lead into a circle. Only of links the system is asked where they really lead: a site has ten thousand folders.
  const seen = new Set<string>();
  const visit = (folder: string, real: string): void => {
    if (seen.has(real)) return;
    seen.add(real);
    const entries = orNothing(() => readdirSync(folder, { withFileTypes: true })) ?? [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}${sep}${entry.name}`;
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory()) visit(path, `${real}${sep}${entry.name}`);
      else if (entry.isSymbolicLink()) follow(path);
    }
  };
  const follow = (path: string): void => {
    const stats = orNothing(() => statOf(path));
    if (stats?.isFile()) files.push(path);
    if (stats?.isDirectory()) visit(path, realpathSync(path));
  };
  follow(place);
  return files;
}

/** What the system says of what a path leads to; undefined where that is nothing: no file, or a link that leads nowhere or to itself. */
export function statOf(path: string, stat = statSync): Stats | undefined {
  try {
    return stat(path, { throwIfNoEntry: false });
  } catch (error) {
    if (hasCode(error, 'ELOOP', 'ENOTDIR')) return undefined;
    throw error;
  }
}

/** Whether a path is a link that leads nowhere. */
export function isDeadLink(path: string): boolean {
  return statOf(path) === undefined && statOf(path, lstatSync) !== undefined;
}

/**
 * Whether a file or a folder is one that nobody wrote, by its name: what systems, editors, downloads and programs that
 * compare or share files leave behind.
 */
export function isLeftover(name: string): boolean {
  return leftovers.some((pattern) => pattern.test(name));
}

const leftovers: readonly RegExp[] = [
  /^[.]/,
  /^(?:thumbs|ehthumbs(?:_vista)?)\.db(?::encryptable)?$|^desktop\.ini$|^icon[\r?]?$/i,
  /^(?:__MACOSX|@eaDir|\$RECYCLE\.BIN|System Volume Information|lost\+found|node_modules)$/,
  // Emacs and others, Vim, Office, IntelliJ, nano, sed.
  /~$|^#.*#$|^~\$|___jb_(?:tmp|old)___$|\.sw[a-p]$|^4913$|^sed[A-Za-z0-9]{6}$/,
  /\.(?:bak|orig|rej|tmp|temp|old|save|part|partial|crdownload|download|incoming)$/i,
];

function orNothing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
