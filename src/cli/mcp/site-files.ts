import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { SiteFiles } from '../../domain/tools/tool-site.ts';

/** The files of a site in a folder, or at an address on the web. */
export function siteFiles(place: string): SiteFiles {
  return /^https?:\/\//.test(place) ? filesAt(place) : filesIn(resolve(place));
}

function filesIn(folder: string): SiteFiles {
  return async (address) => {
    const path = join(folder, address.endsWith('/') ? `${address}index.html` : address);
    return path.startsWith(folder + sep) ? readFile(path, 'utf8').catch(() => undefined) : undefined;
  };
}

function filesAt(place: string): SiteFiles {
  const root = place.replace(/\/?$/, '');
  return async (address) => {
    const response = await fetch(root + address, { signal: AbortSignal.timeout(20_000) });
    if (response.ok) return response.text();
    await response.body?.cancel();
    if (response.status === 404 || response.status === 410) return undefined;
    throw new Error(`${root}${address} answered ${response.status}.`);
  };
}
