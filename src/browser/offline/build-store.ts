import { hashLength, type SiteList } from '../../domain/offline/site-list.ts';
import type { OfflineSite, Scope } from './scope.ts';

/** The files of one build of the site that are saved on this device. Paths are those of its list. */
export interface BuildStore {
  /** The saved file at a path; undefined where it is not saved, or the browser gives nothing out. */
  readonly match: (path: string) => Promise<Response | undefined>;
  /** Saves a response if it is, byte for byte, the file that the list names; false if it is not. Rejects where the browser refuses the room. */
  readonly keep: (list: SiteList, path: string, response: Response) => Promise<boolean>;
  /** Saves a text that is no file of the site, under a name that no path has. */
  readonly note: (name: string, text: string) => Promise<void>;
  readonly noted: (name: string) => Promise<string | undefined>;
  /** Everything that is saved. Rejects where storage is refused. */
  readonly saved: () => Promise<ReadonlySet<string>>;
}

/** Several sites may share a host, and with it everything that the browser stores. */
export function storePrefix(base: string): string {
  return `mendbook ${base} `;
}

/** Opens, or makes, the store of a build. */
export function buildStore(scope: Scope, { base }: Pick<OfflineSite, 'base'>, build: string): BuildStore {
  const open = (): Promise<Cache> => scope.caches.open(storePrefix(base) + build);
  const root = scope.location.origin + base.slice(0, -1);
  const match = async (path: string): Promise<Response | undefined> => {
    try {
      return await (await open()).match(root + path);
    } catch {
      return undefined;
    }
  };
  return {
    match,
    keep: async ({ files }, path, response) => {
      if (response.status !== 200 || response.redirected || !Object.hasOwn(files, path)) return false;
      const copy = response.clone();
      if ((await hashOf(response)) !== files[path]) return false;
      await (await open()).put(root + path, copy);
      return true;
    },
    note: async (name, text) => (await open()).put(`${root}/?${name}`, new Response(text)),
    noted: async (name) => (await match(`/?${name}`))?.text(),
    saved: async () => new Set((await (await open()).keys()).map(({ url }) => url.slice(root.length))),
  };
}

/** The beginning of the SHA-256 of a body, in Base64, as lists of files give it. */
export async function hashOf(response: Response): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest))).slice(0, hashLength);
}
