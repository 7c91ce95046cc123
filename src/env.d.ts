declare namespace App {
  interface Locals {
    /** The words of the site's language; `middleware.ts` hands them out. */
    words: import('./words/words.ts').Words;
    /** id of a draft → how many things are to be decided in it; empty when the site is built. */
    drafts: ReadonlyMap<string, number>;
  }
}

interface ImportMetaEnv {
  /** What stands before every address of the site, which begins with a slash: nothing, or a path such as `/help`. */
  readonly ROOT: string;
  /** Whether browsers save the site; never in dev. */
  readonly OFFLINE: boolean;
}
