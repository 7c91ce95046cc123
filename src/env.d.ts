declare namespace App {
  interface Locals {
    /** The words of the site's language; `middleware.ts` hands them out. */
    words: import('./words/words.ts').Words;
  }
}
