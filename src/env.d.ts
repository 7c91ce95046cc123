/** The screenshots of the knowledge base by their ids, as `integrations/before-build/screenshots.ts` hands them to Astro. */
declare module 'virtual:screenshots' {
  export const screenshots: Readonly<
    Record<
      string,
      { readonly light: import('astro').ImageMetadata; readonly dark?: import('astro').ImageMetadata }
    >
  >;
}

declare namespace App {
  interface Locals {
    /** The words of the site's language; `middleware.ts` hands them out. */
    words: import('./words/words.ts').Words;
    /** id of a draft → how many things are to be decided in it; empty when the site is built. */
    drafts: ReadonlyMap<string, number>;
    /** The colour of the page itself, and the picture in place of the name of the site, if there is one. */
    look: Pick<import('./domain/site-content.ts').SiteContent, 'paper' | 'logo'>;
    /** The pages of the owner's own, to which every footer leads. */
    pages: readonly import('./domain/knowledge/article.ts').OwnPage[];
    /** Which files for programs stand beside the pages. */
    machines: import('./domain/twins/machines.ts').Machines;
  }
}

interface ImportMetaEnv {
  /** What stands before every address of the site, which begins with a slash: nothing, or a path such as `/help`. */
  readonly ROOT: string;
  /** Whether browsers save the site; never in dev. */
  readonly OFFLINE: boolean;
}
