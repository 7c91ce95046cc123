import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashesName, hashesText } from '../../hosting/file-hashes.ts';
import { headersFile } from '../../hosting/netlify.ts';
import { servedFilesIn } from '../../server/served-files.ts';
import type { AfterBuild } from '../step.ts';

/** Writes the headers for hosts that read them in a file, and, last of all, the hash of every file that a host gives out. */
export const headersAndHashes: AfterBuild = ({ path }, { out, hashes }) => {
  writeFileSync(join(out, '_headers'), headersFile(path));
  const files = servedFilesIn(out, hashes).filter(({ name }) => name !== hashesName);
  writeFileSync(join(out, hashesName), hashesText(new Map(files.map(({ name, hash }) => [name, hash]))));
};
