declare namespace App {
  interface Locals {
    /** The words of the site's language; `middleware.ts` hands them out. */
    words: import('./words/words.ts').Words;
  }
}

/** A compiled text, or any other component, as Astro hands it on. */
type AstroBody = import('astro/runtime/server/index.js').AstroComponentFactory;
