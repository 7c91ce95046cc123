import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';

/** Reads the files of a built site by their address from its root (`/graph.json`); undefined where there is none. */
export type SiteFiles = (address: string) => Promise<string | undefined>;

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
    try {
      const response = await fetch(root + address, { signal: AbortSignal.timeout(20_000) });
      return response.ok ? await response.text() : undefined;
    } catch {
      return undefined;
    }
  };
}
