import { hashesName, hashesText } from '../../hosting/file-hashes.ts';
import { headersFile } from '../../hosting/netlify.ts';
import type { AfterBuild } from '../step.ts';

/** Writes the headers for hosts that read them in a file, and, last of all, the hash of every file that a host gives out. */
export const headersAndHashes: AfterBuild = ({ path }, { files }) => {
  files.write('_headers', headersFile(path));
  const served = files.served().filter(({ name }) => name !== hashesName);
  files.write(hashesName, hashesText(new Map(served.map(({ name, hash }) => [name, hash]))));
};
