/** Where the search index of the site lies. */
export const indexFolder = '/pagefind/';

/** Its beginning, which names all other parts. */
export const indexAddress = '/pagefind/search.json';
