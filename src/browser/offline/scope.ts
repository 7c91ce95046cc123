/** What a worker is told of the build that it belongs to. */
export interface OfflineSite {
  /** Name of the build: the beginning of the SHA-256 of its list of files. */
  readonly build: string;
  /** The path below which the site is served, with a slash at both ends. */
  readonly base: string;
  readonly language: string;
  readonly words: OfflineWords;
}

/** What pages say without a network; all of it is text, not HTML. */
export interface OfflineWords {
  /** `{date}` stands for the day on which the site was saved. */
  readonly offline: string;
  readonly unsavedTitle: string;
  readonly unsavedLead: string;
  /** What the page says that takes the place of one that there is not, for the two before. */
  readonly lostTitle: string;
  readonly lostLead: string;
}

/** An open page, as far as the worker has to do with it. */
export interface PageClient {
  readonly id: string;
  readonly url: string;
  postMessage(message: unknown): void;
}

/** What a worker needs of its browser; the types of TypeScript for workers cannot stand beside those for pages. */
export interface Scope {
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete' | 'has'>;
  readonly location: { readonly origin: string };
  readonly navigator: {
    readonly onLine: boolean;
    readonly connection?: { readonly saveData?: boolean };
  };
  readonly clients: {
    matchAll(options: {
      readonly type: 'window';
      readonly includeUncontrolled: boolean;
    }): Promise<readonly PageClient[]>;
    get(id: string): Promise<PageClient | undefined>;
    claim(): Promise<void>;
  };
  readonly registration: { update(): Promise<unknown> };
  setTimeout(work: () => void, milliseconds: number): unknown;
  fetch(request: Request | string, options?: RequestInit): Promise<Response>;
  skipWaiting(): Promise<void>;
}

/** A request that the worker is asked to answer. */
export interface Asked {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
  /** Keeps the worker alive until a promise has settled. */
  waitUntil(work: Promise<unknown>): void;
}
