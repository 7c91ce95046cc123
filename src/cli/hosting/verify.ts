import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import {
  hashesName,
  keptName,
  parseHashes,
  sayFindings,
  type FileHashes,
  type HashFindings,
} from '../../hosting/file-hashes.ts';
import { redirectsIn } from '../../hosting/redirects.ts';
import { servedFilesIn } from '../../server/served-files.ts';
import { readArguments, type Command, type Outcome } from '../command.ts';

const usage = '`verify` takes the folder or the address of a site, and `--against FOLDER`.';
/** Requests at the same time. */
const atOnce = 8;

/**
 * `verify FOLDER | URL [--against FOLDER]`: compares a site, byte for byte, with the list of hashes that its build wrote: with
 * its own, or with that of a folder that one trusts more.
 */
export const verify: Command = async (args) => {
  const read = readArguments(args, usage, {
    allowPositionals: true,
    options: { against: { type: 'string' } },
  });
  if ('error' in read) return { code: 1, error: read.error };
  const [where = '', ...more] = read.positionals;
  if (where === '' || more.length > 0) return { code: 1, error: usage };
  const trusted = read.values.against === undefined ? undefined : resolve(read.values.against);
  return /^https?:\/\//.test(where) ? verifyAddress(where, trusted) : verifyFolder(resolve(where), trusted);
};

function verifyFolder(folder: string, trusted = folder): Outcome {
  const list = listIn(trusted);
  if (typeof list === 'string') return { code: 1, error: list };
  if (!existsSync(folder)) return { code: 1, error: `There is no folder \`${folder}\`.` };
  const keptFile = join(folder, keptName);
  const kept = existsSync(keptFile) ? parseHashes(readFileSync(keptFile, 'utf8')) : undefined;
  const found = new Map(servedFilesIn(folder).map((file) => [file.name, file]));
  // The list does not list itself, but hosts send packed copies of it as well.
  const hashOf = (name: string): string | undefined =>
    name === hashesName ? found.get(name)?.hash : list.get(name);
  const plain = (name: string): string => name.replace(/\.(?:br|gz)$/, '');
  const packed = [...found.keys()].filter(
    (name) => !list.has(name) && plain(name) !== name && hashOf(plain(name)) !== undefined,
  );
  const names = [...found.keys()].filter((name) => name !== hashesName && !packed.includes(name));
  return outcomeOf(folder, list, {
    different: [
      ...names.filter((name) => list.has(name) && list.get(name) !== found.get(name)?.hash),
      // What a host sends in place of a file has to be that file.
      ...packed.filter((name) => unpackedHash(join(folder, name)) !== hashOf(plain(name))),
    ],
    missing: [...list.keys()].filter((name) => !found.has(name)),
    extra: names.filter((name) => !list.has(name) && kept?.get(name) !== found.get(name)?.hash),
  });
}

async function verifyAddress(address: string, trusted: string | undefined): Promise<Outcome> {
  const home = address.endsWith('/') ? address : `${address}/`;
  const list = trusted === undefined ? await listAt(home) : listIn(trusted);
  if (typeof list === 'string') return { code: 1, error: list };
  const silent = trusted === undefined ? undefined : await silenceOf(home);
  if (silent !== undefined) return { code: 1, error: silent };
  const redirects = trusted === undefined ? undefined : redirectsOf(trusted);
  const [different, missing]: [string[], string[]] = [[], []];
  const left = [...list.keys()];
  const work = async (): Promise<void> => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      const verdict = await compare(home, name, list.get(name) ?? '', redirects);
      if (verdict === 'different') different.push(name);
      if (verdict === 'missing') missing.push(name);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcomeOf(home, list, { different: different.sort(), missing: missing.sort(), extra: [] });
}

/** Compares what a host gives out for a file. Where it redirects an old address by itself, the page that would do it is not asked for. */
async function compare(
  home: string,
  name: string,
  hash: string,
  redirects: ReadonlyMap<string, string> | undefined,
): Promise<'same' | 'different' | 'missing'> {
  const url = new URL(encodeURI(name.replace(/(^|\/)index\.html$/, '$1')) || '.', home);
  try {
    const response = await fetch(url, { redirect: 'manual' });
    const { status } = response;
    const to = response.headers.get('location');
    if (status >= 300 && status < 400 && to !== null) {
      const path = new URL(to, url).href.slice(new URL('/', url).href.length - 1);
      const known = redirects === undefined || redirects.get(url.pathname) === path;
      return known && new URL(to, url).origin === url.origin ? 'same' : 'different';
    }
    if (status === 404 && !name.endsWith('404.html')) return 'missing';
    const bytes = Buffer.from(await response.arrayBuffer());
    return createHash('sha256').update(bytes).digest('hex') === hash ? 'same' : 'different';
  } catch {
    return 'missing';
  }
}

function outcomeOf(where: string, list: FileHashes, findings: HashFindings): Outcome {
  const { whole, text } = sayFindings(where, list.size, findings);
  return whole ? { code: 0, output: text } : { code: 1, error: text };
}

function unpackedHash(file: string): string | undefined {
  try {
    const packed = readFileSync(file);
    const bytes = file.endsWith('.br') ? brotliDecompressSync(packed) : gunzipSync(packed);
    return createHash('sha256').update(bytes).digest('hex');
  } catch {
    return undefined;
  }
}

/** The list of a folder, or a sentence that says why there is none. */
function listIn(folder: string): FileHashes | string {
  const file = join(folder, hashesName);
  if (!existsSync(file) || !statSync(file).isFile())
    return `There is no \`${hashesName}\` in \`${folder}\`. A build writes it; build the site with \`npm run build\`.`;
  return parseHashes(readFileSync(file, 'utf8')) ?? `\`${file}\` is no list of hashes.`;
}

async function listAt(home: string): Promise<FileHashes | string> {
  try {
    const response = await fetch(new URL(hashesName, home));
    const list = response.ok ? parseHashes(await response.text()) : undefined;
    return (
      list ??
      `${home} gives out no \`${hashesName}\`. Name the folder that it was made of with \`--against\`.`
    );
  } catch (error) {
    return silence(home, error);
  }
}

/** Why a host cannot be asked, in a sentence; undefined where it answers. */
async function silenceOf(home: string): Promise<string | undefined> {
  try {
    await (await fetch(home, { redirect: 'manual' })).arrayBuffer();
    return undefined;
  } catch (error) {
    return silence(home, error);
  }
}

function silence(home: string, error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  return `${home} does not answer: ${cause}.`;
}

function redirectsOf(folder: string): ReadonlyMap<string, string> {
  const file = join(folder, '_redirects');
  const lines = existsSync(file) ? redirectsIn(readFileSync(file, 'utf8')) : [];
  return new Map(lines.map(({ from, to }) => [from, to]));
}
