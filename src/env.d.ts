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
    /** Draws what many pages have in common, for `<Piece>`. */
    piece: import('./articles/pieces.ts').DrawPiece;
  }
}

interface ImportMetaEnv {
  /** What is said of what a reader has tried; only `browser/tried/plan.ts` takes it, since it stands wherever it is named. */
  readonly TRIED_WORDS: Pick<
    import('./words/words.ts').Words['tried'],
    'marks' | 'count' | 'skippedCount' | 'left' | 'announce' | 'announceNext' | 'announceStop' | 'results'
  >;
  /** Which step of how many a link led to; only for `browser/links/step-bar.ts`. */
  readonly STEP_WORDS: string;
  /** How each platform of `site.yaml` shows in a browser; only for `browser/versions/guessed-platform.ts`. */
  readonly DEVICE_SIGNS: readonly (import('./domain/versions/guess.ts').PlatformSigns & {
    readonly name: string;
  })[];
  /** Ids of platforms and versions with what support is told of them: "Toaster, OS 2". */
  readonly DEVICE_NAMES: readonly (readonly [id: string, name: string])[];
  /** What support is told, and the tag by which times are written; only for `browser/tried/support-copy.ts`. */
  readonly SUPPORT_WORDS: import('./words/words.ts').Words['tried']['support'] &
    Pick<import('./words/words.ts').Words['tried'], 'copied' | 'results'> & { readonly locale: string };
  /** What stands before every address of the site, which begins with a slash: nothing, or a path such as `/help`. */
  readonly ROOT: string;
  /** Whether the owner of the site wants answers sent; only for `browser/tried/outcome.ts`. */
  readonly ASKS: boolean;
  /** Whether browsers save the site; never in dev. */
  readonly OFFLINE: boolean;
}
