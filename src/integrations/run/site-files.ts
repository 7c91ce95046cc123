import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { namesBelow } from '../../files/names-below.ts';
import { isHidden } from '../../hosting/site.ts';
import { servedFile, servedFilesIn, type Hashes, type ServedFile } from '../../server/served-files.ts';

/** The files of a site that is nearly done. They are listed and hashed at the first question only, so whoever adds one after that does it by `write`. */
export interface SiteFiles {
  /** All of them, as paths in the folder, in order. */
  readonly names: () => readonly string[];
  /** Those that hosts give out, in order. */
  readonly served: () => readonly ServedFile[];
  /** Writes a file into the folder; one that stands there may be the same as in the folder of the last site, and is not written to. */
  readonly write: (name: string, text: string) => void;
}

/** The files in a folder; `hashes` are those known of the last site, and afterwards those of this one. */
export function siteFilesIn(out: string, hashes: Hashes): SiteFiles {
  let names: Set<string> | undefined;
  let served: Map<string, ServedFile> | undefined;
  const inOrder = (): readonly string[] => [...(names ??= new Set(namesBelow(out)))].sort();
  const look = (): Map<string, ServedFile> =>
    (served ??= new Map(servedFilesIn(out, hashes, inOrder()).map((file) => [file.name, file])));
  return {
    names: inOrder,
    served: () => {
      const all = look();
      return inOrder().flatMap((name) => all.get(name) ?? []);
    },
    write: (name, text) => {
      const path = join(out, name);
      mkdirSync(dirname(path), { recursive: true });
      rmSync(path, { force: true });
      writeFileSync(path, text);
      names?.add(name);
      if (served && !isHidden(name)) served.set(name, servedFile(out, name, hashes));
    },
  };
}
